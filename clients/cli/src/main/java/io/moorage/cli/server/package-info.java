/**
 * {@code moor servers}: list, show, tags, export, and the six actions of a server. A read changes nothing; whatever
 * destroys data asks first.
 */
@NullMarked
package io.moorage.cli.server;

import org.jspecify.annotations.NullMarked;
