package io.moorage.billing.topup.payment;

import io.moorage.eventstore.Refusal;

/** A report that isn't signed by the provider it claims to come from, or too long ago. */
public final class WebhookForged extends RuntimeException implements Refusal {
    public WebhookForged(String why) {
        super(why);
    }

    @Override
    public String code() {
        return "signature-invalid";
    }

    @Override
    public Kind kind() {
        return Kind.UNAUTHENTIC;
    }
}
