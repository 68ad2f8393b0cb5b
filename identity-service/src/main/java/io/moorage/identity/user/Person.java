package io.moorage.identity.user;

/**
 * What Keycloak knows about a user. Personal data: never in an event, never in a log.
 *
 * @param language {@code fr} or {@code en}
 */
public record Person(String userId, String login, String email, String firstName, String lastName, String language) {

    /** As shown to people: the name, or the login of those who gave none. */
    public String name() {
        String name = (firstName + " " + lastName).strip();
        return name.isEmpty() ? login : name;
    }
}
