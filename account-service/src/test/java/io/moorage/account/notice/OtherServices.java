package io.moorage.account.notice;

import io.moorage.testkit.TestKafka;
import io.moorage.testkit.TestTopic;
import java.util.UUID;

/** What the other services publish about one account, and its user. Each says the id of the event. */
public final class OtherServices {
    private final String account;

    public OtherServices(String account) {
        this.account = account;
    }

    public String requested(String action) {
        return inventory(action, "ServerActionRequested", """
                {"actionId":"%s","server":"10427","account":"%s","type":"reboot","requestedBy":"u-1"}""".formatted(action, account));
    }

    public String finished(String action, String outcome) {
        return finished(action, outcome, UUID.randomUUID().toString());
    }

    public String finished(String action, String outcome, String eventId) {
        return publish("inventory", action, "ServerActionFinished", eventId, """
                {"actionId":"%s","server":"10427","account":"%s","type":"reboot","outcome":"%s",
                 "error":{"code":"machine-unreachable","detail":"The machine does not answer."}}""".formatted(action, account, outcome));
    }

    public String status(String status, String payment) {
        return inventory("10427", "ServerStatusChanged", """
                {"server":"10427","account":"%s","status":"%s","payment":"%s"}""".formatted(account, status, payment));
    }

    public String topUpCompleted(String topUp) {
        return billing(topUp, "TopUpCompleted", """
                {"topUpId":"%s","account":"%s","amount":{"amount":"50.00","currency":"EUR"},"method":"sandbox","providerReference":"pay-1"}""".formatted(topUp, account));
    }

    public String topUpFailed(String topUp) {
        return billing(topUp, "TopUpFailed", """
                {"topUpId":"%s","account":"%s","reason":"card_declined"}""".formatted(topUp, account));
    }

    public String topUpNeedsReview(String topUp) {
        return billing(topUp, "TopUpNeedsReview", """
                {"topUpId":"%s","account":"%s","providerReference":"pay-2","received":{"amount":"30.00","currency":"EUR"},"reason":"late"}""".formatted(topUp, account));
    }

    public String secondFactorChanged(String user, String factor, String change) {
        return identity(user, "SecondFactorChanged", """
                {"userId":"%s","factor":"%s","change":"%s"}""".formatted(user, factor, change));
    }

    public String passwordChanged(String user) {
        return identity(user, "PasswordChanged", "{\"userId\":\"%s\"}".formatted(user));
    }

    public String emailChanged(String user) {
        return identity(user, "EmailChanged", "{\"userId\":\"%s\"}".formatted(user));
    }

    private static String identity(String key, String event, String json) {
        return publish("identity", key, event, UUID.randomUUID().toString(), json);
    }

    private static String inventory(String key, String event, String json) {
        return publish("inventory", key, event, UUID.randomUUID().toString(), json);
    }

    private static String billing(String key, String event, String json) {
        return publish("billing", key, event, UUID.randomUUID().toString(), json);
    }

    private static String publish(String service, String key, String event, String eventId, String json) {
        new TestTopic(TestKafka.sharedBootstrap(), "moorage." + service)
                .publish(key, "io.moorage." + service + "." + event + ".v1", eventId, json);
        return eventId;
    }
}
