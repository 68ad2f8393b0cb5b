/**
 * Tells all services that tokens of a delegation's older versions, or of a revoked API token, are no longer good (product book §2: within two seconds,
 * also for sessions under way). Read from the log's tail, so that nothing is left out and nothing waits in a table of its
 * own.
 */
@NullMarked
package io.moorage.identity.revocation;

import org.jspecify.annotations.NullMarked;
