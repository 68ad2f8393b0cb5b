/**
 * Who is logged in. Keycloak is found through the gateway (RFC 9728), the log-in is a device grant (RFC 8628) with a proof
 * key, tokens are kept in a file that only its owner can read. A refresh token works once, so renewal happens under a
 * lock that all processes of a user share.
 */
@NullMarked
package io.moorage.cli.session;

import org.jspecify.annotations.NullMarked;
