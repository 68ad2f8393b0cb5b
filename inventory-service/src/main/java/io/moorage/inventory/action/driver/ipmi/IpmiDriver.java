package io.moorage.inventory.action.driver.ipmi;

import io.moorage.inventory.action.driver.ActionFault;
import io.moorage.inventory.action.driver.DriverTrouble;
import io.moorage.inventory.action.driver.ServerDriver;
import io.moorage.inventory.action.driver.Step;
import io.moorage.inventory.action.driver.Work;
import io.moorage.inventory.action.driver.power.Power;
import io.moorage.inventory.action.driver.power.PowerSequence;
import io.moorage.inventory.action.driver.power.Program;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The power of a real server, through its baseboard controller (IPMI 2.0, lanplus), with the program {@code ipmitool}.
 * A server's address is the controller's {@code host} or {@code host:port} in the management network, where all
 * controllers know one user for us. They can't install or boot a rescue system.
 */
@Component
class IpmiDriver implements ServerDriver {
    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z0-9][A-Za-z0-9.-]*)(?::([0-9]{1,5}))?");
    private static final String DEFAULT_PORT = "623";

    private final String user;
    private final String password;
    private final String cipherSuite;

    IpmiDriver(
            @Value("${moorage.ipmi.user}") String user,
            @Value("${moorage.ipmi.password}") String password,
            @Value("${moorage.ipmi.cipher-suite}") String cipherSuite) {
        this.user = user;
        this.password = password;
        this.cipherSuite = cipherSuite;
    }

    @Override
    public String kind() {
        return "ipmi";
    }

    @Override
    public Step advance(Work work, String checkpoint) {
        Matcher address = ADDRESS.matcher(work.address());
        if (!address.matches()) return Step.failed(ActionFault.MACHINE_NOT_CONNECTED);
        String port = address.group(2) == null ? DEFAULT_PORT : address.group(2);
        return PowerSequence.advance(work, checkpoint, new Chassis(address.group(1), port));
    }

    private final class Chassis implements Power {
        private final String host;
        private final String port;

        Chassis(String host, String port) {
            this.host = host;
            this.port = port;
        }

        @Override
        public boolean isOn() {
            Program.Output output = power("status");
            if (output.exit() != 0)
                throw new DriverTrouble(ActionFault.MACHINE_UNREACHABLE, "ipmitool: " + output.text());
            return output.text().endsWith("is on");
        }

        @Override
        public void on() {
            power("on");
        }

        /** Some controllers call it an error to be off already. */
        @Override
        public void off() {
            power("off");
        }

        /** The password goes by the environment ({@code -E}), since everybody can see a command line. */
        private Program.Output power(String order) {
            List<String> command = List.of(
                    "ipmitool",
                    "-I",
                    "lanplus",
                    "-C",
                    cipherSuite,
                    "-N",
                    "1",
                    "-R",
                    "2",
                    "-H",
                    host,
                    "-p",
                    port,
                    "-U",
                    user,
                    "-E",
                    "chassis",
                    "power",
                    order);
            return Program.run(command, Map.of("IPMI_PASSWORD", password));
        }
    }
}
