package io.moorage.inventory.hostingplan;

import io.moorage.eventstore.Commands;
import io.moorage.inventory.hostingplan.HostingPlanCommand.OpenHostingPlan;
import io.moorage.web.Internal;
import io.moorage.web.InvalidFields;
import io.moorage.web.InvalidFields.Field;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the provider's other parts bring hosting plans in. */
@RestController
@RequestMapping("/internal/hosting-plans")
@Hidden // for other parts of the platform
class InternalHostingPlanApi {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,40}");
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,100}");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9.-]{1,253}");

    private final Commands commands;
    private final Clock clock;

    InternalHostingPlanApi(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** Opens a hosting plan, once. */
    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Internal
    void open(@PathVariable String id, @RequestBody Intake intake) {
        List<Field> faults = new ArrayList<>();
        require(ID, id, "", faults);
        require(ACCOUNT, intake.account(), "/account", faults);
        require(NAME, intake.name(), "/name", faults);
        require(DOMAIN, intake.domain(), "/domain", faults);
        if (!faults.isEmpty()) throw new InvalidFields(faults);
        commands.send(new OpenHostingPlan(
                id,
                Objects.requireNonNull(intake.account()),
                Objects.requireNonNull(intake.name()),
                Objects.requireNonNull(intake.domain()),
                clock.instant()));
    }

    private static void require(Pattern form, @Nullable String value, String pointer, List<Field> faults) {
        if (value == null || !form.matcher(value).matches()) faults.add(new Field(pointer, "field-invalid"));
    }

    /** As sent: nothing in it is believed yet. */
    record Intake(
            @Nullable String account,
            @Nullable String name,
            @Nullable String domain) {}
}
