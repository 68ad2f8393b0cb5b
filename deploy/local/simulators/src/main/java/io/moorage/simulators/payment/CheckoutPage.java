package io.moorage.simulators.payment;

import static io.moorage.simulators.web.Html.escape;

import io.moorage.simulators.web.Answer;
import io.moorage.simulators.web.Html;
import io.moorage.simulators.web.Language;
import io.moorage.simulators.web.Request;
import io.moorage.simulators.web.WebServer;
import java.util.Optional;

/** The page where the customer pays. */
public final class CheckoutPage {
    private static final String PATH = "/pay/";

    private final Cashier cashier;
    private final Checkouts checkouts;

    public CheckoutPage(Cashier cashier, Checkouts checkouts) {
        this.cashier = cashier;
        this.checkouts = checkouts;
    }

    public void addTo(WebServer server) {
        server.on(
                "GET",
                PATH,
                request -> find(request)
                        .map(checkout -> show(request, checkout, 200, ""))
                        .orElseGet(() -> unknown(request)));
        server.on(
                "POST",
                PATH,
                request -> find(request).map(checkout -> act(request, checkout)).orElseGet(() -> unknown(request)));
    }

    private Optional<Checkout> find(Request request) {
        return checkouts.find(request.path().substring(PATH.length()));
    }

    /** Every button posts its name; what is to be seen next comes by redirect, so that reloading pays nothing twice. */
    private Answer act(Request request, Checkout checkout) {
        String id = checkout.id();
        switch (request.field("action")) {
            case "pay" -> cashier.pay(id, checkout.amount());
            case "decline" -> cashier.decline(id);
            case "pay-again" -> cashier.payRegardless(id, checkout.amount());
            case "pay-twice" -> {
                cashier.payRegardless(id, checkout.amount());
                cashier.payRegardless(id, checkout.amount());
            }
            case "pay-and-stay" -> {
                cashier.pay(id, checkout.amount());
                return Answer.seeOther(
                        request.path() + "?lang=" + language(request, checkout).tag());
            }
            case "pay-other" -> {
                Optional<Money> other = new Money(
                                request.field("amount").strip().replace(',', '.'),
                                checkout.amount().currency())
                        .valid();
                if (other.isEmpty()) {
                    Language language = language(request, checkout);
                    return show(
                            request,
                            checkout,
                            422,
                            language.say("That is no amount, such as 12.50.", "Ce n’est pas un montant, comme 12,50."));
                }
                cashier.payRegardless(id, other.get());
            }
            default -> {
                return show(request, checkout, 422, "");
            }
        }
        return Answer.seeOther(checkout.returnUrl());
    }

    private static Language language(Request request, Checkout checkout) {
        return Language.of(request, checkout.language());
    }

    private Answer show(Request request, Checkout checkout, int status, String error) {
        Language language = language(request, checkout);
        boolean expired = cashier.isExpired(checkout);
        String title = language.say("Test payment", "Paiement d’essai");
        String body = new CheckoutView(checkout, language, expired).main(error);
        return Answer.page(status, Html.page(language, title, title, body));
    }

    private static Answer unknown(Request request) {
        Language language = Language.of(request, "");
        String title = language.say("Unknown payment", "Paiement inconnu");
        String body = "<main class=\"card\"><h1>" + title + "</h1><p>"
                + escape(language.say(
                        "This address belongs to no payment. Go back to the shop and start again.",
                        "Cette adresse ne correspond à aucun paiement. Retournez à la boutique et recommencez."))
                + "</p></main>";
        return Answer.page(404, Html.page(language, title, language.say("Test payment", "Paiement d’essai"), body));
    }
}
