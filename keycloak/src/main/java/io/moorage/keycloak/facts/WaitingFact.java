package io.moorage.keycloak.facts;

import io.moorage.keycloak.internal.Delivery;

/** A fact that identity-service has not taken yet. Later facts of a user have greater {@code n}. */
record WaitingFact(long n, String userId, Delivery delivery) {}
