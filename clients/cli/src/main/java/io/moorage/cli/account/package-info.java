/**
 * {@code moor me}, {@code moor notices} and {@code moor log}: who one is, what happened, who did what.
 */
@NullMarked
package io.moorage.cli.account;

import org.jspecify.annotations.NullMarked;
