package io.moorage.contracts;

import io.moorage.contracts.account.AccountOpened;
import io.moorage.contracts.account.ActivityCheckpointed;
import io.moorage.contracts.account.NotificationAdded;
import io.moorage.contracts.account.ProfileChanged;
import io.moorage.contracts.billing.BalanceChanged;
import io.moorage.contracts.billing.TopUpCheckoutOpened;
import io.moorage.contracts.billing.TopUpCompleted;
import io.moorage.contracts.billing.TopUpExpired;
import io.moorage.contracts.billing.TopUpFailed;
import io.moorage.contracts.billing.TopUpNeedsReview;
import io.moorage.contracts.identity.DelegationChanged;
import io.moorage.contracts.identity.DelegationRevoked;
import io.moorage.contracts.identity.EmailChanged;
import io.moorage.contracts.identity.InvitationAccepted;
import io.moorage.contracts.identity.InvitationExpired;
import io.moorage.contracts.identity.InvitationSent;
import io.moorage.contracts.identity.InvitationWithdrawn;
import io.moorage.contracts.identity.PasswordChanged;
import io.moorage.contracts.identity.SecondFactorChanged;
import io.moorage.contracts.identity.SessionEnded;
import io.moorage.contracts.identity.UserRegistered;
import io.moorage.contracts.inventory.ReverseDnsChanged;
import io.moorage.contracts.inventory.ServerActionFinished;
import io.moorage.contracts.inventory.ServerActionProgressed;
import io.moorage.contracts.inventory.ServerActionRequested;
import io.moorage.contracts.inventory.ServerActionStarted;
import io.moorage.contracts.inventory.ServerPowerChanged;
import io.moorage.contracts.inventory.ServerProvisioned;
import io.moorage.contracts.inventory.ServerStatusChanged;
import io.moorage.contracts.inventory.ServerTagsChanged;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every public event with its type name on the wire ({@code ce_type}); names stay although classes may move. */
public final class PublicEvents {
    private static final Map<String, Class<? extends PublicEvent>> BY_TYPE = Map.ofEntries(
            Map.entry("io.moorage.identity.UserRegistered.v1", UserRegistered.class),
            Map.entry("io.moorage.identity.SecondFactorChanged.v1", SecondFactorChanged.class),
            Map.entry("io.moorage.identity.PasswordChanged.v1", PasswordChanged.class),
            Map.entry("io.moorage.identity.EmailChanged.v1", EmailChanged.class),
            Map.entry("io.moorage.identity.SessionEnded.v1", SessionEnded.class),
            Map.entry("io.moorage.identity.InvitationSent.v1", InvitationSent.class),
            Map.entry("io.moorage.identity.InvitationAccepted.v1", InvitationAccepted.class),
            Map.entry("io.moorage.identity.InvitationWithdrawn.v1", InvitationWithdrawn.class),
            Map.entry("io.moorage.identity.InvitationExpired.v1", InvitationExpired.class),
            Map.entry("io.moorage.identity.DelegationChanged.v1", DelegationChanged.class),
            Map.entry("io.moorage.identity.DelegationRevoked.v1", DelegationRevoked.class),
            Map.entry("io.moorage.account.AccountOpened.v1", AccountOpened.class),
            Map.entry("io.moorage.account.ActivityCheckpointed.v1", ActivityCheckpointed.class),
            Map.entry("io.moorage.account.ProfileChanged.v1", ProfileChanged.class),
            Map.entry("io.moorage.account.NotificationAdded.v1", NotificationAdded.class),
            Map.entry("io.moorage.inventory.ServerProvisioned.v1", ServerProvisioned.class),
            Map.entry("io.moorage.inventory.ServerTagsChanged.v1", ServerTagsChanged.class),
            Map.entry("io.moorage.inventory.ReverseDnsChanged.v1", ReverseDnsChanged.class),
            Map.entry("io.moorage.inventory.ServerPowerChanged.v1", ServerPowerChanged.class),
            Map.entry("io.moorage.inventory.ServerStatusChanged.v1", ServerStatusChanged.class),
            Map.entry("io.moorage.inventory.ServerActionRequested.v1", ServerActionRequested.class),
            Map.entry("io.moorage.inventory.ServerActionStarted.v1", ServerActionStarted.class),
            Map.entry("io.moorage.inventory.ServerActionProgressed.v1", ServerActionProgressed.class),
            Map.entry("io.moorage.inventory.ServerActionFinished.v1", ServerActionFinished.class),
            Map.entry("io.moorage.billing.TopUpCheckoutOpened.v1", TopUpCheckoutOpened.class),
            Map.entry("io.moorage.billing.TopUpCompleted.v1", TopUpCompleted.class),
            Map.entry("io.moorage.billing.TopUpFailed.v1", TopUpFailed.class),
            Map.entry("io.moorage.billing.TopUpExpired.v1", TopUpExpired.class),
            Map.entry("io.moorage.billing.TopUpNeedsReview.v1", TopUpNeedsReview.class),
            Map.entry("io.moorage.billing.BalanceChanged.v1", BalanceChanged.class));

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
