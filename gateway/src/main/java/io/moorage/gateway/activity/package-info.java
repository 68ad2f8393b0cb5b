/**
 * The action log's beginning (ADR 11): every request that wants to change something, every export, log-in and log-out is
 * written down here before it goes on, and its outcome after the answer; account-service, which keeps the log, gets it
 * within a second. Never a body, a query or a token. A request that can't be written down isn't forwarded. Reads pass by
 * at no cost.
 */
@NullMarked
package io.moorage.gateway.activity;

import org.jspecify.annotations.NullMarked;
