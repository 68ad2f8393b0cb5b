/** Judges what is stored and published against the customers' journal: plain JDBC, plain Kafka, no code of the product. */
@NullMarked
package io.moorage.proofs.oracle;

import org.jspecify.annotations.NullMarked;
