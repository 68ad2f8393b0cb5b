package io.moorage.gateway.problem;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.HtmlUtils;

/** A small page for people whose browser ran into a problem outside the portal, such as a log-in that went wrong. */
final class ErrorPage {
    private static final String PAGE = """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%s · Moorage</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto; padding: 0 1.5rem; }
            h1 { font-size: 1.4rem; }
            </style>
            </head>
            <body>
            <main>
            <h1>%s</h1>
            <p>%s</p>
            <p><a href="/">%s</a></p>
            </main>
            </body>
            </html>
            """;

    private ErrorPage() {}

    static byte[] of(ProblemException problem, Language language) {
        String title = HtmlUtils.htmlEscape(problem.title(language), "UTF-8");
        String detail = HtmlUtils.htmlEscape(problem.detail(language), "UTF-8");
        String back = HtmlUtils.htmlEscape(Texts.text(language, "page.back"), "UTF-8");
        return PAGE.formatted(language.tag(), title, title, detail, back).getBytes(StandardCharsets.UTF_8);
    }
}
