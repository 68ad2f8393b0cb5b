package io.moorage.keycloak.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static Properties messages(String type, String language) throws IOException {
        Properties messages = new Properties();
        Path file =
                Path.of("src/main/resources/theme/moorage", type, "messages", "messages_" + language + ".properties");
        try (var reader = Files.newBufferedReader(file)) {
            messages.load(reader);
        }
        return messages;
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    void both_languages_have_the_same_messages(String type) throws IOException {
        assertThat(messages(type, "fr").stringPropertyNames())
                .isEqualTo(messages(type, "en").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    void both_languages_use_the_same_values_in_a_message(String type) throws IOException {
        Properties french = messages(type, "fr");
        messages(type, "en")
                .forEach((key, english) -> assertThat(values(french.getProperty((String) key)))
                        .as("values in %s", key)
                        .isEqualTo(values((String) english)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    void no_message_has_a_straight_apostrophe_which_would_swallow_what_follows(String type) throws IOException {
        for (String language : new String[] {"en", "fr"})
            assertThat(messages(type, language).values()).noneMatch(text -> ((String) text).contains("'"));
    }

    private static Format[] formats(String text) {
        return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex();
    }

    private static int values(String text) {
        return formats(text).length;
    }
}
