package io.moorage.cli.command;

import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** A question before something goes that doesn't come back: answered by {@code --yes}, or by a person. */
public final class Confirmation {
    /** In either language: who answers in the other one is understood. */
    private static final Set<String> YES = Set.of("y", "yes", "o", "oui");

    @Option(names = "--yes", descriptionKey = "option.yes")
    private boolean yes;

    /**
     * False if the person says no, which they are told of.
     *
     * @param question names what goes
     */
    public boolean given(Moor moor, CommandSpec called, Supplier<String> question) {
        if (yes) return true;
        if (!moor.terminal().asked()) throw moor.misused(called, "needs-yes");
        String answer = moor.terminal().ask(question.get());
        boolean given = answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
        if (!given) moor.terminal().tell(moor.texts().of("left-as-it-was"));
        return given;
    }
}
