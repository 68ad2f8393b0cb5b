/** Virtual machines under libvirt. */
@NullMarked
package io.moorage.inventory.action.driver.libvirt;

import org.jspecify.annotations.NullMarked;
