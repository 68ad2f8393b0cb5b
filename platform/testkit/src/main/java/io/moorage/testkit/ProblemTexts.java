package io.moorage.testkit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;

/** The texts of problems: every one in French and in English, with the same blanks to fill. */
public final class ProblemTexts {
    private ProblemTexts() {}

    /**
     * @param bundle as {@code problems/service}
     * @return what is missing or differs, empty if nothing
     */
    public static List<String> faults(String bundle) {
        Properties english = read(bundle + "_en.properties");
        Properties french = read(bundle + "_fr.properties");
        List<String> faults = new ArrayList<>();
        var keys = new TreeSet<>(english.stringPropertyNames());
        keys.addAll(french.stringPropertyNames());
        for (String key : keys) {
            String one = english.getProperty(key, "");
            String other = french.getProperty(key, "");
            if (one.isBlank()) faults.add(key + " has no English text");
            if (other.isBlank()) faults.add(key + " has no French text");
            if (!blanks(one).equals(blanks(other))) faults.add(key + " fills other blanks in French");
            if (one.equals(other)) faults.add(key + " is not translated");
            if ((one + other).replace("''", "").contains("'"))
                faults.add(key + " has a single apostrophe, which the format swallows");
        }
        return faults;
    }

    private static List<String> blanks(String text) {
        return text.chars()
                .mapToObj(Character::toString)
                .filter("0123456789"::contains)
                .filter(digit -> text.contains("{" + digit + "}"))
                .distinct()
                .sorted()
                .toList();
    }

    private static Properties read(String resource) {
        Properties texts = new Properties();
        var stream = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(resource), resource);
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
