package io.moorage.cli.session;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Addresses that tokens may be sent to: over TLS, or to this very machine. */
public final class Address {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private Address() {}

    /** Without a slash at its end; null if tokens must not be sent there. */
    public static @Nullable String safe(@Nullable String text) {
        URI uri = parsed(text);
        if (uri == null || uri.getHost() == null || uri.getRawUserInfo() != null) return null;
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean local =
                scheme.equals("http") && THIS_MACHINE.contains(uri.getHost().toLowerCase(Locale.ROOT));
        if (!local && !scheme.equals("https")) return null;
        String url = uri.toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static @Nullable URI parsed(@Nullable String text) {
        try {
            return text == null ? null : new URI(text);
        } catch (URISyntaxException noAddress) {
            return null;
        }
    }
}
