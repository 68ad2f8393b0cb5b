/**
 * The mail room: everything that the platform sends by e-mail goes through it (product book §3). Other slices hand it a
 * {@link io.moorage.account.mail.Mail} in their own transaction, other services and Keycloak through an internal
 * interface; both are idempotent by the mail's id. A mail waits in the outbox, a plain and erasable table, until an SMTP
 * server takes it, be it days later. Customers find it again in their archive as it was sent, but for its secrets: those
 * are only kept, encrypted, until the mail has left or was given up.
 */
@NullMarked
package io.moorage.account.mail;

import org.jspecify.annotations.NullMarked;
