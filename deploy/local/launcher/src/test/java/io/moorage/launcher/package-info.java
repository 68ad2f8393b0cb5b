@NullMarked
package io.moorage.launcher;

import org.jspecify.annotations.NullMarked;
