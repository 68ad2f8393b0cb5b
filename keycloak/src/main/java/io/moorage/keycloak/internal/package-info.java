/**
 * How our providers talk to the platform's services: over their internal interfaces, with the secret that the parts
 * share. What must be answered now is asked ({@link InternalService}); what only has to arrive is handed over
 * ({@link HandOver}), and nobody waits for it.
 */
@NullMarked
package io.moorage.keycloak.internal;

import org.jspecify.annotations.NullMarked;
