/** A user's log-ins: where they are used, and their end (product book §2). Keycloak keeps them, and ends them everywhere. */
@NullMarked
package io.moorage.identity.session;

import org.jspecify.annotations.NullMarked;
