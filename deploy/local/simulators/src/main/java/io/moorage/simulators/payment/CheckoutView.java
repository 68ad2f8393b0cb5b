package io.moorage.simulators.payment;

import static io.moorage.simulators.web.Html.escape;

import io.moorage.simulators.web.Language;
import java.util.List;
import java.util.stream.Collectors;

/** How one checkout looks, in the state it is in. */
record CheckoutView(Checkout checkout, Language language, boolean expired) {

    String main(String error) {
        return """
                <main class="card">
                <p class="notice">%s</p>
                <p class="label">%s</p>
                <h1 class="amount">%s</h1>
                <p class="description">%s</p>
                %s
                %s
                </main>
                <p class="reference">%s <span>%s</span></p>
                """.formatted(
                        say("No real money moves here.", "Aucun argent réel ne circule ici."),
                        say("To pay", "À payer"),
                        escape(checkout.amount().shown(language.locale())),
                        escape(checkout.description()),
                        decision(),
                        testCases(error),
                        say("Reference", "Référence"),
                        escape(checkout.reference()));
    }

    private String say(String english, String french) {
        return escape(language.say(english, french));
    }

    private String decision() {
        if (expired) {
            return outcome(
                    "bad",
                    say("Expired: this payment can no longer be made.", "Expiré : ce paiement n’est plus possible."));
        }
        return switch (checkout.state()) {
            case PAID -> outcome("good", say("Paid. The shop has been told.", "Payé. La boutique en a été informée."));
            case DECLINED -> outcome("bad", say("Declined. No money moved.", "Refusé. Aucun argent n’a circulé."));
            case OPEN ->
                """
                <form method="post" class="decision">
                <button name="action" value="pay" class="primary">%s</button>
                <button name="action" value="decline">%s</button>
                </form>""".formatted(
                                say("Pay ", "Payer ") + escape(checkout.amount().shown(language.locale())),
                                say("Decline", "Refuser"));
        };
    }

    private String outcome(String kind, String text) {
        return """
                <p class="outcome %s" role="status">%s</p>
                <p><a class="button" href="%s">%s</a></p>""".formatted(kind, text, escape(checkout.returnUrl()), say("Back to the shop", "Retour à la boutique"));
    }

    private record TestCase(String action, String name, String explanation) {}

    private List<TestCase> cases() {
        if (checkout.state() == Checkout.State.OPEN && !expired) {
            return List.of(
                    new TestCase(
                            "pay-and-stay",
                            say("Pay and don’t come back", "Payer sans revenir"),
                            say(
                                    "The browser stays here; only the webhook tells the shop.",
                                    "Le navigateur reste ici ; seul le webhook prévient la boutique.")),
                    new TestCase(
                            "pay-twice",
                            say("Pay twice", "Payer deux fois"),
                            say("Two payments for one order.", "Deux paiements pour une seule commande.")));
        }
        return List.of(new TestCase(
                "pay-again",
                checkout.state() == Checkout.State.PAID
                        ? say("Pay once more", "Payer encore une fois")
                        : say("Pay all the same", "Payer quand même"),
                say("A payment that the shop no longer expects.", "Un paiement que la boutique n’attend plus.")));
    }

    private String testCases(String error) {
        String rows = cases().stream()
                .map(one -> """
                        <form method="post" class="case"><button name="action" value="%s">%s</button><span>%s</span></form>""".formatted(one.action(), one.name(), one.explanation()))
                .collect(Collectors.joining("\n"));
        return """
                <details class="cases"%s>
                <summary>%s</summary>
                %s
                <form method="post" class="case">
                <button name="action" value="pay-other">%s</button>
                <input name="amount" inputmode="decimal" autocomplete="off" required aria-label="%s" value="%s"%s>
                <span>%s</span></form>
                %s
                </details>""".formatted(
                        error.isEmpty() ? "" : " open",
                        say("Test cases", "Cas d’essai"),
                        rows,
                        say("Pay another amount", "Payer un autre montant"),
                        say("Amount", "Montant"),
                        language == Language.FR ? "10,00" : "10.00",
                        error.isEmpty() ? "" : " aria-invalid=\"true\" aria-describedby=\"amount-error\"",
                        say("Less or more than was asked for.", "Moins ou plus que demandé."),
                        error.isEmpty()
                                ? ""
                                : "<p class=\"error\" id=\"amount-error\" role=\"alert\">" + escape(error) + "</p>");
    }
}
