package io.moorage.simulators.mailbox;

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
import java.util.Optional;
import java.util.stream.Collectors;

/** The mailbox as people and scripts see it. */
public final class MailboxPages {
    private final Mailbox mailbox;

    public MailboxPages(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    public void addTo(WebServer server) {
        server.on("GET", "/", request -> Answer.seeOther("/mail"));
        server.on("GET", "/mail", this::list);
        server.on("GET", "/mail/messages", request -> Answer.json(200, mailbox.messages(request.query("to"))));
        server.on(
                "GET",
                "/mail/message",
                request -> one(request).map(mail -> message(request, mail)).orElseGet(() -> notFound(request)));
        server.on(
                "GET",
                "/mail/html",
                request -> one(request).map(MailboxPages::html).orElseGet(() -> notFound(request)));
    }

    private static Answer notFound(Request request) {
        return Answer.problem(404, "not-found", "There is nothing at " + request.path() + ".");
    }

    /** A mail is found by its owner and when it came: nothing else about it is sure to stay. */
    private Optional<Mail> one(Request request) {
        return mailbox.messages(request.query("to")).stream()
                .filter(mail -> mail.at().equals(request.query("at")))
                .findFirst();
    }

    private static String address(String page, Mail mail, Language language) {
        return "/mail/" + page + "?to=" + encode(mail.to()) + "&at=" + encode(mail.at()) + "&lang=" + language.tag();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer list(Request request) {
        Language language = Language.of(request, "");
        String to = request.query("to");
        List<Mail> mails = mailbox.messages(to);
        String title = language.say("Mailbox", "Boîte aux lettres");
        String rows = mails.stream().map(mail -> row(mail, language)).collect(Collectors.joining("\n"));
        String empty = "<p class=\"empty\">"
                + language.say(
                        "No mail yet. Whatever the platform sends arrives here and goes nowhere else.",
                        "Aucun message pour l’instant. Tout ce que la plateforme envoie arrive ici et nulle part ailleurs.")
                + "</p>";
        String whose = to.isEmpty()
                ? language.say("Everybody’s mail, newest first", "Le courrier de tout le monde, le plus récent d’abord")
                : "<a href=\"/mail?lang=" + language.tag() + "\">"
                        + language.say("Everybody’s mail", "Le courrier de tout le monde") + "</a> · " + escape(to);
        String body = "<main class=\"wide\"><h1>" + title + "</h1><p class=\"muted\">" + whose + "</p>"
                + (mails.isEmpty() ? empty : "<ul class=\"mails\">" + rows + "</ul>") + "</main>";
        return Answer.page(200, Html.page(language, title, language.say("Simulated mail", "Courrier simulé"), body));
    }

    private static String row(Mail mail, Language language) {
        return """
                <li><a href="%s"><span class="subject">%s</span><span class="muted">%s</span><time datetime="%s">%s</time></a></li>""".formatted(
                escape(address("message", mail, language)),
                escape(mail.subject().isBlank() ? language.say("(no subject)", "(sans objet)") : mail.subject()),
                escape(mail.to()),
                escape(mail.at()),
                time(mail, language));
    }

    private static String time(Mail mail, Language language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language.locale())
                .withZone(ZoneId.systemDefault())
                .format(mail.received());
    }

    private static Answer message(Request request, Mail mail) {
        Language language = Language.of(request, "");
        String content = mail.html().isBlank()
                ? "<pre class=\"text\">" + escape(mail.text()) + "</pre>"
                : "<iframe class=\"letter\" sandbox src=\"" + escape(address("html", mail, language)) + "\" title=\""
                        + escape(mail.subject()) + "\"></iframe>"
                        + (mail.text().isBlank()
                                ? ""
                                : "<details><summary>" + language.say("As plain text", "En texte seul")
                                        + "</summary><pre class=\"text\">" + escape(mail.text()) + "</pre></details>");
        String body = """
                <main class="wide">
                <p><a href="/mail?lang=%s">← %s</a></p>
                <h1>%s</h1>
                <dl class="facts"><dt>%s</dt><dd>%s</dd><dt>%s</dt><dd>%s</dd><dt>%s</dt><dd>%s</dd></dl>
                %s
                </main>""".formatted(
                        language.tag(),
                        language.say("All mail", "Tous les messages"),
                        escape(mail.subject()),
                        language.say("From", "De"),
                        escape(mail.from()),
                        language.say("To", "À"),
                        escape(mail.to()),
                        language.say("Received", "Reçu"),
                        time(mail, language),
                        content);
        return Answer.page(
                200, Html.page(language, mail.subject(), language.say("Simulated mail", "Courrier simulé"), body));
    }

    /** The mail's own markup: shut in by its policy even if somebody opens it outside of the frame. */
    private static Answer html(Mail mail) {
        return Answer.page(200, mail.html())
                .with(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; img-src data: cid:; style-src 'unsafe-inline'");
    }
}
