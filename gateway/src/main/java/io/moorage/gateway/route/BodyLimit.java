package io.moorage.gateway.route;

import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Bodies end at a limit. What is sent beyond it is dropped, up to a bound, before that is said: who is still sending while
 * the connection closes may never read the answer.
 */
@Component
@Order(-200) // before Spring Security, which reads forms
class BodyLimit implements WebFilter {
    private static final long USUAL = 1024 * 1024;
    private static final long FROM_OUTSIDE = 64 * 1024;
    private static final long DROPPED = 8 * 1024 * 1024;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().value();
        boolean fromOutside = path.startsWith("/api/v1/webhooks/") || path.startsWith("/logout/");
        long limit = fromOutside ? FROM_OUTSIDE : USUAL;
        Limited limited = new Limited(request, limit);
        if (request.getHeaders().getContentLength() > limit)
            return limited.getBody().doOnNext(DataBufferUtils::release).then(Mono.error(BodyLimit::tooLarge));
        return chain.filter(exchange.mutate().request(limited).build());
    }

    private static ProblemException tooLarge() {
        return new ProblemException(Problem.BODY_TOO_LARGE);
    }

    private static final class Limited extends ServerHttpRequestDecorator {
        private final long limit;

        private Limited(ServerHttpRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            AtomicLong read = new AtomicLong();
            Flux<DataBuffer> withinLimit = super.getBody().handle((part, sink) -> {
                long total = read.addAndGet(part.readableByteCount());
                if (total <= limit) {
                    sink.next(part);
                    return;
                }
                DataBufferUtils.release(part);
                if (total > limit + DROPPED) sink.error(tooLarge());
            });
            return withinLimit.concatWith(Mono.defer(() -> read.get() > limit ? Mono.error(tooLarge()) : Mono.empty()));
        }
    }
}
