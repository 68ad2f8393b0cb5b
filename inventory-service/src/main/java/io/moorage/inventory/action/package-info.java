/**
 * Actions on servers (product book §4): switching, rebooting, reinstalling, the rescue system. The request answers at
 * once, the work goes on by itself, and every action ends exactly once. One action at a time per server, which a unique
 * row decides, so that it holds whichever replica is asked.
 *
 * <p>This is the slice that other long work is modelled on. {@code ServerAction} decides and remembers; {@code worker}
 * drives what is open, in every replica, and takes up what a dead one left; {@code driver} is the port to the machines.
 * What makes it sound: a step is stored before the next is taken, repeating a step has no effect, and only the one who
 * goes on from the step stored last may store the next.
 */
@NullMarked
package io.moorage.inventory.action;

import org.jspecify.annotations.NullMarked;
