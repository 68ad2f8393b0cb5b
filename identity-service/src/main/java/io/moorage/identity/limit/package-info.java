/**
 * How often something may be done: sending a code, trying one, inviting somebody. All replicas share what is left, and
 * whom it is counted for is known by a keyed hash only.
 */
@NullMarked
package io.moorage.identity.limit;

import org.jspecify.annotations.NullMarked;
