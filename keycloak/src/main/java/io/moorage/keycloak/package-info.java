/**
 * What Moorage adds to Keycloak: account-scoped tokens, a second factor by phone, recovery and e-mail change as the
 * product wants them, an interface for identity-service, hand-over of mails and facts, and the look.
 */
@NullMarked
package io.moorage.keycloak;

import org.jspecify.annotations.NullMarked;
