/**
 * Forwarding to services: which path goes where, limits, what is stripped, which instance is asked. An account's writes
 * go to one instance while it lives.
 */
@NullMarked
package io.moorage.gateway.route;

import org.jspecify.annotations.NullMarked;
