/** What Moorage adds to Keycloak: account-scoped tokens, the language of new users, and the look. */
@NullMarked
package io.moorage.keycloak;

import org.jspecify.annotations.NullMarked;
