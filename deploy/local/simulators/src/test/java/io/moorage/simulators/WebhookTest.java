package io.moorage.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookTest {
    @TempDir
    private Path folder;

    private Running running;

    @BeforeEach
    void start() throws Exception {
        running = new Running(folder);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void the_signature_can_be_verified_with_nothing_but_the_key() throws Exception {
        running.press(running.checkout("top-up-1"), "pay");

        Running.Webhook webhook = running.webhook();
        long time = running.now.get().getEpochSecond();
        assertThat(webhook.signature()).isEqualTo("t=" + time + ",v1=" + hmac(time + "." + webhook.body()));
    }

    @Test
    void it_is_sent_with_the_same_body_and_a_new_signature_until_it_is_taken() throws Exception {
        running.merchantAnswers.set(503);
        running.press(running.checkout("top-up-1"), "pay");
        Running.Webhook first = running.webhook();
        running.now.updateAndGet(time -> time.plus(Duration.ofMinutes(1)));
        long later = running.now.get().getEpochSecond();
        Running.Webhook next = running.webhook();
        while (!next.signature().startsWith("t=" + later)) {
            next = running.webhook();
        }

        assertThat(next.body()).isEqualTo(first.body());
        assertThat(next.signature()).isEqualTo("t=" + later + ",v1=" + hmac(later + "." + next.body()));

        running.merchantAnswers.set(204);
        while (next.answered() != 204) {
            next = running.webhook();
        }
        assertThat(whatElseComes()).doesNotContain("top-up-1");
    }

    @Test
    void a_restart_forgets_no_webhook_and_repeats_none_that_was_taken() throws Exception {
        String taken = running.checkout("taken");
        running.press(taken, "pay");
        running.awaitTaken(taken);
        running.merchantAnswers.set(500);
        running.press(running.checkout("refused"), "pay");
        running.webhooks.clear();
        String refused = running.webhook().body();

        running.restart();
        running.webhooks.clear();
        running.merchantAnswers.set(200);

        assertThat(running.webhook().body()).isEqualTo(refused).contains("\"refused\"");
        assertThat(whatElseComes()).doesNotContain("\"taken\"");
    }

    /** Everything that arrives until three later payments have been told. */
    private String whatElseComes() throws Exception {
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            String marker = "marker-" + i;
            running.press(running.checkout(marker), "pay");
            String body = running.webhook().body();
            while (!body.contains(marker)) {
                seen.append(body);
                body = running.webhook().body();
            }
        }
        return seen.toString();
    }

    private static String hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Running.SIGNING_KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
