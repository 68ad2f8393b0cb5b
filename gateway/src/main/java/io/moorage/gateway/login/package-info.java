/** Logging in and out with Keycloak: authorization code with PKCE, and who is calling on every later request. */
@NullMarked
package io.moorage.gateway.login;

import org.jspecify.annotations.NullMarked;
