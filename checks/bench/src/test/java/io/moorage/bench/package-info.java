@NullMarked
package io.moorage.bench;

import org.jspecify.annotations.NullMarked;
