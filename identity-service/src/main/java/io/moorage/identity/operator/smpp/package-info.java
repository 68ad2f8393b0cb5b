/** An operator whose SMS centre speaks SMPP 3.4: a connection that is kept, as transceiver, with delivery receipts. */
@NullMarked
package io.moorage.identity.operator.smpp;

import org.jspecify.annotations.NullMarked;
