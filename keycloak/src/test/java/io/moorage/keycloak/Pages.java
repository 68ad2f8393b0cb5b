package io.moorage.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads pages and mails as a person does. */
final class Pages {

    private Pages() {}

    /** What a page tells its reader, without what is between the lines. */
    static String said(HttpResponse<String> page) {
        return page.body()
                .replaceAll("(?is)<(script|style).*?</\\1>|<[^>]+>", " ")
                .replace("&rsquo;", "’")
                .replaceAll("\\s+", " ");
    }

    /** Where a link leads whose address fits the pattern. */
    static String link(String page, String pattern) {
        Matcher link = Pattern.compile("href=\"(" + pattern + ")\"").matcher(page);
        assertThat(link.find()).as("a link to " + pattern).isTrue();
        return link.group(1).replace("&amp;", "&");
    }
}
