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

/** Bodies end at a limit: announced ones before they are read, others as soon as they pass it. */
@Component
@Order(-200) // before Spring Security, which reads forms
class BodyLimit implements WebFilter {
    private static final long USUAL = 1024 * 1024;
    private static final long FROM_OUTSIDE = 64 * 1024;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().value();
        boolean fromOutside = path.startsWith("/api/v1/webhooks/") || path.startsWith("/logout/");
        long limit = fromOutside ? FROM_OUTSIDE : USUAL;
        if (request.getHeaders().getContentLength() > limit) return Mono.error(tooLarge());
        return chain.filter(
                exchange.mutate().request(new Limited(request, limit)).build());
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
            return super.getBody().handle((part, sink) -> {
                if (read.addAndGet(part.readableByteCount()) > limit) {
                    DataBufferUtils.release(part);
                    sink.error(tooLarge());
                } else {
                    sink.next(part);
                }
            });
        }
    }
}
