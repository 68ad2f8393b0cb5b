/**
 * Hands Keycloak's mails over to account-service, the platform's mail room (product book §3), instead of sending them.
 * Nobody waits for it: how long a page takes must not tell whether there is a user to write to, and a mail room that is
 * away must not fail a log-in. What waits is in memory and lost when Keycloak ends; people then ask for the mail again.
 */
@NullMarked
package io.moorage.keycloak.mail;

import org.jspecify.annotations.NullMarked;
