/** Servers with a baseboard controller. */
@NullMarked
package io.moorage.inventory.action.driver.ipmi;

import org.jspecify.annotations.NullMarked;
