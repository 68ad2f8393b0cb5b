/** The outside parties that the platform deals with, played on one machine: people's mailboxes and
 * telephones with the operators that reach them, a payment provider and the machines of a data centre. A process of its own, on no service's class path; what it keeps lies in its data folder. */
@NullMarked
package io.moorage.simulators;

import org.jspecify.annotations.NullMarked;
