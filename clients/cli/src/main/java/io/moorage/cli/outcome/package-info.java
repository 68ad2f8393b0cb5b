/**
 * How a command ends: a documented exit code, and lines that say what went wrong and what to do about it.
 */
@NullMarked
package io.moorage.cli.outcome;

import org.jspecify.annotations.NullMarked;
