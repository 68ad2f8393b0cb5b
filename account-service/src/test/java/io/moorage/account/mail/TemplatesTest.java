package io.moorage.account.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {
    private static final Map<String, String> PARAMETERS = Map.of(
            "firstName",
            "Zoë",
            "handle",
            "xx11111-mo",
            "text",
            "Server 10427 restarted",
            "link",
            "/servers/10427",
            "inviter",
            "Camille Durand",
            "account",
            "xx11111-mo",
            "until",
            "3/12/2026");

    private final Templates templates = new Templates("https://portal.example.eu/");

    static Stream<String> names() {
        return Templates.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_mail_is_complete_and_said_differently_in_both_languages(String name) {
        Letter french = templates.write(name, "fr", PARAMETERS);
        Letter english = templates.write(name, "en", PARAMETERS);

        for (Letter letter : new Letter[] {french, english}) {
            assertThat(letter.subject()).isNotBlank();
            assertThat(letter.text())
                    .contains("https://portal.example.eu/", "\n-- \n")
                    .doesNotContain("{{", "<", "//s");
            assertThat(letter.html())
                    .contains("<title>" + letter.subject() + "</title>", "prefers-color-scheme: dark", "</html>")
                    .doesNotContain("{{", "<script");
        }
        assertThat(french.text()).isNotEqualTo(english.text());
        assertThat(french.html()).contains("lang=\"fr\"", "Nous ne demandons jamais votre mot de passe.");
        assertThat(english.html()).contains("lang=\"en\"", "We never ask for your password.");
    }

    @Test
    void whoever_speaks_neither_reads_english() {
        assertThat(templates.write("notice", "de", PARAMETERS)).isEqualTo(templates.write("notice", "en", PARAMETERS));
    }

    @Test
    void markup_in_a_parameter_is_text() {
        Letter letter = templates.write(
                "notice", "en", Map.of("text", "<img src=x onerror=alert(1)> \"&{{portal}}", "link", "/\"><script>"));

        assertThat(letter.html())
                .contains("&lt;img src", "&quot;&amp;")
                .doesNotContain("<img", "<script", "https://portal.example.eu<");
        assertThat(letter.text()).contains("<img src=x onerror=alert(1)> \"&{{portal}}");
    }

    @Test
    void a_line_break_in_a_parameter_does_not_end_the_subject() {
        Letter letter = templates.write(
                "account-opened", "en", Map.of("firstName", "", "handle", "xx\r\nBcc: victim@example.eu"));

        assertThat(letter.subject()).isEqualTo("Your Moorage account xx Bcc: victim@example.eu is open");
        assertThat(letter.text()).startsWith("Hello,\n");
    }

    @Test
    void characters_that_no_mail_can_hold_are_gone() {
        Letter letter = new Letter("a\u0000b\u2028c", "d\u0000\te\r\nf\ud800", "\u0007g");

        assertThat(letter).isEqualTo(new Letter("a b c", "d\te\nf?", "g"));
    }

    @Test
    void links_that_may_hold_a_token_are_blanked_and_others_stay() {
        Letter letter = new Letter(
                "s",
                "See https://a.example/b?key=1&x=2 and https://a.example/c.",
                "<a href=\"http://a/b?k=1&amp;x=2\">b</a>");

        assertThat(Links.blank(letter))
                .isEqualTo(new Letter("s", "See •••• and https://a.example/c.", "<a href=\"••••\">b</a>"));
    }
}
