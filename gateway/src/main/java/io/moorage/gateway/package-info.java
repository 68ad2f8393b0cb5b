/** The one door: log-in, acting account, routing, push, and the portal's files. It owns the sessions' table. */
@NullMarked
package io.moorage.gateway;

import org.jspecify.annotations.NullMarked;
