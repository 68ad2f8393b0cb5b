/** Checks of the theme's files. */
@NullMarked
package io.moorage.keycloak.theme;

import org.jspecify.annotations.NullMarked;
