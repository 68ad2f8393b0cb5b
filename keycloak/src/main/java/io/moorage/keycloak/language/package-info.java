/** Keeps the language in which somebody registered, so that mails and tokens speak it from the first day. */
@NullMarked
package io.moorage.keycloak.language;

import org.jspecify.annotations.NullMarked;
