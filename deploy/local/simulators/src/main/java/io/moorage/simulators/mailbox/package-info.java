/** Receives every mail that the platform sends, and shows it: as pages to people, as JSON to scripts. */
@NullMarked
package io.moorage.simulators.mailbox;

import org.jspecify.annotations.NullMarked;
