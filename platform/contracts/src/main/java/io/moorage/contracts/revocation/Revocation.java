package io.moorage.contracts.revocation;

import java.time.Instant;

/**
 * Something that tokens rest on and that has ended. On the topic its key is {@link #key()} and its value JSON with these
 * fields; readers ignore fields that they don't know, and keep kinds that they don't know.
 *
 * @param kind what ended, as {@link #SESSION}
 * @param id which one of that kind; never used again
 * @param at when it ended
 */
public record Revocation(String kind, String id, Instant at) {
    /** One partition, in the order of the ends; kept for an hour, far longer than any token lives. */
    public static final String TOPIC = "moorage.revocations";

    /** A log-in at Keycloak, which tokens name as {@code sid}. */
    public static final String SESSION = "session";

    /** A version of a delegation: it was changed or taken back. See {@link #delegationVersion}. */
    public static final String DELEGATION = "delegation";

    /** An API token, which account-scoped tokens name as {@code api_token_id}. */
    public static final String API_TOKEN = "api-token";

    /** What a user had let an application do, which account-scoped tokens name as {@code consent_id}. */
    public static final String CONSENT = "consent";

    /** The id of a delegation's version, which tokens name as {@code delegation_id} and {@code delegation_version}. */
    public static String delegationVersion(String delegationId, long version) {
        return delegationId + "/" + version;
    }

    public String key() {
        return key(kind, id);
    }

    public static String key(String kind, String id) {
        return kind + ":" + id;
    }
}
