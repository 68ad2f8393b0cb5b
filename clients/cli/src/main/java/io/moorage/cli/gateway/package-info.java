/**
 * Requests to the gateway. A write carries an {@code Idempotency-Key}, so that it can be repeated when the connection was
 * lost; a token that is refused is renewed once; a problem becomes a sentence, its code and its field errors.
 */
@NullMarked
package io.moorage.cli.gateway;

import org.jspecify.annotations.NullMarked;
