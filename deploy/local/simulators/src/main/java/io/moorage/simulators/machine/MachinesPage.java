package io.moorage.simulators.machine;

import static io.moorage.simulators.web.Html.escape;

import io.moorage.simulators.web.Answer;
import io.moorage.simulators.web.Html;
import io.moorage.simulators.web.Language;
import io.moorage.simulators.web.Request;
import io.moorage.simulators.web.WebServer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The machines as people see them: how each stands, what it is doing, and what was last done to it. */
public final class MachinesPage {
    private static final int LAST = 5;
    private static final Map<String, String> FRENCH = Map.of(
            "power-on", "mise sous tension",
            "power-off", "mise hors tension",
            "reboot", "redémarrage",
            "reinstall", "réinstallation",
            "rescue-on", "passage en mode de secours",
            "rescue-off", "sortie du mode de secours");

    private final Machines machines;

    public MachinesPage(Machines machines) {
        this.machines = machines;
    }

    public void addTo(WebServer server) {
        server.on("GET", "/machines", this::list);
    }

    private Answer list(Request request) {
        Language language = Language.of(request, "");
        List<Machine> all = machines.all();
        String title = language.say("Machines", "Machines");
        String body = "<main class=\"wide\"><h1>" + title + "</h1><p class=\"muted\">"
                + language.say(
                        "No real server is touched. Times are when it was really done.",
                        "Aucun serveur réel n’est touché. Les heures sont celles où l’opération a vraiment eu lieu.")
                + "</p>" + (all.isEmpty() ? empty(language) : table(all, language)) + "</main>";
        return Answer.page(
                200, Html.page(language, title, language.say("Simulated machines", "Machines simulées"), body));
    }

    private static String empty(Language language) {
        return "<p class=\"empty\">"
                + language.say(
                        "No machine was told anything yet. They appear here with their first order.",
                        "Aucune machine n’a encore reçu d’ordre. Elles apparaissent ici dès le premier.")
                + "</p>";
    }

    private String table(List<Machine> all, Language language) {
        String rows = all.stream().map(machine -> row(machine, language)).collect(Collectors.joining("\n"));
        return """
                <table class="machines">
                <thead><tr><th scope="col">%s</th><th scope="col">%s</th><th scope="col">%s</th><th scope="col">%s</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>""".formatted(
                        language.say("Number", "Numéro"),
                        language.say("Power", "Alimentation"),
                        language.say("Image", "Image"),
                        language.say("Now, and last effects", "En cours, et derniers effets"),
                        rows);
    }

    private String row(Machine machine, Language language) {
        String power = machine.power() ? language.say("on", "allumée") : language.say("off", "éteinte");
        String rescue = machine.rescue() ? " · " + language.say("rescue mode", "mode de secours") : "";
        return """
                <tr><th scope="row">%s</th><td><span class="power %s">%s</span>%s</td><td>%s</td><td><ul>%s%s</ul></td></tr>""".formatted(
                        escape(machine.number()),
                        machine.power() ? "on" : "off",
                        power,
                        rescue,
                        machine.image() == null ? "–" : escape(machine.image()),
                        running(machine, language),
                        effects(machine, language));
    }

    private String running(Machine machine, Language language) {
        return machine.operations().values().stream()
                .filter(operation -> operation.state() == Operation.State.RUNNING)
                .map(operation -> "<li><strong>" + operation.progress(machines.now()) + " %</strong> "
                        + name(operation.type(), language) + "</li>")
                .collect(Collectors.joining());
    }

    private static String effects(Machine machine, Language language) {
        return machine.log().reversed().stream()
                .limit(LAST)
                .map(effect -> "<li><time datetime=\"" + effect.at() + "\">" + time(effect.at(), language) + "</time> "
                        + name(effect.effect(), language) + "</li>")
                .collect(Collectors.joining());
    }

    private static String name(String type, Language language) {
        return language.say(type, FRENCH.getOrDefault(type, type));
    }

    private static String time(Instant at, Language language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(language.locale())
                .withZone(ZoneId.systemDefault())
                .format(at);
    }
}
