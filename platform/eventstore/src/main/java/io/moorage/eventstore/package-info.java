/**
 * The log that every service keeps: Axon's aggregates and commands over one PostgreSQL table, and readers that follow
 * it without skipping or reordering anything. See the module's README.
 */
@NullMarked
package io.moorage.eventstore;

import org.jspecify.annotations.NullMarked;
