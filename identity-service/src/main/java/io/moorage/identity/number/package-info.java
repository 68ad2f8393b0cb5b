/**
 * Telephone numbers that a code can go to: mobile ones, in the form of E.164, as libphonenumber knows the world's number
 * plans. Where a plan doesn't tell mobile from landline (North America) a number counts as mobile. Premium, shared cost,
 * toll-free, voice over IP and satellite numbers are refused: nobody shall earn by asking us for codes.
 */
@NullMarked
package io.moorage.identity.number;

import org.jspecify.annotations.NullMarked;
