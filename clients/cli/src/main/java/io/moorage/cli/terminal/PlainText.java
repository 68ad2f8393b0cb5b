package io.moorage.cli.terminal;

import java.util.stream.IntStream;

/** Text without anything that a terminal would obey: escape sequences, line breaks, signs that turn the reading order. */
public final class PlainText {
    private PlainText() {}

    /** On one line. */
    public static String of(String text) {
        return keeping(text, false);
    }

    /** Line breaks and tabs stay. */
    public static String lines(String text) {
        return keeping(text, true);
    }

    private static String keeping(String text, boolean layout) {
        if (text.codePoints().noneMatch(c -> isObeyed(c, layout))) return text;
        IntStream harmless = text.codePoints().filter(c -> !isObeyed(c, layout));
        return harmless.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isObeyed(int c, boolean layout) {
        if (layout && (c == '\n' || c == '\t')) return false;
        if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) return true;
        boolean turnsOrder = c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E);
        return turnsOrder || (c >= 0x2066 && c <= 0x2069) || (c >= 0xD800 && c <= 0xDFFF);
    }

    /** How many columns a terminal needs for it: accents none of their own, East Asian characters and emoji two. */
    public static int width(String text) {
        return text.codePoints().map(PlainText::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT)
            return 0;
        boolean wide = (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
        return wide ? 2 : 1;
    }

    /** Cut so that it fits, with an ellipsis where something is missing. */
    static String fit(String text, int columns) {
        if (width(text) <= columns) return text;
        StringBuilder cut = new StringBuilder();
        int used = 1;
        for (int c : text.codePoints().toArray()) {
            if (used + width(c) > columns) break;
            cut.appendCodePoint(c);
            used += width(c);
        }
        return cut + "…";
    }
}
