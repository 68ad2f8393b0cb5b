/** The stream of revocations in Kafka: its topic, a writer, and a reader that each process
 * runs for itself. */
@NullMarked
package io.moorage.revocations;

import org.jspecify.annotations.NullMarked;
