@NullMarked
package io.moorage.simulators;

import org.jspecify.annotations.NullMarked;
