package io.moorage.billing.topup;

import io.moorage.billing.topup.TopUpCommand.RequestTopUp;
import io.moorage.billing.topup.payment.PaymentProviders;
import io.moorage.contracts.Money;
import io.moorage.contracts.Permission;
import io.moorage.contracts.Uuid7;
import io.moorage.eventstore.Commands;
import io.moorage.eventstore.RequestKey;
import io.moorage.eventstore.TailSignal;
import io.moorage.web.Caller;
import io.moorage.web.Cursor;
import io.moorage.web.Page;
import io.moorage.web.Requires;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Top-ups over HTTP. */
@RestController
@RequestMapping("/api/v1")
class TopUpApi {
    private final Commands commands;
    private final TopUpList topUps;
    private final AccountCurrency currencies;
    private final PaymentProviders providers;
    private final TailSignal signal;
    private final Clock clock;
    private final Duration checkoutWait;

    TopUpApi(
            Commands commands,
            TopUpList topUps,
            AccountCurrency currencies,
            PaymentProviders providers,
            TailSignal signal,
            Clock clock,
            @Value("${moorage.top-up.checkout-wait}") Duration checkoutWait) {
        this.commands = commands;
        this.topUps = topUps;
        this.currencies = currencies;
        this.providers = providers;
        this.signal = signal;
        this.clock = clock;
        this.checkoutWait = checkoutWait;
    }

    /** Asks for a top-up. The answer names the payment page if the provider opens it within three seconds. */
    @PostMapping("/top-ups")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.BILLING_PAY)
    ResponseEntity<TopUpList.Line> request(@RequestBody TopUpRequest request, Caller caller)
            throws InterruptedException {
        String account = caller.actingAccount();
        Money amount = request.money(currencies.of(account));
        if (request.method() == null || !providers.methods().contains(request.method()))
            throw TopUpRefused.methodUnknown();
        String id = RequestKey.id(Uuid7::next);
        commands.send(new RequestTopUp(id, account, amount, request.method(), clock.instant()));
        return ResponseEntity.created(URI.create("/api/v1/top-ups/" + id)).body(withCheckout(account, id));
    }

    private TopUpList.Line withCheckout(String account, String id) throws InterruptedException {
        Instant limit = clock.instant().plus(checkoutWait);
        while (true) {
            long seen = signal.count();
            TopUpList.Line line = topUps.find(account, id).orElseThrow();
            Duration left = Duration.between(clock.instant(), limit);
            if (!line.state().equals(TopUpState.REQUESTED.code()) || !left.isPositive()) return line;
            signal.await(seen, left);
        }
    }

    /** The account's top-ups, newest first. */
    @GetMapping("/top-ups")
    @Requires(Permission.BILLING_READ)
    Page<TopUpList.Line> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        int size = Cursor.limit(limit);
        String after = Cursor.decode(cursor, id -> UUID.fromString(id).toString());
        return Page.of(topUps.page(caller.actingAccount(), after, size), size, TopUpList.Line::id);
    }

    @GetMapping("/top-ups/{id}")
    @Requires(Permission.BILLING_READ)
    TopUpList.Line one(@PathVariable String id, Caller caller) {
        return topUps.find(caller.actingAccount(), id).orElseThrow(TopUpRefused::notFound);
    }

    /** The ways to pay, each with the least and the most that a top-up may be. */
    @GetMapping("/top-up-methods")
    @Requires(Permission.BILLING_READ)
    Methods methods(Caller caller) {
        String currency = currencies.of(caller.actingAccount());
        Money minimum = new Money(TopUp.MINIMUM, currency);
        Money maximum = new Money(TopUp.MAXIMUM, currency);
        return new Methods(providers.methods().stream()
                .map(method -> new Methods.Method(method, minimum, maximum))
                .toList());
    }

    @Schema(name = "TopUpMethods")
    record Methods(List<Method> items) {
        @Schema(name = "TopUpMethod")
        record Method(String method, Money minimum, Money maximum) {}
    }

    /** As sent by the client: nothing in it is believed yet. */
    @Schema(requiredProperties = {"amount", "method"})
    record TopUpRequest(@Nullable Amount amount, @Nullable String method) {
        @Schema(
                name = "TopUpAmount",
                requiredProperties = {"amount", "currency"})
        record Amount(@Nullable String amount, @Nullable String currency) {}

        /** A plain decimal: no sign, no exponent, no separator for thousands. */
        private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,4})?");

        private Money money(String walletCurrency) {
            if (amount == null
                    || amount.amount() == null
                    || !DECIMAL.matcher(amount.amount()).matches()) throw TopUpRefused.amountInvalid();
            if (!walletCurrency.equals(amount.currency())) throw TopUpRefused.currencyNotSupported(walletCurrency);
            try {
                return Money.of(amount.amount(), walletCurrency);
            } catch (IllegalArgumentException tooManyDecimals) {
                throw TopUpRefused.amountInvalid();
            }
        }
    }
}
