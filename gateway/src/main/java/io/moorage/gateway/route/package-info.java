/** Forwarding to services: which path goes where, limits, what is stripped, instances that are skipped. */
@NullMarked
package io.moorage.gateway.route;

import org.jspecify.annotations.NullMarked;
