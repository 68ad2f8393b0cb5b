package io.moorage.identity.apitoken;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.moorage.contracts.ApiTokenText;
import io.moorage.contracts.Uuid7;
import io.moorage.eventstore.Commands;
import io.moorage.eventstore.RequestKey;
import io.moorage.eventstore.Transactions;
import io.moorage.identity.apitoken.ApiTokenCommand.CreateApiToken;
import io.moorage.identity.apitoken.ApiTokenCommand.RevokeApiToken;
import io.moorage.identity.delegation.Access;
import io.moorage.identity.delegation.AccessWish;
import io.moorage.identity.delegation.HeldAccess;
import io.moorage.web.Caller;
import io.moorage.web.Cursor;
import io.moorage.web.InvalidFields;
import io.moorage.web.InvalidFields.Field;
import io.moorage.web.Page;
import io.moorage.web.Requires;
import io.moorage.web.ShowsOnce;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own API tokens for the acting account. */
@RestController
@RequestMapping("/api/v1/api-tokens")
class ApiTokenApi {
    private final ApiTokens tokens;
    private final ApiTokenSecrets secrets;
    private final HeldAccess held;
    private final Commands commands;
    private final Transactions transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiTokenApi(
            ApiTokens tokens,
            ApiTokenSecrets secrets,
            HeldAccess held,
            Commands commands,
            Transactions transactions,
            Clock clock) {
        this.tokens = tokens;
        this.secrets = secrets;
        this.held = held;
        this.commands = commands;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Newest first; expired ones too, until they are revoked. */
    @GetMapping
    @Requires(withinReach = true, inPerson = true)
    Page<ApiTokens.Line> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        int size = Cursor.limit(limit);
        String after = Cursor.decode(cursor, id -> UUID.fromString(id).toString());
        return Page.of(tokens.page(caller.userId(), caller.actingAccount(), after, size), size, ApiTokens.Line::id);
    }

    /** Creates one with no more than the user holds themselves. The token is in this answer, and never shown again. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(withinReach = true, inPerson = true)
    @ShowsOnce("token")
    ResponseEntity<Created> create(@RequestBody TokenWish wish, Caller caller) {
        String account = caller.actingAccount();
        Instant now = clock.instant();
        String name = wish.written();
        Access access = wish.access(now);
        String id = RequestKey.id(Uuid7::next);
        String secret = ApiTokenText.fresh(random);
        Access ofUser = held.now(caller.userId(), account);
        transactions.together(() -> {
            commands.send(new CreateApiToken(id, caller.userId(), account, access, ofUser, now));
            secrets.put(id, secret, name);
        });
        ApiTokens.Line line = tokens.find(caller.userId(), account, id).orElseThrow(ApiTokenRefused::notFound);
        return ResponseEntity.created(URI.create("/api/v1/api-tokens/" + id)).body(new Created(line, secret));
    }

    /** Revokes one: within two seconds it is good for nothing. */
    @DeleteMapping("/{id}")
    @Requires(withinReach = true, inPerson = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id, Caller caller) {
        commands.send(new RevokeApiToken(id, caller.userId(), caller.actingAccount(), clock.instant()));
    }

    /**
     * As sent by the client: nothing in it is believed yet.
     *
     * @param services {@code "all"}, or the ids of the services that it is limited to
     * @param expiresAt at most a year ahead
     */
    @Schema(
            name = "NewApiToken",
            requiredProperties = {"name", "permissions", "services", "expiresAt"})
    record TokenWish(
            @Nullable String name,
            @Nullable List<@Nullable String> permissions,

            @Schema(types = {"string", "array"}) @Nullable Object services,

            @Nullable Instant expiresAt) {
        private static final int LONGEST_NAME = 100;
        private static final Duration LONGEST_LIFE = Duration.ofDays(366);

        private Access access(Instant now) {
            if (expiresAt == null) throw refused("/expiresAt", "expiry-missing");
            if (!expiresAt.isAfter(now)) throw refused("/expiresAt", "end-in-past");
            if (expiresAt.isAfter(now.plus(LONGEST_LIFE))) throw refused("/expiresAt", "expiry-too-late");
            return new AccessWish(permissions, services, expiresAt).access(now);
        }

        private String written() {
            String text = name == null ? "" : name.strip();
            if (text.isEmpty()) throw refused("/name", "name-missing");
            if (text.length() > LONGEST_NAME) throw refused("/name", "name-too-long");
            return text;
        }

        private static InvalidFields refused(String pointer, String code) {
            return new InvalidFields(List.of(new Field(pointer, code)));
        }
    }

    /** @param token as it is sent with requests; shown this once */
    @Schema(name = "CreatedApiToken")
    record Created(@JsonUnwrapped ApiTokens.Line line, String token) {
        @Override
        public String toString() {
            return "Created";
        }
    }
}
