/** Everything that an account rents in one list, whatever its kind, with the roles that it holds (product book §4). */
@NullMarked
package io.moorage.inventory.service;

import org.jspecify.annotations.NullMarked;
