package io.moorage.gateway.openapi;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code GET /api/docs}: a page that shows the document, with nothing from elsewhere. */
@Configuration(proxyBeanMethods = false)
class DocsPage {
    private static final String VIEWER = "classpath:META-INF/resources/webjars/swagger-ui/*/";
    private static final CacheControl KEPT = CacheControl.maxAge(Duration.ofHours(1));

    @Bean
    RouterFunction<ServerResponse> docsFiles() throws IOException {
        Map<String, Resource> files = Map.of(
                "/api/docs",
                new ClassPathResource("api-docs/index.html"),
                "/api/docs/show.js",
                new ClassPathResource("api-docs/show.js"),
                "/api/docs/swagger-ui.css",
                viewer("swagger-ui.css"),
                "/api/docs/swagger-ui-bundle.js",
                viewer("swagger-ui-bundle.js"));
        RouterFunctions.Builder routes = RouterFunctions.route();
        files.forEach((path, file) -> {
            MediaType type = MediaTypeFactory.getMediaType(file.getFilename()).orElse(MediaType.TEXT_HTML);
            routes.GET(
                    path,
                    request -> ServerResponse.ok()
                            .cacheControl(KEPT)
                            .contentType(type)
                            .bodyValue(file));
        });
        return routes.build();
    }

    /** Found by its name alone, so that the viewer's version is written down in the build only. */
    private static Resource viewer(String name) throws IOException {
        Resource[] found = new PathMatchingResourcePatternResolver().getResources(VIEWER + name);
        if (found.length != 1) throw new IllegalStateException("The viewer has no " + name);
        return found[0];
    }
}
