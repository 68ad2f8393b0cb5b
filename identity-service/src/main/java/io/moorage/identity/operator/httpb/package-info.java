/**
 * An operator with an API in the style of Vonage's: JSON, key and secret, call control objects, status callbacks with a
 * signed JWT that holds the body's hash.
 */
@NullMarked
package io.moorage.identity.operator.httpb;

import org.jspecify.annotations.NullMarked;
