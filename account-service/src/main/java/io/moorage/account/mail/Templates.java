package io.moorage.account.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Our own mails, in French and English, as text and as HTML: the files in {@code mails/}. The first line of a text is
 * the mail's subject. Parameters are escaped where they come into HTML.
 */
@Component
class Templates {
    /** What the archive shows of a secret. */
    static final String BLANK = "••••";

    static final List<String> NAMES = List.of("account-opened", "invitation", "notice", "security");
    static final List<String> LANGUAGES = List.of("fr", "en");
    private static final String LINK = "link";

    private final Map<String, Template> subjects = new HashMap<>();
    private final Map<String, Template> texts = new HashMap<>();
    private final Map<String, Template> pages = new HashMap<>();
    private final Map<String, String> footers = new HashMap<>();
    private final Template layout = Mustache.compiler().compile(read("layout.html"));
    private final String portal;

    /** @param portal the address that the mails' links begin with */
    Templates(@Value("${moorage.public-url}") String portal) {
        this.portal = portal.replaceAll("/+$", "");
        for (String language : LANGUAGES) {
            footers.put(language, read("footer." + language + ".txt").strip());
            for (String name : NAMES) compile(name + "." + language);
        }
    }

    private void compile(String key) {
        Mustache.Compiler compiler = Mustache.compiler().emptyStringIsFalse(true);
        String[] text = read(key + ".txt").split("\n", 2);
        subjects.put(key, compiler.escapeHTML(false).compile(text[0]));
        texts.put(key, compiler.escapeHTML(false).compile(text[1].strip()));
        pages.put(key, compiler.compile(read(key + ".html")));
    }

    /**
     * @param language {@code fr}, or else English is written
     * @throws IllegalArgumentException if there is no such template, a parameter is missing, or {@code link} is no path
     */
    Letter write(String name, String language, Map<String, String> parameters) {
        if (!NAMES.contains(name)) throw new IllegalArgumentException("No such template");
        if (!isPath(parameters.getOrDefault(LINK, "/")))
            throw new IllegalArgumentException("A link is a path of the portal");
        String spoken = spoken(language);
        Map<String, String> values = new HashMap<>(parameters);
        values.put("portal", portal);
        String subject = fill(subjects, name, spoken, values);
        return new Letter(
                subject,
                fill(texts, name, spoken, values) + "\n\n-- \n" + footers.get(spoken) + "\n",
                page(subject, fill(pages, name, spoken, values), spoken));
    }

    /** Anything else behind the portal's address would lead elsewhere. */
    private static boolean isPath(String link) {
        return link.startsWith("/") || link.equals(BLANK);
    }

    static String spoken(String language) {
        return LANGUAGES.contains(language) ? language : "en";
    }

    private String page(String subject, String content, String language) {
        return layout.execute(Map.of(
                "language", language,
                "subject", subject,
                "content", content,
                "footer", footers.getOrDefault(language, "")));
    }

    private static String fill(Map<String, Template> of, String name, String language, Map<String, String> values) {
        try {
            Template template = of.get(name + "." + language);
            if (template == null) throw new IllegalArgumentException("No such template");
            return template.execute(values);
        } catch (MustacheException.Context e) {
            throw new IllegalArgumentException("The template needs the parameter " + e.key, e);
        }
    }

    private static String read(String file) {
        try {
            return new ClassPathResource("mails/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
