/** Tokens from Keycloak: checking bearer tokens offline, renewing, and exchanging for account-scoped ones. */
@NullMarked
package io.moorage.gateway.token;

import org.jspecify.annotations.NullMarked;
