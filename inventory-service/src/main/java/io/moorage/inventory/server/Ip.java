package io.moorage.inventory.server;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An address of IPv4 or IPv6, written in the one way of RFC 5952. Nothing is looked up in the DNS. */
record Ip(String text) {
    private static final Pattern V4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final Pattern ZEROS = Pattern.compile("(?<![0-9a-f])0(?::0)+(?![0-9a-f])");

    /** Empty if the text isn't a whole address. */
    static Optional<Ip> of(String text) {
        return parse(text).map(address -> new Ip(write(address)));
    }

    /**
     * The addresses of a network.
     *
     * @param text as {@code 192.0.2.0/24}; bits beyond the length may be set
     */
    static Optional<Range> network(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) return Optional.empty();
        return parse(text.substring(0, slash)).flatMap(address -> {
            int bits = address.getAddress().length * 8;
            String length = text.substring(slash + 1);
            return length.matches("\\d{1,3}") && Integer.parseInt(length) <= bits
                    ? Optional.of(range(address, Integer.parseInt(length)))
                    : Optional.empty();
        });
    }

    private static Range range(InetAddress address, int length) {
        byte[] first = address.getAddress();
        byte[] last = first.clone();
        for (int bit = length; bit < first.length * 8; bit++) {
            first[bit / 8] &= (byte) ~(0x80 >> bit % 8);
            last[bit / 8] |= (byte) (0x80 >> bit % 8);
        }
        return new Range(write(first), write(last));
    }

    private static Optional<InetAddress> parse(String text) {
        try {
            if (V4.matcher(text).matches()) return Optional.of(Inet4Address.ofLiteral(text));
            if (V6.matcher(text).matches()) return Optional.of(Inet6Address.ofLiteral(text));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String write(InetAddress address) {
        return write(address.getAddress());
    }

    private static String write(byte[] bytes) {
        if (bytes.length == 4)
            return IntStream.range(0, 4)
                    .mapToObj(i -> Integer.toString(bytes[i] & 0xff))
                    .collect(Collectors.joining("."));
        String whole = IntStream.range(0, 8)
                .mapToObj(i -> Integer.toHexString((bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff))
                .collect(Collectors.joining(":"));
        return ZEROS.matcher(whole)
                .results()
                .reduce((one, other) -> other.group().length() > one.group().length() ? other : one)
                .map(zeros -> without(zeros, whole))
                .orElse(whole);
    }

    private static String without(MatchResult zeros, String whole) {
        String before = whole.substring(0, zeros.start());
        String after = whole.substring(zeros.end());
        return (before.isEmpty() ? ":" : before) + (after.isEmpty() ? ":" : after);
    }

    /** From one address to another, both in it. */
    record Range(String first, String last) {}
}
