/** Public events of billing-service. */
@NullMarked
package io.moorage.contracts.billing;

import org.jspecify.annotations.NullMarked;
