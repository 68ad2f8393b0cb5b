/** Machines as a data centre has them: each takes orders over HTTP, needs its time, and does to itself what it was told, whether or
 * not anybody still wants to know. What was really done stands in the machine's log, one line for each effect, so that tests can
 * compare it with what the platform believes. Like a real controller it takes any order at any time: that only one thing may be
 * done to a server at once is the platform's rule, and a log line names what ran beside it. Tests may order trouble. */
@NullMarked
package io.moorage.simulators.machine;

import org.jspecify.annotations.NullMarked;
