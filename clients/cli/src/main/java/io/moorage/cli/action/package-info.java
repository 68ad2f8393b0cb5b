/**
 * {@code moor actions}: the long work of servers, and following it to its end. Whoever stops waiting leaves the action
 * alone: only {@code moor actions cancel} ends one.
 */
@NullMarked
package io.moorage.cli.action;

import org.jspecify.annotations.NullMarked;
