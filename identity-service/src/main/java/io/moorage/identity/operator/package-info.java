/**
 * The operators that carry codes to telephones, behind one port; what is a vendor's stays in the vendor's package. Which
 * one a message goes to is decided here: in the configured order, those that work before those that don't, and the one
 * that carried the last message of a log-in only if no other takes the next (product book §2). Operators report
 * afterwards what became of a message; kept for a day, without number or text, and counted.
 */
@NullMarked
package io.moorage.identity.operator;

import org.jspecify.annotations.NullMarked;
