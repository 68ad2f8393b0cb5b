/**
 * What happened to a user's security and sessions, as Keycloak reports it. Facts: recorded on the user, once
 * per id however often they are told, and told to the others (product book §2). Where somebody was when it happened is
 * told too, and not kept: an event holds no personal data.
 */
@NullMarked
package io.moorage.identity.fact;

import org.jspecify.annotations.NullMarked;
