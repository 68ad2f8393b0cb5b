package io.moorage.gateway.route;

import io.moorage.gateway.GatewaySettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Where a request comes from: the other end of the connection, unless that is a proxy that we were told to trust. Then it
 * is the last address in {@code X-Forwarded-For} that isn't a trusted proxy's; those before it are only claimed.
 */
@Component
public class ClientAddress {
    private final List<Network> trusted;

    ClientAddress(GatewaySettings settings) {
        this.trusted = settings.trustedProxies().stream().map(Network::parse).toList();
    }

    /** An address in figures, or an empty text where none is known. */
    public String of(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        if (remote == null || remote.getAddress() == null) return "";
        InetAddress address = remote.getAddress();
        List<String> forwarded = request.getHeaders().getValuesAsList("X-Forwarded-For");
        for (int i = forwarded.size() - 1; i >= 0 && isTrusted(address); i--) {
            InetAddress before = parse(forwarded.get(i));
            if (before == null) break;
            address = before;
        }
        return text(address);
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.has(address));
    }

    private static @Nullable InetAddress parse(String text) {
        try {
            return InetAddress.ofLiteral(text.strip());
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    /** Without the scope of a link-local address, which means nothing elsewhere. */
    private static String text(InetAddress address) {
        return address.getHostAddress().split("%", 2)[0];
    }

    /** As {@code 10.0.0.0/8}, or one address. */
    private record Network(byte[] address, int bits) {
        static Network parse(String text) {
            String[] parts = text.strip().split("/", 2);
            byte[] address = InetAddress.ofLiteral(parts[0]).getAddress();
            return new Network(address, parts.length == 1 ? address.length * 8 : Integer.parseInt(parts[1]));
        }

        boolean has(InetAddress other) {
            byte[] bytes = other.getAddress();
            if (bytes.length != address.length) return false;
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((bytes[bit / 8] & mask) != (address[bit / 8] & mask)) return false;
            }
            return true;
        }
    }
}
