/**
 * Log-ins that have ended, told to every replica of every service and to every gateway (ADR 13): written into the outbox
 * with the end itself, shipped to Kafka by one of the gateways, read by all of them.
 */
@NullMarked
package io.moorage.gateway.revocation;

import org.jspecify.annotations.NullMarked;
