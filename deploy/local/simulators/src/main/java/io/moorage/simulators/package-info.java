/** The outside parties that the platform deals with, played on one machine: people's mailboxes and a payment provider. A process of
 * its own, on no service's class path; what it keeps lies in its data folder. */
@NullMarked
package io.moorage.simulators;

import org.jspecify.annotations.NullMarked;
