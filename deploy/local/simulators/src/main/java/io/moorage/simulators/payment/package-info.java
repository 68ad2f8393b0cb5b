/** A payment provider as the real ones are: an API to open a checkout, a page where the customer pays, and a signed webhook that
 * is repeated until it is taken. Beside the good case its page offers those that make trouble. */
@NullMarked
package io.moorage.simulators.payment;

import org.jspecify.annotations.NullMarked;
