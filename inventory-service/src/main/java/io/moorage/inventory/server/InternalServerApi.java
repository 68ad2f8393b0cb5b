package io.moorage.inventory.server;

import io.moorage.inventory.server.ServerCommand.AllocateServer;
import io.moorage.web.Internal;
import io.moorage.web.InvalidFields;
import io.moorage.web.InvalidFields.Field;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the provider's other parts bring servers in. */
@RestController
@RequestMapping("/internal/servers")
@Hidden // for other parts of the platform
class InternalServerApi {
    private final Provisioning provisioning;
    private final Clock clock;

    InternalServerApi(Provisioning provisioning, Clock clock) {
        this.provisioning = provisioning;
        this.clock = clock;
    }

    /** Takes a server in, once; the answer is the server as its account sees it. */
    @PutMapping("/{number}")
    @Internal
    ServerBody provision(@PathVariable String number, @RequestBody Intake intake) {
        ServerStatus status = intake.check(number);
        Tags tags = Tags.of(intake.tags() == null ? List.of() : intake.tags());
        boolean overdue = Boolean.TRUE.equals(intake.overdue());
        return provisioning.provision(intake.allocation(number, clock), status, overdue, tags);
    }

    /** As sent: nothing in it is believed yet. */
    record Intake(
            @Nullable String account,
            @Nullable String name,
            @Nullable String kind,
            @Nullable String location,
            @Nullable String datacenter,
            @Nullable List<String> ips,
            @Nullable Specification specification,
            @Nullable String image,
            @Nullable Driver driver,
            @Nullable String status,
            @Nullable Boolean overdue,
            @Nullable List<@Nullable String> tags) {
        private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,11}");
        private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9-]{1,40}");
        private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,100}");
        private static final Pattern KIND = Pattern.compile("vps|dedicated|gpu");
        private static final Pattern LOCATION = Pattern.compile("[A-Z0-9-]{1,20}");
        private static final Pattern IMAGE = Pattern.compile("[a-z0-9._-]{1,60}");
        private static final Pattern DRIVER = Pattern.compile("simulated|ipmi|libvirt");
        private static final Pattern STATUS = Pattern.compile("provisioning|active|suspended");

        /** @return the status asked for */
        private ServerStatus check(String number) {
            List<Field> faults = new ArrayList<>();
            require(NUMBER, number, "", faults);
            require(ACCOUNT, account, "/account", faults);
            require(NAME, name, "/name", faults);
            require(KIND, kind, "/kind", faults);
            require(LOCATION, location, "/location", faults);
            require(NAME, datacenter, "/datacenter", faults);
            require(IMAGE, image, "/image", faults);
            require(DRIVER, driver == null ? null : driver.kind(), "/driver/kind", faults);
            require(NAME, driver == null ? null : driver.address(), "/driver/address", faults);
            require(STATUS, status == null ? "active" : status, "/status", faults);
            if (specification == null) faults.add(new Field("/specification", "field-invalid"));
            if (ips == null
                    || !ips.stream().allMatch(ip -> ip != null && Ip.of(ip).isPresent()))
                faults.add(new Field("/ips", "field-invalid"));
            if (!faults.isEmpty()) throw new InvalidFields(faults);
            return status == null ? ServerStatus.ACTIVE : ServerStatus.valueOf(status.toUpperCase(Locale.ROOT));
        }

        private static void require(Pattern form, @Nullable String value, String pointer, List<Field> faults) {
            if (value == null || !form.matcher(value).matches()) faults.add(new Field(pointer, "field-invalid"));
        }

        private AllocateServer allocation(String number, Clock clock) {
            return new AllocateServer(
                    number,
                    Contacts.all(Objects.requireNonNull(account)),
                    Objects.requireNonNull(name),
                    Objects.requireNonNull(kind),
                    Objects.requireNonNull(location),
                    Objects.requireNonNull(datacenter),
                    Objects.requireNonNull(ips).stream()
                            .map(Ip::of)
                            .flatMap(Optional::stream)
                            .map(Ip::text)
                            .distinct()
                            .toList(),
                    Objects.requireNonNull(specification),
                    Objects.requireNonNull(image),
                    Objects.requireNonNull(driver),
                    clock.instant());
        }
    }
}
