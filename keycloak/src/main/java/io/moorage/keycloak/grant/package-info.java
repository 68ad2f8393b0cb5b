/**
 * What a user may do for an account, written into a token. Keycloak knows who somebody is; identity-service knows for
 * whom they may act. A token exchange names the account, identity-service is asked, and its answer becomes claims. No
 * answer, no token: a refused or unanswered question never yields a token that merely lacks permissions.
 */
@NullMarked
package io.moorage.keycloak.grant;

import org.jspecify.annotations.NullMarked;
