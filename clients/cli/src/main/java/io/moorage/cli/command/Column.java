package io.moorage.cli.command;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A column of a list, or a line about one thing.
 *
 * @param key its name in CSV, and of its heading's text
 * @param pointer where in the API's item its value is (RFC 6901)
 * @param kind how a person reads it
 */
public record Column(String key, String pointer, Kind kind) {
    public enum Kind {
        TEXT,
        /** One of the API's words: {@code active}, {@code power-on}. */
        WORD,
        TIME,
        MONEY,
        YES_NO,
        /** In CSV, and where one thing is shown; a table would become too wide. */
        DETAIL
    }

    public static Column text(String key) {
        return new Column(key, "/" + key, Kind.TEXT);
    }

    public static Column text(String key, String pointer) {
        return new Column(key, pointer, Kind.TEXT);
    }

    public static Column word(String key) {
        return new Column(key, "/" + key, Kind.WORD);
    }

    public static Column time(String key) {
        return new Column(key, "/" + key, Kind.TIME);
    }

    public static Column money(String key) {
        return new Column(key, "/" + key, Kind.MONEY);
    }

    public static Column yesNo(String key) {
        return new Column(key, "/" + key, Kind.YES_NO);
    }

    public static Column detail(String key, String pointer) {
        return new Column(key, pointer, Kind.DETAIL);
    }

    /** As the API says it: lists and objects on one line. */
    String value(JsonNode item) {
        JsonNode value = item.at(pointer);
        return kind == Kind.MONEY ? money(value) : plain(value);
    }

    /** The amount as the API writes it, exact, and its currency. */
    public static String money(JsonNode money) {
        return (money.path("amount").asString("") + " " + money.path("currency").asString("")).strip();
    }

    private static String plain(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) return "";
        List<String> parts = new ArrayList<>();
        if (value.isArray()) value.forEach(part -> parts.add(plain(part)));
        if (value.isObject())
            value.properties().forEach(part -> parts.add(part.getKey() + "=" + plain(part.getValue())));
        return value.isContainer() ? String.join(" ", parts) : value.asString();
    }
}
