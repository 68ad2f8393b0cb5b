package io.moorage.proofs.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** How a protocol cuts its stream of bytes into messages. */
public enum Framing {
    /** A type and a length, but for a client's first message, which has no type (PostgreSQL documentation §54.7). */
    POSTGRES {
        @Override
        byte[] frame(DataInputStream in, boolean firstOfClient) throws IOException {
            byte type = firstOfClient ? 0 : in.readByte();
            int length = in.readInt();
            int head = firstOfClient ? 4 : 5;
            ByteBuffer frame = ByteBuffer.allocate(head - 4 + length);
            if (!firstOfClient) frame.put(type);
            frame.putInt(length);
            in.readFully(frame.array(), head, length - 4);
            return frame.array();
        }
    },
    /** A length before each request and each response (Kafka protocol guide). */
    KAFKA {
        @Override
        byte[] frame(DataInputStream in, boolean firstOfClient) throws IOException {
            int length = in.readInt();
            ByteBuffer frame = ByteBuffer.allocate(4 + length).putInt(length);
            in.readFully(frame.array(), 4, length);
            return frame.array();
        }
    };

    abstract byte[] frame(DataInputStream in, boolean firstOfClient) throws IOException;

    /** The next message with its head; null when the other side is gone. */
    byte @Nullable [] next(DataInputStream in, boolean firstOfClient) throws IOException {
        try {
            return frame(in, firstOfClient);
        } catch (EOFException | SocketException gone) {
            return null;
        }
    }
}
