/** What the platform promises when processes die and answers get lost, shown on real processes. */
@NullMarked
package io.moorage.proofs;

import org.jspecify.annotations.NullMarked;
