package io.moorage.identity.keycloak;

import java.time.Instant;
import java.util.List;

/**
 * An application that a user lets act for them.
 *
 * @param client as it is registered
 * @param consent the id of what they agreed to; who agrees anew gives another
 * @param permissions codes
 */
public record UserApplication(String client, String name, String consent, List<String> permissions, Instant since) {}
