/** What the platform is measured beside: the least that PostgreSQL and Kafka themselves need. */
@NullMarked
package io.moorage.bench.reference;

import org.jspecify.annotations.NullMarked;
