/** What identity tells the other services and the teams that subscribe. */
@NullMarked
package io.moorage.identity.publishing;

import org.jspecify.annotations.NullMarked;
