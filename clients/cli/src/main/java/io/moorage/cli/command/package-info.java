/**
 * What all commands share: the options that each of them takes, the three forms of output, pages of lists, waiting.
 */
@NullMarked
package io.moorage.cli.command;

import org.jspecify.annotations.NullMarked;
