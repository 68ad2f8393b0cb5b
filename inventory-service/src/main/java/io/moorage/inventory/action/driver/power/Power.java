package io.moorage.inventory.action.driver.power;

import io.moorage.inventory.action.driver.DriverTrouble;

/** A machine's power switch. Each throws {@link DriverTrouble} if the machine can't be asked. */
public interface Power {
    boolean isOn();

    /** Orders it on; changes nothing if it is. Whether the order was heeded shows in {@link #isOn} alone. */
    void on();

    /** Orders it off at once, without asking the system that runs; changes nothing if it is. */
    void off();
}
