/**
 * The port behind which machines are: small enough that a new kind of machine is one class. The drivers' own words and
 * protocols stay in their packages.
 */
@NullMarked
package io.moorage.inventory.action.driver;

import org.jspecify.annotations.NullMarked;
