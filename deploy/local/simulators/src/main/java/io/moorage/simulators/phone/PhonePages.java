package io.moorage.simulators.phone;

import static io.moorage.simulators.web.Html.escape;

import io.moorage.simulators.web.Answer;
import io.moorage.simulators.web.Html;
import io.moorage.simulators.web.Language;
import io.moorage.simulators.web.Request;
import io.moorage.simulators.web.WebServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.stream.Collectors;

/** The telephones as people and scripts see them. */
final class PhonePages {
    private static final int SHOWN = 200;

    private final Phone phone;

    PhonePages(Phone phone) {
        this.phone = phone;
    }

    void addTo(WebServer server) {
        server.on("GET", "/", this::list);
        server.on("GET", "/messages", request -> Answer.json(200, phone.messages(number(request))));
    }

    /** A plus that wasn't encoded comes as a blank. */
    private static String number(Request request) {
        String to = request.query("to").strip();
        return to.isEmpty() || to.startsWith("+") ? to : "+" + to;
    }

    private Answer list(Request request) {
        Language language = Language.of(request, "");
        String to = number(request);
        List<PhoneMessage> messages = phone.messages(to).stream().limit(SHOWN).toList();
        String title = language.say("Telephone", "Téléphone");
        String whose = to.isEmpty()
                ? language.say(
                        "Everybody’s messages, newest first", "Les messages de tout le monde, le plus récent d’abord")
                : "<a href=\"/?lang=" + language.tag() + "\">"
                        + language.say("Everybody’s messages", "Les messages de tout le monde") + "</a> · "
                        + escape(to);
        String rows = messages.stream().map(message -> row(message, language)).collect(Collectors.joining("\n"));
        String body = "<main class=\"wide\"><h1>" + title + "</h1><p class=\"muted\">" + whose + "</p>"
                + (messages.isEmpty() ? empty(language) : "<ul class=\"messages\">" + rows + "</ul>") + "</main>";
        return Answer.page(
                200, Html.page(language, title, language.say("Simulated telephone", "Téléphone simulé"), body));
    }

    private static String empty(Language language) {
        return "<p class=\"empty\">"
                + language.say(
                        "No message yet. Whatever the platform sends or says arrives here and goes nowhere else.",
                        "Aucun message pour l’instant. Tout ce que la plateforme envoie ou dicte arrive ici et nulle part ailleurs.")
                + "</p>";
    }

    private static String row(PhoneMessage message, Language language) {
        return """
                <li><p class="label"><a href="/?to=%s&amp;lang=%s">%s</a> · %s · %s <time datetime="%s">%s</time></p>
                <p class="said"%s>%s</p></li>""".formatted(
                        URLEncoder.encode(message.to(), StandardCharsets.UTF_8),
                        language.tag(),
                        escape(message.to()),
                        kind(message, language),
                        escape(message.operator()),
                        escape(message.at()),
                        time(message, language),
                        message.language() == null ? "" : " lang=\"" + escape(message.language()) + "\"",
                        escape(message.text()));
    }

    private static String kind(PhoneMessage message, Language language) {
        if (message.channel().equals(PhoneMessage.SMS)) {
            return "SMS";
        }
        return "fr".equals(message.language())
                ? language.say("call in French", "appel en français")
                : language.say("call in English", "appel en anglais");
    }

    private static String time(PhoneMessage message, Language language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(language.locale())
                .withZone(ZoneId.systemDefault())
                .format(message.received());
    }
}
