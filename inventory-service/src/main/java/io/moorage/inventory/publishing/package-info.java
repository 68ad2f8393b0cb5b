/** What inventory tells the other services and the teams that subscribe. */
@NullMarked
package io.moorage.inventory.publishing;

import org.jspecify.annotations.NullMarked;
