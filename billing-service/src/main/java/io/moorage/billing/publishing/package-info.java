/** What billing tells the other services and the teams that subscribe. */
@NullMarked
package io.moorage.billing.publishing;

import org.jspecify.annotations.NullMarked;
