/**
 * A forgotten password (product book §2): login name and e-mail must both match, and neither the answer nor how long it
 * takes shows whether they did.
 */
@NullMarked
package io.moorage.keycloak.recovery;

import org.jspecify.annotations.NullMarked;
