/**
 * What tokens may no longer be trusted although they haven't ended: the gateway and identity-service tell it on a Kafka topic
 * of its own, and
 * every replica of every service reads all of it.
 */
@NullMarked
package io.moorage.contracts.revocation;

import org.jspecify.annotations.NullMarked;
