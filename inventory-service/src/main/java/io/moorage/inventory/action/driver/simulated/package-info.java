/** Machines that are simulated by a process of their own, in place of a vendor's interface for virtual servers. */
@NullMarked
package io.moorage.inventory.action.driver.simulated;

import org.jspecify.annotations.NullMarked;
