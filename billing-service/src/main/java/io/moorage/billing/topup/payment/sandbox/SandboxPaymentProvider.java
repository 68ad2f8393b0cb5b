package io.moorage.billing.topup.payment.sandbox;

import io.moorage.billing.topup.payment.PaymentProvider;
import io.moorage.billing.topup.payment.ProviderUnavailable;
import io.moorage.contracts.Money;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's API: {@code POST /v1/checkouts} opens a page, a signed webhook tells what happened on it. */
@Component
class SandboxPaymentProvider implements PaymentProvider {
    private final RestClient sandbox;
    private final SandboxWebhook webhook;

    SandboxPaymentProvider(
            RestClient.Builder clients,
            JsonMapper json,
            Clock clock,
            @Value("${moorage.sandbox.url}") String url,
            @Value("${moorage.sandbox.api-key}") String apiKey,
            @Value("${moorage.sandbox.signing-key}") String signingKey) {
        var limits = HttpClientSettings.defaults()
                .withConnectTimeout(Duration.ofSeconds(1))
                .withReadTimeout(Duration.ofSeconds(5));
        this.sandbox = clients.baseUrl(url)
                .requestFactory(ClientHttpRequestFactoryBuilder.jdk().build(limits))
                .defaultHeaders(headers -> headers.setBearerAuth(apiKey))
                .build();
        this.webhook = new SandboxWebhook(signingKey, json, clock);
    }

    @Override
    public String method() {
        return "sandbox";
    }

    @Override
    public String openCheckout(CheckoutRequest request) {
        try {
            Checkout checkout = sandbox.post()
                    .uri("/v1/checkouts")
                    .body(new CheckoutBody(request.topUpId(), request.amount(), "Moorage", request.returnUrl()))
                    .retrieve()
                    .body(Checkout.class);
            if (checkout == null || checkout.url() == null) throw new ProviderUnavailable("The sandbox opened no page");
            return checkout.url();
        } catch (RestClientException e) {
            throw new ProviderUnavailable("The sandbox does not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public Notice read(HttpHeaders headers, byte[] body) {
        return webhook.read(headers.getFirst(SandboxWebhook.SIGNATURE), body);
    }

    private record CheckoutBody(String reference, Money amount, String description, String returnUrl) {}

    private record Checkout(@Nullable String id, @Nullable String url) {}
}
