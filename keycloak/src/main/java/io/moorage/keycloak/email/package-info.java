/**
 * Another e-mail address (product book §2, issue "Second factor and sessions"). It takes both: a link in the new mailbox
 * shows that the address is right, one in the old mailbox that its owner wants it. Either can be opened first; the
 * address changes with the second. Asking again makes the links before worthless.
 */
@NullMarked
package io.moorage.keycloak.email;

import org.jspecify.annotations.NullMarked;
