/**
 * {@code moor}, the command line: rented equipment managed from a terminal or a script. It speaks the public API through
 * the gateway like any other client and knows nothing of the services behind it. One package per group of commands; what
 * they share lies in {@code command}, {@code gateway}, {@code session} and {@code terminal}. Source: product book §9.
 */
@NullMarked
package io.moorage.cli;

import org.jspecify.annotations.NullMarked;
