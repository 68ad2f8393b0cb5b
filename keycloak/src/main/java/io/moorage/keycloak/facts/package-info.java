/**
 * What happened here and others must know of: changes of what protects a user, and ends of sessions. They are facts and
 * go to identity-service, which publishes them. Each is written down in the transaction in which it happens and waits
 * in Keycloak's database until identity-service has taken it; nobody waits with it. Each has an id, so that it counts
 * once.
 */
@NullMarked
package io.moorage.keycloak.facts;

import org.jspecify.annotations.NullMarked;
