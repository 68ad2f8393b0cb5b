package io.moorage.proofs.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises Kafka's answer to {@code EndTxn} (commit) of a transaction in which events were sent. The clues are the
 * events' ids, from their header {@code ce_id}.
 */
public final class KafkaCommitTrap implements Trap {
    private static final short PRODUCE = 0;
    private static final short END_TXN = 26;
    private static final Pattern EVENT_ID = Pattern.compile("ce_id.([0-9a-f-]{36})", Pattern.DOTALL);

    private final Set<String> eventIds = new LinkedHashSet<>();
    private @Nullable Object committer;
    private int correlation;

    @Override
    public boolean springs(Object connection, boolean fromClient, byte[] frame) {
        ByteBuffer message = ByteBuffer.wrap(frame);
        if (!fromClient) return connection.equals(committer) && message.getInt(4) == correlation;
        short request = message.getShort(4);
        if (request == PRODUCE && committer == null) collect(frame);
        if (request == END_TXN && committer == null && !eventIds.isEmpty() && commits(frame)) {
            committer = connection;
            correlation = message.getInt(8);
        }
        return false;
    }

    private void collect(byte[] frame) {
        Matcher found = EVENT_ID.matcher(new String(frame, StandardCharsets.ISO_8859_1));
        while (found.find()) eventIds.add(found.group(1));
    }

    /** The flag is the request's last field, before the (empty) tags of versions from 3 on. */
    private static boolean commits(byte[] frame) {
        return frame[frame.length - 2] == 1;
    }

    @Override
    public Set<String> clues() {
        return Set.copyOf(eventIds);
    }
}
