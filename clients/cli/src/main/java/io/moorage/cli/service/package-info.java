/**
 * {@code moor services}: everything that the account rents, in one list.
 */
@NullMarked
package io.moorage.cli.service;

import org.jspecify.annotations.NullMarked;
