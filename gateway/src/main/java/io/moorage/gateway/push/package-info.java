/** The stream of server-sent events, fed from Kafka; any gateway can resume what another one began. */
@NullMarked
package io.moorage.gateway.push;

import org.jspecify.annotations.NullMarked;
