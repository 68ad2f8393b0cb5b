package io.moorage.billing.topup;

import io.moorage.billing.topup.TopUpCommand.RecordFailure;
import io.moorage.billing.topup.TopUpCommand.RecordPayment;
import io.moorage.billing.topup.payment.PaymentProvider;
import io.moorage.billing.topup.payment.PaymentProvider.Notice;
import io.moorage.billing.topup.payment.PaymentProviders;
import io.moorage.eventstore.Commands;
import io.moorage.web.Unauthenticated;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where payment providers report. A report is answered only when its effect is stored, so that the provider repeats
 * what was lost; a repeated one changes nothing.
 */
@RestController
@RequestMapping("/api/v1/webhooks")
@Hidden // for providers, who have their own documents
class WebhookApi {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookApi.class);

    private final PaymentProviders providers;
    private final Commands commands;
    private final PaymentCases cases;
    private final Clock clock;

    WebhookApi(PaymentProviders providers, Commands commands, PaymentCases cases, Clock clock) {
        this.providers = providers;
        this.commands = commands;
        this.cases = cases;
        this.clock = clock;
    }

    @PostMapping("/{method}")
    @Unauthenticated
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void report(@PathVariable String method, @RequestBody byte[] body, @RequestHeader HttpHeaders headers) {
        PaymentProvider provider = providers.find(method).orElseThrow(TopUpRefused::notFound);
        switch (provider.read(headers, body)) {
            case Notice.Paid paid -> record(method, paid);
            case Notice.Failed failed -> record(failed);
            case Notice.Unreadable unreadable -> {
                LOG.warn(
                        "A payment reported by {} can't be read and becomes a case: {}",
                        method,
                        unreadable.reference());
                cases.openUnmatched(method, unreadable.reference(), unreadable.report(), clock.instant());
            }
            case Notice.Irrelevant irrelevant -> LOG.debug("{} reports {}", method, irrelevant);
        }
    }

    private void record(String method, Notice.Paid paid) {
        try {
            commands.send(new RecordPayment(paid.topUpId(), paid.reference(), paid.amount(), paid.at()));
        } catch (AggregateNotFoundException e) {
            LOG.warn("Payment {} of {} is for no top-up that we know and becomes a case", paid.reference(), method);
            cases.openUnmatched(method, paid.reference(), paid.amount() + " for " + paid.topUpId(), paid.at());
        }
    }

    private void record(Notice.Failed failed) {
        try {
            commands.send(new RecordFailure(failed.topUpId(), failed.reason(), failed.at()));
        } catch (AggregateNotFoundException e) {
            LOG.warn("A failed payment was reported for {}, which is no top-up that we know", failed.topUpId());
        }
    }
}
