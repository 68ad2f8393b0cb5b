package io.moorage.simulators.phone;

import io.moorage.simulators.web.WebServer;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The telephone with its page and its operators, on ports of their own. */
public final class DevPhone implements AutoCloseable {
    private final Phone phone;
    private final Faults faults = new Faults(List.of(OperatorA.NAME, OperatorB.NAME, SmsCentre.NAME));
    private final Callbacks callbacks = new Callbacks();
    private final WebServer server;
    private final SmsCentre centre;

    public DevPhone(PhoneSettings settings, Clock clock) {
        phone = new Phone(clock);
        server = new WebServer(settings.address(), settings.port());
        new PhonePages(phone).addTo(server);
        faults.addTo(server);
        new OperatorA(phone, faults, callbacks, settings.keyA(), settings.secretA()).addTo(server);
        new OperatorB(phone, faults, callbacks, clock, settings.keyB(), settings.secretB(), settings.secretB())
                .addTo(server);
        centre = new SmsCentre(
                phone,
                faults,
                settings.address(),
                settings.smppPort(),
                settings.smppSystemId(),
                settings.smppPassword());
        faults.listen(centre::faultOrdered);
    }

    public void start() {
        server.start();
        centre.start();
    }

    public int port() {
        return server.port();
    }

    public int smppPort() {
        return centre.port();
    }

    /** All messages to a number, newest first. */
    public List<PhoneMessage> messages(String to) {
        return phone.messages(to);
    }

    /** @param ms how slow, for {@link Fault#SLOW} */
    public void order(String operator, Fault fault, @Nullable Long ms) {
        faults.order(operator, new Faults.Order(fault, ms));
    }

    @Override
    public void close() {
        server.close();
        centre.close();
        callbacks.close();
    }
}
