package io.moorage.proofs.wire;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises PostgreSQL's answer to the commit of a transaction that wrote an event of that type: the first
 * {@code ReadyForQuery} of the connection that says idle.
 */
public final class CommitTrap implements Trap {
    private static final byte READY_FOR_QUERY = 'Z';
    private static final byte IDLE = 'I';

    private final WriteTrap write;
    private @Nullable Object writer;

    public CommitTrap(String eventType, String field) {
        this.write = new WriteTrap(eventType, field);
    }

    @Override
    public boolean springs(Object connection, boolean fromClient, byte[] frame) {
        if (writer == null && write.springs(connection, fromClient, frame)) writer = connection;
        return !fromClient && connection.equals(writer) && frame[0] == READY_FOR_QUERY && frame[5] == IDLE;
    }

    @Override
    public Set<String> clues() {
        return write.clues();
    }
}
