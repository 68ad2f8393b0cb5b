package io.moorage.inventory.action.driver;

/**
 * Does actions on one kind of machine, in steps. The worker stores each step's checkpoint before it asks for the next,
 * and may die at any moment; so that the machine feels an action once all the same, a driver keeps to this:
 *
 * <ul>
 *   <li>A step repeated from the same checkpoint has no further effect on the machine.
 *   <li>What can't be cancelled any more is announced by a step before it is done, or arbitrated by the machine itself.
 *   <li>A driver has no memory: all that it needs to go on is in the work, the checkpoint and the machine.
 *   <li>It answers within seconds ({@link #LONGEST_STEP_SECONDS}), stops when interrupted, and never waits for the machine.
 * </ul>
 *
 * {@code ServerDriverContract} in the tests holds every driver to it.
 */
public interface ServerDriver {
    /** The first checkpoint: nothing has been done. */
    String START = "";

    /** A step that takes longer is given up and repeated. */
    int LONGEST_STEP_SECONDS = 4;

    /** As a server's {@code driver} names it. */
    String kind();

    /**
     * Takes the next step. When the work is being cancelled, it ends as cancelled if that is still safe, and goes on
     * uncancellably otherwise.
     *
     * @throws DriverTrouble if the machine can't be asked for the moment
     */
    Step advance(Work work, String checkpoint);
}
