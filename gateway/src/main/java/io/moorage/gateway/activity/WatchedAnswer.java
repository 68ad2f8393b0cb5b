package io.moorage.gateway.activity;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An answer on its way out, of which status and problem code are noticed. */
final class WatchedAnswer extends ServerHttpResponseDecorator {
    private static final int LONGEST = 16 * 1024;
    private static final int LONGEST_CODE = 64;

    private final JsonMapper json;
    private final ByteArrayOutputStream problem = new ByteArrayOutputStream();

    WatchedAnswer(ServerHttpResponse answer, JsonMapper json) {
        super(answer);
        this.json = json;
    }

    /** Null as long as nothing was answered. */
    @Nullable
    Integer status() {
        HttpStatusCode status = getStatusCode();
        return status == null || !isCommitted() ? null : status.value();
    }

    /** Null unless the answer was a problem with a code. */
    @Nullable
    String code() {
        if (problem.size() == 0 || problem.size() > LONGEST) return null;
        try {
            String code = json.readTree(problem.toByteArray()).path("code").stringValue(null);
            return code == null || code.length() > LONGEST_CODE ? null : code;
        } catch (JacksonException noJson) {
            return null;
        }
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        boolean isProblem =
                MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(getHeaders().getContentType());
        return super.writeWith(isProblem ? Flux.from(body).doOnNext(this::read) : body);
    }

    private void read(DataBuffer part) {
        byte[] bytes = new byte[part.readableByteCount()];
        part.toByteBuffer(ByteBuffer.wrap(bytes));
        if (problem.size() <= LONGEST) problem.writeBytes(bytes);
    }
}
