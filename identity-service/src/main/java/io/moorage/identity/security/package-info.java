/**
 * A user's own security settings (product book §2). Keycloak keeps the factors and sets most of them up on its pages; here
 * they are shown, removed and preferred, and the mobile number is changed: a code goes to the new one, and only when it
 * is typed right Keycloak hears of it. Every change needs a log-in of the last five minutes, and is a fact that the user
 * is told of.
 */
@NullMarked
package io.moorage.identity.security;

import org.jspecify.annotations.NullMarked;
