/**
 * The second factor by SMS or voice call (product book §2). Keycloak owns the credential, a verified number, and the
 * pages; identity-service makes, sends and checks the codes. Keycloak never sees a code but as typed, and keeps none.
 * What ties a page to its code is the challenge, an id in the authentication session.
 */
@NullMarked
package io.moorage.keycloak.phone;

import org.jspecify.annotations.NullMarked;
