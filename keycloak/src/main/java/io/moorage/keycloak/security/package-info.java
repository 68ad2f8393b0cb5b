/**
 * What identity-service sees and changes of a user's protection: factors and sessions, under
 * {@code /realms/moorage/moorage}. Whoever asks shows the secret that the parts share; nothing here is for browsers.
 * What is changed becomes a fact like any other change ({@link io.moorage.keycloak.facts}).
 */
@NullMarked
package io.moorage.keycloak.security;

import org.jspecify.annotations.NullMarked;
