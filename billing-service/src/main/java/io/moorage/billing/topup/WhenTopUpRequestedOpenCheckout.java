package io.moorage.billing.topup;

import io.moorage.billing.topup.TopUpCommand.RecordCheckout;
import io.moorage.billing.topup.TopUpEvent.TopUpRequested;
import io.moorage.billing.topup.payment.PaymentProvider.CheckoutRequest;
import io.moorage.billing.topup.payment.PaymentProviders;
import io.moorage.eventstore.Commands;
import io.moorage.eventstore.Policy;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.annotation.Value;

/** Asks the provider for a payment page. Asked again after a crash, it answers with the same page. */
@Policy
class WhenTopUpRequestedOpenCheckout {
    private final PaymentProviders providers;
    private final Commands commands;
    private final String publicUrl;

    WhenTopUpRequestedOpenCheckout(
            PaymentProviders providers, Commands commands, @Value("${moorage.public-url}") String publicUrl) {
        this.providers = providers;
        this.commands = commands;
        this.publicUrl = publicUrl;
    }

    @EventHandler
    void on(TopUpRequested event) {
        String returnUrl = publicUrl + "/billing/top-ups/" + event.topUpId();
        String page = providers
                .of(event.method())
                .openCheckout(new CheckoutRequest(event.topUpId(), event.amount(), returnUrl));
        commands.send(new RecordCheckout(event.topUpId(), page));
    }
}
