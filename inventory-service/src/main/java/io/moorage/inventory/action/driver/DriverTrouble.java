package io.moorage.inventory.action.driver;

/** The machine can't be asked, or not believed, for the moment: it is asked again until the action's time is over. */
public final class DriverTrouble extends RuntimeException {
    private final ActionFault fault;

    /** @param fault what becomes of the action's error if the trouble doesn't end */
    public DriverTrouble(ActionFault fault, String message) {
        super(message);
        this.fault = fault;
    }

    public DriverTrouble(ActionFault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    public ActionFault fault() {
        return fault;
    }
}
