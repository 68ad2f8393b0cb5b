/**
 * What a customer tells about themselves: name, company, VAT number, phone, address, language (product book §3). It is
 * personal data, so it stands in a plain, erasable table; the log only says which fields changed, in the transaction
 * that changed them. A new account's profile begins with what the user gave when they registered, asked from
 * identity-service.
 */
@NullMarked
package io.moorage.account.profile;

import org.jspecify.annotations.NullMarked;
