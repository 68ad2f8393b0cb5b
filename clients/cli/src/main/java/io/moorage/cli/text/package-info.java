/**
 * The sentences that {@code moor} speaks, in French and English. What the API says comes in the right language already,
 * because every request names it.
 */
@NullMarked
package io.moorage.cli.text;

import org.jspecify.annotations.NullMarked;
