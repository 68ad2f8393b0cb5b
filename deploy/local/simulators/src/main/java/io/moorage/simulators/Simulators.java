package io.moorage.simulators;

import io.moorage.simulators.machine.MachineApi;
import io.moorage.simulators.machine.Machines;
import io.moorage.simulators.machine.MachinesPage;
import io.moorage.simulators.mailbox.Mailbox;
import io.moorage.simulators.mailbox.MailboxPages;
import io.moorage.simulators.payment.Cashier;
import io.moorage.simulators.payment.CheckoutApi;
import io.moorage.simulators.payment.CheckoutPage;
import io.moorage.simulators.payment.Checkouts;
import io.moorage.simulators.payment.Signature;
import io.moorage.simulators.payment.Webhooks;
import io.moorage.simulators.phone.DevPhone;
import io.moorage.simulators.web.WebServer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** All simulators in one process. */
public final class Simulators implements AutoCloseable {
    // Held on to, or the level set on it would go with it.
    private static final Logger MAIL_LOG = Logger.getLogger("com.icegreen.greenmail");
    private static final Logger SMPP_LOG = Logger.getLogger("org.jsmpp");

    private final Mailbox mailbox;
    private final WebServer server;
    private final Webhooks webhooks;
    private final Machines machines;
    private final DevPhone phone;

    public Simulators(Settings settings, Clock clock, List<Duration> pauses) {
        mailbox = new Mailbox(settings.address(), settings.smtpPort());
        server = new WebServer(settings.address(), settings.port());
        Checkouts checkouts = new Checkouts(settings.dataFolder().resolve("checkouts"));
        Signature signature = new Signature(settings.sandboxSigningKey());
        webhooks = new Webhooks(settings.sandboxWebhookUrl(), signature, checkouts, clock, pauses);
        Cashier cashier = new Cashier(checkouts, webhooks, clock);
        new MailboxPages(mailbox).addTo(server);
        new CheckoutApi(cashier, checkouts, settings.sandboxUrl(), settings.sandboxApiKey()).addTo(server);
        new CheckoutPage(cashier, checkouts).addTo(server);
        machines = new Machines(settings.dataFolder().resolve("machines"), settings.machinePace(), clock);
        new MachineApi(machines, settings.machinesApiKey()).addTo(server);
        new MachinesPage(machines).addTo(server);
        phone = new DevPhone(settings.phone(), clock);
    }

    /** Everything is told by environment variables, see {@link Settings}. */
    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tF %1$tT %4$s %3$s: %5$s%6$s%n");
        MAIL_LOG.setLevel(Level.WARNING);
        SMPP_LOG.setLevel(Level.WARNING);
        Simulators simulators = new Simulators(Settings.of(System.getenv()), Clock.systemUTC(), Webhooks.PAUSES);
        Runtime.getRuntime().addShutdownHook(new Thread(simulators::close));
        simulators.start();
    }

    public void start() {
        mailbox.start();
        webhooks.start();
        machines.start();
        phone.start();
        server.start();
    }

    int port() {
        return server.port();
    }

    DevPhone phone() {
        return phone;
    }

    int smtpPort() {
        return mailbox.port();
    }

    @Override
    public void close() {
        server.close();
        phone.close();
        webhooks.close();
        machines.close();
        mailbox.close();
    }
}
