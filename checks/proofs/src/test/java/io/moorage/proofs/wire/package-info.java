/** Proxies that stop a conversation at one named message, so that faults hit a window from outside the product. */
@NullMarked
package io.moorage.proofs.wire;

import org.jspecify.annotations.NullMarked;
