/**
 * Starts, watches and stops the platform on one machine. Plain JDK: the script {@code moorage} compiles these files by
 * itself, so nothing here may need a library. What runs is known from files under {@code .moorage/run}, never from memory,
 * so that any later command can take over after this process is gone.
 */
@NullMarked
package io.moorage.launcher;

import org.jspecify.annotations.NullMarked;
