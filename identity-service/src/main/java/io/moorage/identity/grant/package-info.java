/**
 * Who may act for which account. The owner of an account may do everything for it, from the moment that account-service
 * has opened it. Keycloak asks here for every account-scoped token, so what is answered here is what a token says and
 * all services believe (product book §1 and §2).
 */
@NullMarked
package io.moorage.identity.grant;

import org.jspecify.annotations.NullMarked;
