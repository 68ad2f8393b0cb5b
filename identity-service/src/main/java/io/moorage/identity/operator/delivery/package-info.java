/** What became of messages: the operators' signed reports, kept for a day and counted. */
@NullMarked
package io.moorage.identity.operator.delivery;

import org.jspecify.annotations.NullMarked;
