/** Public events of identity-service. */
@NullMarked
package io.moorage.contracts.identity;

import org.jspecify.annotations.NullMarked;
