package io.moorage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.cli.command.Environment;
import io.moorage.cli.command.Moor;
import io.moorage.cli.terminal.Terminal;
import io.moorage.cli.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

class TextsTest {
    private static final Pattern USED =
            Pattern.compile("(?:texts(?:\\(\\))?\\.of|misused)\\((?:spec, )?\"([a-z-]+)\"|failed\\(\"([a-z-]+)\"\\)");
    private static final Pattern COLUMN =
            Pattern.compile("(?<!texts\\(\\)\\.|texts\\.)\\b(?:text|word|time|money|yesNo|detail)\\(\"([A-Za-z]+)\"");

    private final Texts english = Texts.in("en");
    private final Texts french = Texts.in("fr");

    @Test
    void both_languages_have_the_same_texts_with_the_same_places() {
        assertThat(french.bundle().keySet())
                .containsExactlyInAnyOrderElementsOf(english.bundle().keySet());
        for (String key : english.bundle().keySet()) {
            for (String place : List.of("{0}", "{1}", "{2}")) {
                assertThat(french.of(key).contains(place))
                        .as(key + " " + place)
                        .isEqualTo(english.of(key).contains(place));
            }
            assertThat(french.of(key)).as(key).isNotBlank().doesNotContain("'");
            assertThat(english.of(key)).as(key).isNotBlank().doesNotContain("'");
        }
    }

    @Test
    void every_text_that_the_code_asks_for_exists() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String code = Files.readString(file);
                Matcher used = USED.matcher(code);
                while (used.find()) require(used.group(1) != null ? used.group(1) : used.group(2), missing);
                Matcher column = COLUMN.matcher(code);
                while (column.find()) require("heading." + column.group(1), missing);
            }
        }
        assertThat(missing).isEmpty();
    }

    private void require(String key, Set<String> missing) {
        if (!english.bundle().containsKey(key)) missing.add(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void every_command_option_and_argument_is_explained(String language) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Terminal terminal =
                new Terminal(nowhere, nowhere, InputStream.nullInputStream(), false, false, false, 80, false);
        Environment environment = new Environment(Map.of(), terminal, Clock.systemUTC(), ZoneOffset.UTC, pause -> {});

        explained(CommandTree.of(new Moor(environment, Texts.in(language)), Set.of()));
    }

    private static void explained(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        assertThat(command.getCommandSpec().usageMessage().header()).as(name).isNotEmpty();
        for (ArgSpec argument : command.getCommandSpec().args()) {
            assertThat(argument.description())
                    .as(name + " " + argument.paramLabel() + " " + argument)
                    .isNotEmpty();
        }
        command.getSubcommands().values().forEach(TextsTest::explained);
    }

    @ParameterizedTest
    @CsvSource({
        "fr_FR.UTF-8,'','',fr",
        "en_US.UTF-8,fr_CA,'',fr",
        "fr,C,'',en",
        "de_DE,'','',en",
        "'','','',en",
        "fr,en,fr,fr"
    })
    void the_language_is_the_environments(String lang, String messages, String all, String expected) {
        assertThat(Texts.language(Map.of("LANG", lang, "LC_MESSAGES", messages, "LC_ALL", all)))
                .isEqualTo(expected);
    }
}
