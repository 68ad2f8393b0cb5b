/**
 * Topping up the prepaid balance. A customer asks for an amount (at least 20, product book §5) and a method; the
 * provider opens a payment page; what the provider then reports as paid is recorded, whatever it is, and counts once.
 * A payment that fits completes the top-up; one that is late, second, or of another amount is left to a person. The
 * balance slice turns a completed top-up into money.
 *
 * <p>This is the slice that the others are modelled on: the repository's README walks through it file by file.
 */
@NullMarked
package io.moorage.billing.topup;

import org.jspecify.annotations.NullMarked;
