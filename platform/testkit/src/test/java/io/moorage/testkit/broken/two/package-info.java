/** Breaks the rules of the house, so that they are seen to be held. */
@NullMarked
package io.moorage.testkit.broken.two;

import org.jspecify.annotations.NullMarked;
