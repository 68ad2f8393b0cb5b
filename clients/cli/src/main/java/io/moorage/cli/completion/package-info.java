/**
 * {@code moor completion}: a script that lets bash and zsh complete commands, options and their values.
 */
@NullMarked
package io.moorage.cli.completion;

import org.jspecify.annotations.NullMarked;
