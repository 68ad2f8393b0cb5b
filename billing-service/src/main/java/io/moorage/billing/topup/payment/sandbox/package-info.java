/** The provider of local stacks and tests: shaped like the real ones, with payment pages but without money. */
@NullMarked
package io.moorage.billing.topup.payment.sandbox;

import org.jspecify.annotations.NullMarked;
