/** The providers that take money for us, behind one port; what is a vendor's stays in the vendor's package. */
@NullMarked
package io.moorage.billing.topup.payment;

import org.jspecify.annotations.NullMarked;
