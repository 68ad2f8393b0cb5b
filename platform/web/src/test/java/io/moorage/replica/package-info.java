/** A service that does nothing, with the filter chain of all services: what it lets in, every service lets in. */
@NullMarked
package io.moorage.replica;

import org.jspecify.annotations.NullMarked;
