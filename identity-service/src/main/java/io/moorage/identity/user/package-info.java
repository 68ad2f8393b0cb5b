/**
 * The people who log in. Keycloak holds them; this service registers each at first sight, on the way to their first
 * token, and {@code UserRegistered} makes account-service open their account (product book §2). The event only refers
 * to the person: name, e-mail and language stand in a table of their own, are refreshed whenever Keycloak says something
 * else, and can be erased although the log can't.
 */
@NullMarked
package io.moorage.identity.user;

import org.jspecify.annotations.NullMarked;
