package io.moorage.billing.topup.payment.sandbox;

import io.moorage.billing.StubSandbox;
import io.moorage.billing.topup.payment.PaymentProvider;
import io.moorage.billing.topup.payment.PaymentProviderContract;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

class SandboxPaymentProviderTest implements PaymentProviderContract {
    private final PaymentProvider provider = new SandboxPaymentProvider(
            RestClient.builder(),
            JsonMapper.builder().build(),
            Clock.systemUTC(),
            StubSandbox.url(),
            StubSandbox.API_KEY,
            StubSandbox.SIGNING_KEY);

    @Override
    public PaymentProvider provider() {
        return provider;
    }

    @Override
    public void providerIsAway(boolean away) {
        StubSandbox.away(away);
    }

    @Override
    public Report paid(String topUpId, String reference) {
        return signed(StubSandbox.paid(topUpId, reference, "50.00", "EUR"));
    }

    @Override
    public Report failed(String topUpId) {
        return signed(StubSandbox.failed(topUpId));
    }

    private static Report signed(String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Sandbox-Signature", StubSandbox.sign(body, Instant.now(), StubSandbox.SIGNING_KEY));
        return new Report(headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
