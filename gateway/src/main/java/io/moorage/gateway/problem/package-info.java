/** Every error a caller can cause, as problem+json with a stable code, or as a page for a person's browser. */
@NullMarked
package io.moorage.gateway.problem;

import org.jspecify.annotations.NullMarked;
