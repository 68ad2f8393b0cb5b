package io.moorage.identity.operator.httpb;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.moorage.identity.operator.Channel;
import io.moorage.identity.operator.Message;
import io.moorage.identity.operator.NotTaken;
import io.moorage.identity.operator.Operator;
import io.moorage.identity.operator.delivery.CallingBack;
import io.moorage.identity.operator.delivery.DeliveryReport;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /v1/messages} sends an SMS, {@code POST /v1/calls} calls and speaks an NCCO. */
@Component
@ConditionalOnExpression("'${moorage.operators.http-b.url:}' != ''")
class HttpBOperator implements Operator, CallingBack {
    static final String NAME = "http-b";

    private final RestClient http;
    private final String sender;
    private final String caller;
    private final String callback;
    private final SignedCallback callbacks;

    /** @param signatureSecret signs the callbacks: at least 32 characters */
    HttpBOperator(
            RestClient.Builder clients,
            JsonMapper json,
            Clock clock,
            @Value("${moorage.operators.http-b.url}") String url,
            @Value("${moorage.operators.http-b.key}") String key,
            @Value("${moorage.operators.http-b.secret}") String secret,
            @Value("${moorage.operators.http-b.signature-secret}") String signatureSecret,
            @Value("${moorage.operators.sender}") String sender,
            @Value("${moorage.operators.caller}") String caller,
            @Value("${moorage.public-url}") String publicUrl) {
        var limits = HttpClientSettings.defaults()
                .withConnectTimeout(Duration.ofSeconds(1))
                .withReadTimeout(Duration.ofSeconds(2));
        this.http = clients.baseUrl(url)
                .requestFactory(ClientHttpRequestFactoryBuilder.jdk().build(limits))
                .defaultHeaders(headers -> headers.setBasicAuth(key, secret))
                .build();
        this.sender = sender;
        this.caller = withoutPlus(caller);
        this.callback = publicUrl + "/api/v1/webhooks/operators/" + NAME;
        this.callbacks = new SignedCallback(signatureSecret, json, clock);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean offers(Channel channel) {
        return true;
    }

    @Override
    public String hand(Message message) {
        Taken taken = message.channel() == Channel.SMS
                ? post("/v1/messages", sms(message))
                : post("/v1/calls", call(message));
        String reference = taken.messageUuid() != null ? taken.messageUuid() : taken.uuid();
        if (reference == null) throw NotTaken.away("answered without a name for it");
        return reference;
    }

    private Map<String, Object> sms(Message message) {
        return Map.of(
                "channel",
                "sms",
                "message_type",
                "text",
                "to",
                withoutPlus(message.to()),
                "from",
                sender,
                "text",
                message.text(),
                "webhook_url",
                callback,
                "webhook_version",
                "v1");
    }

    private Map<String, Object> call(Message message) {
        return Map.of(
                "to", List.of(phone(withoutPlus(message.to()))),
                "from", phone(caller),
                "ncco",
                        List.of(Map.of(
                                "action",
                                "talk",
                                "text",
                                message.text(),
                                "language",
                                message.voice(),
                                "loop",
                                Message.TIMES_SPOKEN)),
                "event_url", List.of(callback),
                "event_method", "POST");
    }

    private static Map<String, String> phone(String number) {
        return Map.of("type", "phone", "number", number);
    }

    private static String withoutPlus(String e164) {
        return e164.startsWith("+") ? e164.substring(1) : e164;
    }

    private Taken post(String path, Map<String, Object> body) {
        try {
            Taken taken = http.post()
                    .uri(path)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(body)
                    .retrieve()
                    .body(Taken.class);
            return taken == null ? new Taken(null, null) : taken;
        } catch (RestClientResponseException e) {
            int status = e.getStatusCode().value();
            String reason = "answered " + status; // its words may quote the number
            throw status == 400 || status == 422 ? NotTaken.refused(reason) : NotTaken.away(reason);
        } catch (RestClientException e) {
            throw NotTaken.away("does not answer: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public DeliveryReport read(HttpHeaders headers, byte[] body) {
        return callbacks.read(headers.getFirst(HttpHeaders.AUTHORIZATION), body);
    }

    /** @param uuid of a call */
    private record Taken(
            @JsonProperty("message_uuid") @Nullable String messageUuid,
            @Nullable String uuid) {}
}
