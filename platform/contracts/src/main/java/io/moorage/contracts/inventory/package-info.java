/** Public events of inventory-service. */
@NullMarked
package io.moorage.contracts.inventory;

import org.jspecify.annotations.NullMarked;
