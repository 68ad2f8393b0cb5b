/**
 * An operator with an API in the style of Twilio's: Basic authentication, forms, TwiML for calls, status callbacks signed
 * with {@code X-Twilio-Signature}.
 */
@NullMarked
package io.moorage.identity.operator.httpa;

import org.jspecify.annotations.NullMarked;
