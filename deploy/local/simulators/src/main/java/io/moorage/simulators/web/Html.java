package io.moorage.simulators.web;

/** The frame that every page shares, and what keeps foreign text from becoming markup. */
public final class Html {
    private Html() {}

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A whole page; {@code body} is markup, {@code title} is text. */
    public static String page(Language language, String title, String subtitle, String body) {
        return """
                <!doctype html>
                <html lang="%1$s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%2$s · Moorage</title>
                <link rel="stylesheet" href="/style.css">
                </head>
                <body>
                <header class="bar"><span class="mark">Moorage</span><span class="kind">%3$s</span></header>
                %4$s
                </body>
                </html>
                """.formatted(language.tag(), escape(title), escape(subtitle), body);
    }
}
