/** Sessions of the portal: an opaque cookie, a row, tokens encrypted in it, and protection against forged requests. */
@NullMarked
package io.moorage.gateway.session;

import org.jspecify.annotations.NullMarked;
