package io.moorage.keycloak.language;

import java.util.Locale;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel;

/**
 * Gives a user without a language the one of the pages they came in by. Keycloak itself only keeps a language that was
 * picked from its own menu, so somebody who registers in French from the portal would get English mails. It asks
 * nothing of the user: a required action is the one place that runs at the end of every log-in and registration.
 */
public final class KeepLanguage implements RequiredActionFactory, RequiredActionProvider {

    /** Name under which the realm file refers to this action. */
    public static final String ID = "moorage-keep-language";

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        UserModel user = context.getUser();
        if (user.getFirstAttribute(UserModel.LOCALE) != null) return;
        Locale shown = context.getSession().getContext().resolveLocale(user);
        user.setSingleAttribute(UserModel.LOCALE, shown.toLanguageTag());
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        context.success();
    }

    @Override
    public void processAction(RequiredActionContext context) {
        context.success();
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public String getDisplayText() {
        return "Moorage: keep the language";
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
