package io.moorage.contracts;

import io.moorage.contracts.account.AccountOpened;
import io.moorage.contracts.account.ProfileChanged;
import io.moorage.contracts.billing.BalanceChanged;
import io.moorage.contracts.billing.TopUpCheckoutOpened;
import io.moorage.contracts.billing.TopUpCompleted;
import io.moorage.contracts.billing.TopUpExpired;
import io.moorage.contracts.billing.TopUpFailed;
import io.moorage.contracts.billing.TopUpNeedsReview;
import io.moorage.contracts.identity.UserRegistered;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every public event with its type name on the wire ({@code ce_type}); names stay although classes may move. */
public final class PublicEvents {
    private static final Map<String, Class<? extends PublicEvent>> BY_TYPE = Map.of(
            "io.moorage.identity.UserRegistered.v1", UserRegistered.class,
            "io.moorage.account.AccountOpened.v1", AccountOpened.class,
            "io.moorage.account.ProfileChanged.v1", ProfileChanged.class,
            "io.moorage.billing.TopUpCheckoutOpened.v1", TopUpCheckoutOpened.class,
            "io.moorage.billing.TopUpCompleted.v1", TopUpCompleted.class,
            "io.moorage.billing.TopUpFailed.v1", TopUpFailed.class,
            "io.moorage.billing.TopUpExpired.v1", TopUpExpired.class,
            "io.moorage.billing.TopUpNeedsReview.v1", TopUpNeedsReview.class,
            "io.moorage.billing.BalanceChanged.v1", BalanceChanged.class);

    private static final Map<Class<? extends PublicEvent>, String> TYPES =
            BY_TYPE.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private PublicEvents() {}

    /** @throws IllegalArgumentException if the class is not listed here */
    public static String typeOf(Class<? extends PublicEvent> event) {
        String type = TYPES.get(event);
        if (type == null) throw new IllegalArgumentException(event + " is not a listed public event");
        return type;
    }

    /** Empty for an event that this version doesn't know: newer services may publish more. */
    public static Optional<Class<? extends PublicEvent>> classOf(String type) {
        return Optional.ofNullable(BY_TYPE.get(type)).map(Function.identity());
    }

    public static List<String> types() {
        return BY_TYPE.keySet().stream().sorted().toList();
    }
}
