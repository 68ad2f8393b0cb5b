package io.moorage.identity.operator.httpa;

import io.moorage.identity.operator.Channel;
import io.moorage.identity.operator.Message;
import io.moorage.identity.operator.NotTaken;
import io.moorage.identity.operator.Operator;
import io.moorage.identity.operator.delivery.CallingBack;
import io.moorage.identity.operator.delivery.DeliveryReport;
import io.moorage.identity.operator.delivery.DeliveryReport.State;
import java.time.Duration;
import java.util.LinkedHashMap;
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

/** {@code POST …/Messages.json} sends an SMS, {@code POST …/Calls.json} calls and speaks TwiML. */
@Component
@ConditionalOnExpression("'${moorage.operators.http-a.url:}' != ''")
class HttpAOperator implements Operator, CallingBack {
    static final String NAME = "http-a";

    private final RestClient http;
    private final String account;
    private final String sender;
    private final String caller;
    private final String callback;
    private final CallbackSignature signature;

    /**
     * @param account the account's SID
     * @param token its secret, which signs the callbacks too
     * @param sender what an SMS shows as its sender
     * @param caller the number that calls come from
     */
    HttpAOperator(
            RestClient.Builder clients,
            @Value("${moorage.operators.http-a.url}") String url,
            @Value("${moorage.operators.http-a.key}") String account,
            @Value("${moorage.operators.http-a.secret}") String token,
            @Value("${moorage.operators.sender}") String sender,
            @Value("${moorage.operators.caller}") String caller,
            @Value("${moorage.public-url}") String publicUrl) {
        var limits = HttpClientSettings.defaults()
                .withConnectTimeout(Duration.ofSeconds(1))
                .withReadTimeout(Duration.ofSeconds(2));
        this.http = clients.baseUrl(url)
                .requestFactory(ClientHttpRequestFactoryBuilder.jdk().build(limits))
                .defaultHeaders(headers -> headers.setBasicAuth(account, token))
                .build();
        this.account = account;
        this.sender = sender;
        this.caller = caller;
        this.callback = publicUrl + "/api/v1/webhooks/operators/" + NAME;
        this.signature = new CallbackSignature(token, callback);
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
        Map<String, String> form = new LinkedHashMap<>();
        form.put("To", message.to());
        form.put("StatusCallback", callback);
        if (message.channel() == Channel.SMS) {
            form.put("From", sender);
            form.put("Body", message.text());
            return post("Messages.json", form);
        }
        form.put("From", caller);
        form.put("Twiml", Twiml.of(message));
        return post("Calls.json", form);
    }

    private String post(String resource, Map<String, String> form) {
        try {
            Taken taken = http.post()
                    .uri("/2010-04-01/Accounts/{account}/{resource}", account, resource)
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(Form.write(form))
                    .retrieve()
                    .body(Taken.class);
            if (taken == null || taken.sid() == null) throw NotTaken.away("answered without a name for it");
            return taken.sid();
        } catch (RestClientResponseException e) {
            int status = e.getStatusCode().value();
            String reason = "answered " + status; // its words quote the number
            throw status == 400 || status == 422 ? NotTaken.refused(reason) : NotTaken.away(reason);
        } catch (RestClientException e) {
            throw NotTaken.away("does not answer: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public DeliveryReport read(HttpHeaders headers, byte[] body) {
        Map<String, String> form = Form.read(body);
        signature.check(headers.getFirst(CallbackSignature.HEADER), form);
        boolean isCall = form.containsKey("CallSid");
        return new DeliveryReport(
                form.getOrDefault(isCall ? "CallSid" : "MessageSid", ""),
                state(form.getOrDefault(isCall ? "CallStatus" : "MessageStatus", "")));
    }

    private static State state(String status) {
        return switch (status) {
            case "delivered", "completed" -> State.DELIVERED;
            case "undelivered", "failed", "busy", "no-answer", "canceled" -> State.FAILED;
            default -> State.UNDER_WAY;
        };
    }

    private record Taken(@Nullable String sid) {}
}
