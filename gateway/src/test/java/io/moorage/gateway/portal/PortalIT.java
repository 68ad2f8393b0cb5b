package io.moorage.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.gateway.testing.Browser;
import io.moorage.gateway.testing.World;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalIT {
    private static final String PAGE = "<!doctype html><title>Moorage</title>";

    private final Browser browser = World.get().browser();

    @Test
    void every_address_of_the_portal_is_its_entry() {
        for (String path : new String[] {"/", "/index.html", "/balance", "/top-ups/123?tab=x"}) {
            HttpResponse<String> answer = browser.get(path, "Accept", "text/html,*/*;q=0.8");
            assertThat(answer.body()).isEqualTo(PAGE);
            assertThat(header(answer, "cache-control")).isEqualTo("no-cache");
            assertThat(header(answer, "content-type")).startsWith("text/html");
        }
    }

    @Test
    void what_is_not_there_and_is_no_page_is_not_found() {
        assertThat(browser.get("/assets/gone.js").statusCode()).isEqualTo(404);
        assertThat(browser.get("/balance", "Accept", "application/json").statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/api/nothing", "Accept", "text/html").statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/actuator/env", "Accept", "text/html").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret-beside-the-portal.txt",
                "/assets/../../secret-beside-the-portal.txt",
                "/%2e%2e/secret-beside-the-portal.txt",
                "/..%2fsecret-beside-the-portal.txt",
                "/assets/%2e%2e%2f%2e%2e%2fsecret-beside-the-portal.txt"
            })
    void nothing_outside_the_portals_folder_is_served(String path) {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).isBetween(400, 404);
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void assets_named_by_their_content_are_kept_for_ever_and_sent_compressed() {
        HttpResponse<byte[]> answer = browser.send(
                browser.request("/assets/app-1a2b3c.js", "Accept-Encoding", "gzip")
                        .GET(),
                BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("cache-control")).contains("max-age=31536000, public, immutable");
        assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(answer.headers().firstValue("content-type").orElse("")).contains("javascript");
        assertThat(answer.body().length).isLessThan(400);
    }

    @Test
    void an_unchanged_file_is_not_sent_again() {
        String tag = header(browser.get("/favicon.svg"), "etag");
        assertThat(tag).isNotEmpty();
        assertThat(browser.get("/favicon.svg", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void every_answer_carries_the_headers_that_protect_its_reader() {
        for (String path : new String[] {"/", "/api/v1/me", "/nothing", "/login", "/api/docs"}) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(header(answer, "content-security-policy"))
                    .contains("default-src 'self'", "script-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                    .doesNotContain("unsafe-eval");
            assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
            assertThat(header(answer, "referrer-policy")).isEqualTo("no-referrer");
            assertThat(header(answer, "permissions-policy")).isNotEmpty();
            assertThat(header(answer, "strict-transport-security")).isEmpty();
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
