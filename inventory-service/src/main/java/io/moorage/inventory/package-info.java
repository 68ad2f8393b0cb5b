/** What is rented: servers, their long-running actions, hosting plans. */
@NullMarked
package io.moorage.inventory;

import org.jspecify.annotations.NullMarked;
