package io.moorage.gateway.login;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What people do on Keycloak's pages, asked for as {@code /login?action=totp}: an application-initiated action there. */
enum LoginAction {
    PHONE("moorage-phone"),
    TOTP("CONFIGURE_TOTP"),
    PASSKEY("webauthn-register"),
    RECOVERY_CODES("CONFIGURE_RECOVERY_AUTHN_CODES"),
    PASSWORD("UPDATE_PASSWORD"),
    EMAIL("UPDATE_EMAIL");

    private final String alias;

    LoginAction(String alias) {
        this.alias = alias;
    }

    /** Null where there is no such action. */
    static @Nullable LoginAction named(String name) {
        return Arrays.stream(values())
                .filter(action -> action.code().equals(name))
                .findFirst()
                .orElse(null);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Keycloak's name for it. */
    String alias() {
        return alias;
    }

    /** The address to go back to, with {@code done=} or {@code cancelled=} in its query. */
    String toldIn(String back, boolean done) {
        String[] addressAndFragment = back.split("#", 2);
        String address = addressAndFragment[0];
        String told = address + (address.contains("?") ? "&" : "?") + (done ? "done=" : "cancelled=") + code();
        return addressAndFragment.length == 1 ? told : told + "#" + addressAndFragment[1];
    }
}
