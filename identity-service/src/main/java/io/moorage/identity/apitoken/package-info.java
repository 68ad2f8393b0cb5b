/**
 * API tokens for scripts and the command line (product book §2): named, with permissions of one account, on all of its
 * services or chosen ones, until a day at most a year ahead. Whoever creates one can put into it what they hold themselves;
 * what it is good for at any moment is what it holds and they still hold. It is shown once; here is a hash of it. Keycloak
 * asks here what a token stands for, and signs an account-scoped one.
 */
@NullMarked
package io.moorage.identity.apitoken;

import org.jspecify.annotations.NullMarked;
