/**
 * {@code moor balance} and {@code moor top-up}. Paying itself happens on the payment provider's page, never here.
 */
@NullMarked
package io.moorage.cli.billing;

import org.jspecify.annotations.NullMarked;
