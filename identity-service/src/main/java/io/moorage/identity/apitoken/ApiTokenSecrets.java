package io.moorage.identity.apitoken;

import io.moorage.eventstore.WithCommand;
import io.moorage.identity.apitoken.ApiTokenEvent.ApiTokenRevoked;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands beside the log: hashes of the tokens, their names, and when they were used. Gone once revoked. */
@WithCommand
public class ApiTokenSecrets {
    private final JdbcClient jdbc;

    ApiTokenSecrets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(ApiTokenRevoked event) {
        jdbc.sql("delete from api_token_secret where token = ?")
                .param(event.tokenId())
                .update();
    }

    /** In the place of one that was never delivered, where a request is repeated whose answer was lost. */
    void put(String tokenId, String secret, String name) {
        jdbc.sql("""
                        insert into api_token_secret (token, hash, name) values (?, ?, ?)
                        on conflict (token) do update set hash = excluded.hash
                        """).params(tokenId, hash(secret), name).update();
    }

    public void used(String tokenId, Instant at) {
        jdbc.sql("update api_token_secret set last_used_at = ? where token = ?")
                .params(Timestamp.from(at), tokenId)
                .update();
    }

    /** Of 256 random bits, so that a plain hash can't be turned back. */
    static String hash(String secret) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }
}
