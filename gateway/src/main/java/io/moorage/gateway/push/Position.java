package io.moorage.gateway.push;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a reader has come: for each topic, the next offset of every partition. Written into event ids, so that any
 * gateway can go on from there. Topics stand in it by a part of Kafka's own id for them, which a topic deleted and made
 * again doesn't share: its offsets mean something else.
 */
final class Position {
    private static final byte VERSION = 1;
    private static final int LONGEST = 4096;
    private static final int MOST_PARTITIONS = 1024;

    private final TreeMap<Integer, long[]> topics;

    Position() {
        this(new TreeMap<>());
    }

    private Position(TreeMap<Integer, long[]> topics) {
        this.topics = topics;
    }

    Position copy() {
        TreeMap<Integer, long[]> copy = new TreeMap<>();
        topics.forEach((topic, offsets) -> copy.put(topic, offsets.clone()));
        return new Position(copy);
    }

    boolean isEmpty() {
        return topics.isEmpty();
    }

    void clear() {
        topics.clear();
    }

    /** Next offset; 0 for a partition that was not known when the position was taken. */
    long of(Partition partition) {
        long[] offsets = topics.get(partition.topic());
        return offsets == null || partition.number() >= offsets.length ? 0 : offsets[partition.number()];
    }

    void set(Partition partition, long next) {
        long[] offsets = topics.getOrDefault(partition.topic(), new long[0]);
        if (partition.number() >= offsets.length) offsets = Arrays.copyOf(offsets, partition.number() + 1);
        offsets[partition.number()] = next;
        topics.put(partition.topic(), offsets);
    }

    /** Moves every partition on to where the other position is, if that is further. */
    void advanceTo(Position other) {
        other.topics.forEach((topic, offsets) -> {
            for (int number = 0; number < offsets.length; number++) {
                Partition partition = new Partition(topic, number);
                set(partition, Math.max(of(partition), offsets[number]));
            }
        });
    }

    /** Whether every topic of this position is among these. */
    boolean isWithin(Position known) {
        return known.topics.keySet().containsAll(topics.keySet());
    }

    String encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64);
        out.write(VERSION);
        for (Map.Entry<Integer, long[]> topic : topics.entrySet()) {
            out.writeBytes(ByteBuffer.allocate(4).putInt(topic.getKey()).array());
            write(out, topic.getValue().length);
            for (long offset : topic.getValue()) write(out, offset);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
    }

    /** Empty where the text is no position. */
    static Optional<Position> decode(String text) {
        if (text.length() > LONGEST) return Optional.empty();
        try {
            ByteBuffer in = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (in.get() != VERSION) return Optional.empty();
            TreeMap<Integer, long[]> topics = new TreeMap<>();
            while (in.hasRemaining()) {
                int topic = in.getInt();
                long count = read(in);
                if (count > MOST_PARTITIONS || topics.containsKey(topic)) return Optional.empty();
                long[] offsets = new long[(int) count];
                for (int number = 0; number < count; number++) offsets[number] = read(in);
                topics.put(topic, offsets);
            }
            return Optional.of(new Position(topics));
        } catch (RuntimeException malformed) {
            return Optional.empty();
        }
    }

    /** Seven bits a byte, low ones first; the eighth says that more follow. */
    private static void write(ByteArrayOutputStream out, long number) {
        long left = number;
        while (left > 0x7F) {
            out.write((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        out.write((int) left);
    }

    private static long read(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            byte next = in.get();
            number |= (long) (next & 0x7F) << shift;
            if (next >= 0) return number;
        }
        throw new IllegalArgumentException("longer than any offset");
    }

    /** @param topic the part of Kafka's id that stands for the topic */
    record Partition(int topic, int number) {}
}
