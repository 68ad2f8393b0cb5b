package io.moorage.simulators.payment;

import io.moorage.simulators.web.Answer;
import io.moorage.simulators.web.ApiKey;
import io.moorage.simulators.web.Json;
import io.moorage.simulators.web.Request;
import io.moorage.simulators.web.WebServer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The interface for merchants. */
public final class CheckoutApi {
    private static final String PATH = "/v1/checkouts";
    private static final int LONGEST = 200;

    private final Cashier cashier;
    private final Checkouts checkouts;
    private final String baseUrl;
    private final ApiKey key;

    private record Order(
            @Nullable String reference,
            @Nullable Money amount,
            @Nullable String description,
            @Nullable String language,
            @Nullable String returnUrl) {}

    public CheckoutApi(Cashier cashier, Checkouts checkouts, String baseUrl, String apiKey) {
        this.cashier = cashier;
        this.checkouts = checkouts;
        this.baseUrl = baseUrl;
        this.key = new ApiKey(apiKey);
    }

    public void addTo(WebServer server) {
        server.on("POST", PATH, request -> key.allows(request) ? open(request) : ApiKey.refused());
        server.on("GET", PATH + "/", request -> key.allows(request) ? get(request) : ApiKey.refused());
    }

    private Answer get(Request request) {
        return checkouts
                .find(request.path().substring(PATH.length() + 1))
                .map(checkout -> Answer.json(200, shown(checkout)))
                .orElseGet(() -> Answer.problem(404, "not-found", "There is no such checkout."));
    }

    private Answer open(Request request) {
        Order order;
        try {
            order = Json.read(request.body(), Order.class);
        } catch (JacksonException e) {
            return Answer.problem(400, "malformed-request", "The body isn't a checkout in JSON.");
        }
        if (order == null) {
            return Answer.problem(400, "malformed-request", "The body is empty.");
        }
        String reference = text(order.reference());
        String returnUrl = text(order.returnUrl());
        Optional<Money> amount = Optional.ofNullable(order.amount()).flatMap(Money::valid);
        if (reference.isBlank() || reference.length() > LONGEST) {
            return Answer.problem(422, "reference-invalid", "A reference of at most 200 characters is needed.");
        }
        if (amount.isEmpty()) {
            return Answer.problem(422, "amount-invalid", "The amount must be positive and fit its currency.");
        }
        if (!isWebAddress(returnUrl)) {
            return Answer.problem(422, "return-url-invalid", "The return address must be an http or https URL.");
        }
        boolean known = checkouts.findByReference(reference).isPresent();
        Checkout checkout =
                cashier.open(reference, amount.get(), text(order.description()), text(order.language()), returnUrl);
        return Answer.json(known ? 200 : 201, shown(checkout));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static boolean isWebAddress(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Map<String, Object> shown(Checkout checkout) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", checkout.id());
        shown.put("url", baseUrl + "/pay/" + checkout.id());
        shown.put("expiresAt", checkout.expiresAt());
        shown.put("reference", checkout.reference());
        shown.put("amount", checkout.amount());
        shown.put(
                "state",
                cashier.isExpired(checkout)
                        ? "expired"
                        : checkout.state().name().toLowerCase(java.util.Locale.ROOT));
        return shown;
    }
}
