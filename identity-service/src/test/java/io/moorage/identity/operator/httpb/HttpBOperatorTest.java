package io.moorage.identity.operator.httpb;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.moorage.identity.TestPhone;
import io.moorage.identity.operator.CallbackReceiver;
import io.moorage.identity.operator.CallbackReceiver.Callback;
import io.moorage.identity.operator.CallingOperatorContract;
import io.moorage.identity.operator.Operator;
import io.moorage.identity.operator.delivery.DeliveryReport;
import io.moorage.identity.operator.delivery.ReportForged;
import io.moorage.simulators.phone.BodyToken;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

class HttpBOperatorTest extends CallingOperatorContract {
    private static final byte[] BODY =
            "{\"message_uuid\":\"m-1\",\"status\":\"delivered\"}".getBytes(StandardCharsets.UTF_8);

    private final CallbackReceiver receiver = new CallbackReceiver();
    private final HttpBOperator operator = operator(TestPhone.SECRET, TestPhone.SECRET);

    private HttpBOperator operator(String secret, String signatureSecret) {
        return new HttpBOperator(
                RestClient.builder(),
                JsonMapper.shared(),
                Clock.systemUTC(),
                TestPhone.url() + "/vonage",
                TestPhone.KEY,
                secret,
                signatureSecret,
                "Moorage",
                "+33199000000",
                receiver.url());
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Override
    protected Operator operator() {
        return operator;
    }

    @Override
    protected Operator stranger() {
        return operator("another-secret", TestPhone.SECRET);
    }

    @Override
    protected DeliveryReport nextReport() throws Exception {
        Callback callback = receiver.next();
        return operator.read(callback.headers(), callback.body());
    }

    @Test
    void a_report_that_was_changed_is_forged() throws Exception {
        operator.hand(sms("Hello"));
        Callback callback = receiver.next();
        String changed = new String(callback.body(), StandardCharsets.UTF_8).replace("delivered", "undeliverable");

        assertThatExceptionOfType(ReportForged.class)
                .isThrownBy(() -> operator.read(callback.headers(), changed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_report_signed_by_another_is_forged() {
        BodyToken another = new BodyToken(TestPhone.KEY, "another-secret-that-has-32-characters");

        assertForged("Bearer " + another.of(BODY, Instant.now()));
    }

    @Test
    void a_report_signed_long_ago_or_ahead_of_time_is_forged() {
        BodyToken token = new BodyToken(TestPhone.KEY, TestPhone.SECRET);

        assertForged("Bearer " + token.of(BODY, Instant.now().minus(Duration.ofMinutes(6))));
        assertForged("Bearer " + token.of(BODY, Instant.now().plus(Duration.ofMinutes(6))));
    }

    /** The last is an unsigned token. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer ",
                "Bearer nonsense",
                "Basic YTpi",
                "Bearer eyJhbGciOiJub25lIn0.eyJpYXQiOjE3OTU2NzY4MDAsInBheWxvYWRfaGFzaCI6IjAifQ."
            })
    void a_report_without_a_token_of_the_operators_is_forged(String authorization) {
        assertForged(authorization);
    }

    @Test
    void a_secret_that_is_too_short_to_sign_with_is_not_accepted() {
        assertThatIllegalArgumentException().isThrownBy(() -> operator(TestPhone.SECRET, "short"));
    }

    private void assertForged(String authorization) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.AUTHORIZATION, authorization);
        assertThatExceptionOfType(ReportForged.class).isThrownBy(() -> operator.read(headers, BODY));
    }
}
