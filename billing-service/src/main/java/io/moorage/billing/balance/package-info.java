/**
 * The prepaid balance: one wallet an account, and a double-entry ledger under it. Every movement of money is a booking
 * whose debits equal its credits, on the wallet that it concerns; balances and totals are derived, and a correction is
 * another booking, never an edit (product book §5).
 */
@NullMarked
package io.moorage.billing.balance;

import org.jspecify.annotations.NullMarked;
