/** What the gateway's tests stand on: a database, a Keycloak and services that answer as told, and a browser. */
@NullUnmarked
package io.moorage.gateway.testing;

import org.jspecify.annotations.NullUnmarked;
