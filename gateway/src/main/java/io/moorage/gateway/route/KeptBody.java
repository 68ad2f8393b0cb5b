package io.moorage.gateway.route;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A request whose body was read whole, within {@link BodyLimit}, so that it can be sent more than once. */
final class KeptBody extends ServerHttpRequestDecorator {
    private final byte[] body;

    private KeptBody(ServerHttpRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    static Mono<ServerWebExchange> of(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        if (request instanceof KeptBody) return Mono.just(exchange);
        return DataBufferUtils.join(request.getBody())
                .map(KeptBody::bytes)
                .defaultIfEmpty(new byte[0])
                .map(body ->
                        exchange.mutate().request(new KeptBody(request, body)).build());
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return body.length == 0
                ? Flux.empty()
                : Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)));
    }

    private static byte[] bytes(DataBuffer joined) {
        byte[] bytes = new byte[joined.readableByteCount()];
        joined.read(bytes);
        DataBufferUtils.release(joined);
        return bytes;
    }
}
