/** Keycloak's side of a user: the factors that it keeps for them, and their sessions, asked and changed over an interface of ours. */
@NullMarked
package io.moorage.identity.keycloak;

import org.jspecify.annotations.NullMarked;
