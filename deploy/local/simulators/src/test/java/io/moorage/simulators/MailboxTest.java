package io.moorage.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class MailboxTest {
    @TempDir
    private Path folder;

    private Running running;

    @BeforeEach
    void start() throws Exception {
        running = new Running(folder);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void a_mail_sent_by_smtp_appears_whole_and_newest_first() throws Exception {
        send("sam@example.eu", "Compte ouvert é", "Bonjour", "<p>Bonjour</p>");
        send("sam@example.eu", "Second", "Text", "");
        send("other@example.eu", "Not Sam's", "Text", "");

        JsonNode mails =
                Running.json(running.get("/mail/messages?to=Sam@example.eu").body());
        assertThat(mails.size()).isEqualTo(2);
        assertThat(mails.at("/0/subject").asString()).isEqualTo("Second");
        assertThat(mails.at("/1/subject").asString()).isEqualTo("Compte ouvert é");
        assertThat(mails.at("/1/to").asString()).isEqualTo("sam@example.eu");
        assertThat(mails.at("/1/from").asString()).isEqualTo("Moorage <no-reply@example.eu>");
        assertThat(mails.at("/1/text").asString().strip()).isEqualTo("Bonjour");
        assertThat(mails.at("/1/html").asString().strip()).isEqualTo("<p>Bonjour</p>");
        assertThat(mails.at("/1/at").asString()).matches("[0-9-]+T[0-9:.]+Z");
    }

    @Test
    void nobody_has_mail_before_any_was_sent() throws Exception {
        assertThat(running.get("/mail/messages?to=sam@example.eu").body()).isEqualTo("[]");
        assertThat(running.get("/mail?lang=fr").body()).contains("Aucun message");
    }

    @Test
    void the_pages_show_a_mail_without_letting_it_act() throws Exception {
        send("sam@example.eu", "<script>1</script>", "Text", "<script>parent.location='x'</script><p>Hello</p>");
        String at = Running.json(running.get("/mail/messages?to=sam@example.eu").body())
                .at("/0/at")
                .asString();
        String which = "?to=sam@example.eu&at=" + URLEncoder.encode(at, StandardCharsets.UTF_8);

        assertThat(running.get("/mail").body()).contains("&lt;script&gt;").doesNotContain("<script");
        assertThat(running.get("/mail/message" + which).body())
                .contains("<iframe class=\"letter\" sandbox src=")
                .doesNotContain("<script");
        HttpResponse<String> letter = running.get("/mail/html" + which);
        assertThat(letter.body()).contains("<p>Hello</p>");
        assertThat(letter.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox; default-src 'none'");
    }

    @Test
    void an_address_that_nobody_knows_is_a_problem_document() throws Exception {
        HttpResponse<String> answer = running.get("/nothing");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Running.json(answer.body()).get("code").asString()).isEqualTo("not-found");
        assertThat(running.get("/mail/message?to=a@b.fr&at=never").statusCode()).isEqualTo(404);
    }

    @Test
    void it_says_when_it_is_ready() throws Exception {
        assertThat(running.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    private void send(String to, String subject, String text, String html) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(running.smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("no-reply@example.eu", "Moorage"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        MimeMultipart parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(text, "plain"));
        if (!html.isEmpty()) {
            parts.addBodyPart(part(html, "html"));
        }
        message.setContent(parts);
        Transport.send(message);
    }

    private static MimeBodyPart part(String text, String kind) throws Exception {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", kind);
        return part;
    }
}
