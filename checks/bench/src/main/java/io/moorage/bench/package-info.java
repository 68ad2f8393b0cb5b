/** How fast the platform is: each figure beside a reference measured in the same run, in turn. */
@NullMarked
package io.moorage.bench;

import org.jspecify.annotations.NullMarked;
