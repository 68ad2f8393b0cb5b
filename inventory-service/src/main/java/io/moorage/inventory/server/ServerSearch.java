package io.moorage.inventory.server;

import io.moorage.web.Malformed;
import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the search box: the beginning of a number, a name, a tag or an address; an address, or a network.
 * The SQL is the same whatever was typed; that is a parameter, in which no sign has a meaning.
 *
 * @param text in lower case
 * @param addresses those meant, if it is an address or a network
 */
record ServerSearch(String text, Ip.@Nullable Range addresses) {
    private static final int LONGEST = 100;

    private static final String TERM = "term >= :from and term < :to";
    private static final String ADDRESS = "ip between :first::inet and :last::inet";
    private static final String TAG = "folded >= :from and folded < :to";

    /** Nothing that begins with a text comes after the text with this. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /**
     * @return null for a blank
     * @throws Malformed with {@code filter-invalid}
     */
    static @Nullable ServerSearch of(String typed) {
        String text =
                Tags.folded(Normalizer.normalize(typed, Normalizer.Form.NFC).strip());
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl))
            throw new Malformed("filter-invalid");
        if (text.isEmpty()) return null;
        Ip.Range addresses = Ip.of(text)
                .map(ip -> new Ip.Range(ip.text(), ip.text()))
                .or(() -> Ip.network(text))
                .orElse(null);
        return new ServerSearch(text, addresses);
    }

    /** A query of the numbers of those that match, some more than once, up to {@code :most}. */
    String numbers() {
        return "select number from server_term where account = :account and " + (addresses == null ? TERM : ADDRESS)
                + " union all select number from server_tag where account = :account and " + TAG + " limit :most";
    }

    /**
     * The condition that a row of the table {@code server} matches, looked at row by row: {@code offset 0} keeps it from
     * being joined, and {@code left} from being looked up by the text, of which there are many.
     */
    String condition() {
        String term = addresses == null ? "left(t.term, length(:from)) = :from" : ADDRESS;
        return " and (exists (select 1 from server_term t where t.account = server.account and t.number ="
                + " server.number and "
                + term + " offset 0) or exists (select 1 from server_tag t where t.account = server.account"
                + " and t.number = server.number and left(t.folded, length(:from)) = :from offset 0))";
    }

    Map<String, Object> parameters() {
        if (addresses == null) return Map.of("from", text, "to", text + LAST);
        return Map.of("from", text, "to", text + LAST, "first", addresses.first(), "last", addresses.last());
    }
}
