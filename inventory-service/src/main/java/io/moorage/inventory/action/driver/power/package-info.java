/** For machines of which we have the power switch only: what the drivers that run a program for it share. */
@NullMarked
package io.moorage.inventory.action.driver.power;

import org.jspecify.annotations.NullMarked;
