package io.moorage.simulators.payment;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/** What can happen to a checkout, and what the merchant then hears of it. */
public final class Cashier {
    private static final Duration OPEN_FOR = Duration.ofHours(1);

    private final Checkouts checkouts;
    private final Webhooks webhooks;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Cashier(Checkouts checkouts, Webhooks webhooks, Clock clock) {
        this.checkouts = checkouts;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    Checkout open(String reference, Money amount, String description, String language, String returnUrl) {
        return checkouts.findOrOpen(
                reference,
                () -> new Checkout(
                        id("chk"),
                        reference,
                        amount,
                        description,
                        language,
                        returnUrl,
                        clock.instant()
                                .plus(OPEN_FOR)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString(),
                        Checkout.State.OPEN,
                        List.of(),
                        List.of()));
    }

    boolean isExpired(Checkout checkout) {
        return checkout.isExpired(clock.instant());
    }

    /** The good case. A second press of the button, or a press too late, pays nothing. */
    void pay(String id, Money amount) {
        change(
                id,
                checkout -> checkout.state() == Checkout.State.OPEN && !isExpired(checkout)
                        ? paid(checkout, amount)
                        : checkout);
    }

    /** Moves money whatever the checkout's state: how late and second payments come about. */
    void payRegardless(String id, Money amount) {
        change(id, checkout -> paid(checkout, amount));
    }

    void decline(String id) {
        change(
                id,
                checkout -> checkout.state() == Checkout.State.OPEN
                        ? checkout.happened(
                                Checkout.State.DECLINED, List.of(event(checkout, Event.FAILED, checkout.amount(), "")))
                        : checkout);
    }

    /** What comes about newly is told; what came about before is being told already. */
    private void change(String id, UnaryOperator<Checkout> what) {
        List<Event> news = new ArrayList<>();
        checkouts.change(id, checkout -> {
            Checkout changed = what.apply(checkout);
            news.addAll(changed.events()
                    .subList(checkout.events().size(), changed.events().size()));
            return changed;
        });
        news.forEach(webhooks::deliver);
    }

    private Checkout paid(Checkout checkout, Money amount) {
        return checkout.happened(
                Checkout.State.PAID,
                List.of(event(checkout, Event.PAID, amount, clock.instant().toString())));
    }

    private Event event(Checkout checkout, String type, Money amount, String paidAt) {
        return new Event(
                id("evt"),
                type,
                clock.instant().toString(),
                checkout.id(),
                checkout.reference(),
                new Event.Payment(id("pay"), amount, paidAt));
    }

    private String id(String kind) {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return kind + "_" + HexFormat.of().formatHex(bytes);
    }
}
