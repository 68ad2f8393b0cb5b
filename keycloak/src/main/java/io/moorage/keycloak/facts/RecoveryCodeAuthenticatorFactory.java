package io.moorage.keycloak.facts;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.browser.RecoveryAuthnCodesFormAuthenticator;
import org.keycloak.authentication.authenticators.browser.RecoveryAuthnCodesFormAuthenticatorFactory;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;

/**
 * In the place of Keycloak's own step of that name: a used code is an event. The log-in's event doesn't tell, as it
 * names recovery codes too when somebody has only made them.
 */
public final class RecoveryCodeAuthenticatorFactory extends RecoveryAuthnCodesFormAuthenticatorFactory {

    /** Above Keycloak's own, which has the same id. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new RecoveryAuthnCodesFormAuthenticator(session) {
            @Override
            public void action(AuthenticationFlowContext context) {
                super.action(context);
                if (context.getStatus() == FlowStatus.SUCCESS) used(context);
            }
        };
    }

    private static void used(AuthenticationFlowContext context) {
        context.getEvent()
                .clone()
                .event(EventType.UPDATE_CREDENTIAL)
                .user(context.getUser())
                .detail(Details.CREDENTIAL_TYPE, RecoveryAuthnCodesCredentialModel.TYPE)
                .detail(Facts.CHANGE, "used")
                .success();
    }
}
