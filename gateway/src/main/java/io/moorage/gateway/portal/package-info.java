/** The portal's files and the headers that protect every page. */
@NullMarked
package io.moorage.gateway.portal;

import org.jspecify.annotations.NullMarked;
