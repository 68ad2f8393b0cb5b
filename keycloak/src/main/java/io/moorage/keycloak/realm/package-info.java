/**
 * Keeps the imported realm in step with its surroundings. An import happens once; the portal's address may be another
 * one at the next start.
 */
@NullMarked
package io.moorage.keycloak.realm;

import org.jspecify.annotations.NullMarked;
