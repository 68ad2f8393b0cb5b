package io.moorage.inventory.action.driver.libvirt;

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
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The power of a virtual machine on a hypervisor, with libvirt's program {@code virsh}. A server's address is the
 * domain's name; the connection, as {@code qemu+ssh://host/system}, is configured once.
 */
@Component
class LibvirtDriver implements ServerDriver {
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final String connection;

    LibvirtDriver(@Value("${moorage.libvirt.connection}") String connection) {
        this.connection = connection;
    }

    @Override
    public String kind() {
        return "libvirt";
    }

    @Override
    public Step advance(Work work, String checkpoint) {
        if (!DOMAIN.matcher(work.address()).matches()) return Step.failed(ActionFault.MACHINE_NOT_CONNECTED);
        return PowerSequence.advance(work, checkpoint, new Domain(work.address()));
    }

    private final class Domain implements Power {
        private final String name;

        Domain(String name) {
            this.name = name;
        }

        @Override
        public boolean isOn() {
            Program.Output output = virsh("domstate");
            if (output.exit() != 0) throw new DriverTrouble(ActionFault.MACHINE_UNREACHABLE, "virsh: " + output.text());
            return !output.text().equals("shut off");
        }

        /** It calls it an error to be on already. */
        @Override
        public void on() {
            virsh("start");
        }

        /** Pulls the plug; the disks stay. */
        @Override
        public void off() {
            virsh("destroy");
        }

        private Program.Output virsh(String order) {
            return Program.run(List.of("virsh", "--quiet", "--connect", connection, order, name), Map.of());
        }
    }
}
