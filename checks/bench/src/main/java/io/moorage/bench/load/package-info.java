/** Clients and the load that they make. */
@NullMarked
package io.moorage.bench.load;

import org.jspecify.annotations.NullMarked;
