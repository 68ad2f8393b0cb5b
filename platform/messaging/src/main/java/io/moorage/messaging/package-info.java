/**
 * How services tell each other what happened: a service's log becomes its public topic, each event once; other
 * services' topics become effects here, each once.
 */
@NullMarked
package io.moorage.messaging;

import org.jspecify.annotations.NullMarked;
