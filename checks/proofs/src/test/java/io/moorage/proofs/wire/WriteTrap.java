package io.moorage.proofs.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises the message with which a client of PostgreSQL writes an event of that type: nothing of it is stored yet. */
public final class WriteTrap implements Trap {
    private final String eventType;
    private final Pattern clue;
    private final Set<String> clues = new LinkedHashSet<>();

    /** @param field the field of the event's JSON that says whose it is */
    public WriteTrap(String eventType, String field) {
        this.eventType = eventType;
        this.clue = Pattern.compile("\"" + field + "\":\"([^\"]+)\"");
    }

    @Override
    public boolean springs(Object connection, boolean fromClient, byte[] frame) {
        if (!fromClient) return false;
        String text = new String(frame, StandardCharsets.ISO_8859_1);
        if (!text.contains(eventType)) return false;
        Matcher found = clue.matcher(text);
        while (found.find()) clues.add(found.group(1));
        return !clues.isEmpty();
    }

    @Override
    public Set<String> clues() {
        return Set.copyOf(clues);
    }
}
