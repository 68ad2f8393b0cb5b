package io.moorage.launcher;

import java.util.Map;

/**
 * Keeps one of the demo customer's servers busy, so that whoever tries to operate it sees what blocks it: its machine is
 * told to take long, and the customer has it reinstalled.
 */
final class BusyServer {
    static final String NUMBER = "10735";
    /** Longer than inventory lets it go on (half an hour); it takes effect after half of it, so never. */
    private static final int SECONDS = 2 * 3600;

    private final Setup setup;
    private final Browser customer;
    private final String server;

    /** @param customer logged in */
    BusyServer(Setup setup, Browser customer) {
        this.setup = setup;
        this.customer = customer;
        this.server = setup.publicUrl() + "/api/v1/servers/" + NUMBER;
    }

    void occupy() {
        if (!isFree()) {
            return;
        }
        slowDown();
        String reinstall = Json.write(Map.of("type", "reinstall", "image", "debian-13"));
        customer.post(server + "/actions", reinstall).expect(202);
    }

    private boolean isFree() {
        return Json.string(customer.get(server).expect(200).json(), "busyWith").isEmpty();
    }

    private void slowDown() {
        String machine = setup.local("simulators") + "/machines/" + NUMBER;
        try (Browser test = new Browser()) {
            test.post(machine + "/control", Json.write(Map.of("next", Map.of("seconds", SECONDS))))
                    .expect(200);
        }
    }
}
