/**
 * {@code moor login}, {@code moor logout} and {@code moor sessions}: where one is logged in.
 */
@NullMarked
package io.moorage.cli.login;

import org.jspecify.annotations.NullMarked;
