/**
 * Everybody's telephone, and the operators that reach it: one in the style of Twilio's API, one in that of Vonage's, and
 * an SMS centre that speaks SMPP 3.4. What they take shows at once and goes nowhere else; each reports as its model does,
 * signed. Tests can order that an operator is down, slow, loses messages or reports that it couldn't deliver.
 */
@NullMarked
package io.moorage.simulators.phone;

import org.jspecify.annotations.NullMarked;
