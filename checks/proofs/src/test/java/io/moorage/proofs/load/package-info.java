/** Customers that top up and pay, and the journal of what they were told. */
@NullMarked
package io.moorage.proofs.load;

import org.jspecify.annotations.NullMarked;
