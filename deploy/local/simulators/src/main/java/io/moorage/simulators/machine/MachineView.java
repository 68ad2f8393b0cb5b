package io.moorage.simulators.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A machine as programs see it. */
record MachineView(String number, String power, @Nullable String image, boolean rescue, List<Line> log) {

    /**
     * One physical effect.
     *
     * @param beside other operations that were running meanwhile; absent where there were none
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Line(Instant at, String operation, String effect, List<String> beside) {}

    /** An operation as programs see it: {@code progress} in percent, {@code error} the code of its failure. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Progress(
            String id,
            String type,
            @Nullable String image,
            String state,
            long progress,
            @Nullable String error) {}

    static MachineView of(Machine machine) {
        List<Line> log = machine.log().stream()
                .map(effect -> new Line(effect.at(), effect.operation(), effect.effect(), effect.beside()))
                .toList();
        return new MachineView(
                machine.number(), machine.power() ? "on" : "off", machine.image(), machine.rescue(), log);
    }

    static Progress of(Operation operation, Instant now) {
        return new Progress(
                operation.id(),
                operation.type(),
                operation.image(),
                operation.state().name().toLowerCase(Locale.ROOT),
                operation.progress(now),
                operation.error());
    }
}
