/** Axon 4.13 as it comes, over its own tables: what the platform does better, and how much. In no service. */
@NullMarked
package io.moorage.bench.stock;

import org.jspecify.annotations.NullMarked;
