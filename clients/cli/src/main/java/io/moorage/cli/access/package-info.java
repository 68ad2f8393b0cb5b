/**
 * {@code moor users}, {@code moor invitations}, {@code moor accounts} and {@code moor tokens}: who may act for whom.
 */
@NullMarked
package io.moorage.cli.access;

import org.jspecify.annotations.NullMarked;
