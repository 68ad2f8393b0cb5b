package io.moorage.gateway.portal;

import io.moorage.gateway.GatewaySettings;
import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** The portal's files. Its pages have addresses of their own, so an unknown address that a person asks for is its entry. */
@Configuration(proxyBeanMethods = false)
class Portal {
    private static final Set<String> NOT_THE_PORTAL = Set.of("api", "actuator", "login", "logout", ".well-known");
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final @Nullable Path files;

    Portal(GatewaySettings settings) {
        String folder = settings.portalDir();
        this.files = folder.isBlank() ? null : Path.of(folder).toAbsolutePath().normalize();
    }

    @Bean
    RouterFunction<ServerResponse> portalFiles() {
        return RouterFunctions.route(this::isOurs, this::serve);
    }

    private boolean isOurs(ServerRequest request) {
        boolean reads = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        return reads && !NOT_THE_PORTAL.contains(request.path().substring(1).split("/", 2)[0]);
    }

    private Mono<ServerResponse> serve(ServerRequest request) {
        Path folder = files;
        if (folder == null) return notFound();
        Path file = existing(folder, request.path());
        if (file == null && wantsPage(request)) file = existing(folder, "/index.html");
        return file == null ? notFound() : answer(request, folder, file);
    }

    private static Mono<ServerResponse> notFound() {
        return Mono.error(new ProblemException(Problem.NOT_FOUND));
    }

    private static @Nullable Path existing(Path folder, String path) {
        try {
            String name = path.equals("/")
                    ? "index.html"
                    : UriUtils.decode(path, "UTF-8").substring(1);
            Path file = folder.resolve(name).normalize();
            return file.startsWith(folder) && Files.isRegularFile(file) ? file : null;
        } catch (InvalidPathException noPath) {
            return null;
        }
    }

    private static boolean wantsPage(ServerRequest request) {
        return request.headers().accept().stream()
                .anyMatch(type -> !type.isWildcardType() && type.includes(MediaType.TEXT_HTML));
    }

    private static Mono<ServerResponse> answer(ServerRequest request, Path folder, Path file) {
        // Vite names assets by a hash of their content; everything else may change under its name.
        boolean hashed = folder.relativize(file).startsWith("assets");
        String tag = tag(file);
        return request.checkNotModified(tag)
                .switchIfEmpty(Mono.defer(() -> ServerResponse.ok()
                        .eTag(tag)
                        .cacheControl(hashed ? FOR_EVER : CacheControl.noCache())
                        .contentType(
                                MediaTypeFactory.getMediaType(file.getFileName().toString())
                                        .orElse(MediaType.APPLICATION_OCTET_STREAM))
                        .body(BodyInserters.fromResource(new FileSystemResource(file)))));
    }

    /** Weak, because the same content may go out compressed or not. */
    private static String tag(Path file) {
        try {
            return "W/\"" + Long.toHexString(Files.size(file)) + "-"
                    + Long.toHexString(Files.getLastModifiedTime(file).toMillis()) + "\"";
        } catch (IOException gone) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
    }
}
