package io.moorage.keycloak.facts;

import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** Writes facts down in the transaction in which they happen, and calls the courier once they have. */
final class FactsListener implements EventListenerProvider {

    private final KeycloakSession session;
    private final WaitingFacts waiting;
    private final Runnable courier;
    private boolean called;

    FactsListener(KeycloakSession session, WaitingFacts waiting, Runnable courier) {
        this.session = session;
        this.waiting = waiting;
        this.courier = courier;
    }

    @Override
    public void onEvent(Event event) {
        Facts.of(event).ifPresent(fact -> {
            waiting.add(fact);
            callAfterwards();
        });
    }

    private void callAfterwards() {
        if (called) return;
        called = true;
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                courier.run();
            }

            @Override
            protected void rollbackImpl() {
                // It didn't happen.
            }
        });
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        // What an administrator does is in Keycloak's own log.
    }

    @Override
    public void close() {
        // The session's transaction has everything.
    }
}
