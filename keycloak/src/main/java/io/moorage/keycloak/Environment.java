package io.moorage.keycloak;

/** What our providers are told from outside. */
public final class Environment {

    private Environment() {}

    /** The variable's value; without it Keycloak does not start. */
    public static String needed(String variable) {
        String value = System.getenv(variable);
        if (value == null || value.isBlank()) throw new IllegalStateException(variable + " is not set");
        return value;
    }

    /** What the platform's parts show one another. */
    public static String internalSecret() {
        return needed("MOORAGE_INTERNAL_SECRET");
    }
}
