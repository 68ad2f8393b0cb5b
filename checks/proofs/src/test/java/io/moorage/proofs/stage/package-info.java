/** The real parts that a proof runs on: billing-service, PostgreSQL and Kafka, and proxies between them. */
@NullMarked
package io.moorage.proofs.stage;

import org.jspecify.annotations.NullMarked;
