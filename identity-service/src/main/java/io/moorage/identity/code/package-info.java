/**
 * Codes that prove that somebody holds a telephone (product book §2): six digits, good once and for ten minutes, kept only
 * as a keyed hash. One stands for each challenge, which is a log-in or the change of a number; a new send replaces it.
 * The first comes by SMS; when it hasn't arrived after the wait, the next goes by another operator, or by voice. Five
 * wrong tries kill a code. Sends and wrong tries are limited for each user, number and source address besides, by
 * allowances that all replicas share.
 *
 * <p>No event, log or address holds a code or a number. A number stands in {@code second_factor_code} until its code is
 * used, or an hour after it expired; what the allowances count is known by keyed hashes.
 */
@NullMarked
package io.moorage.identity.code;

import org.jspecify.annotations.NullMarked;
