package io.moorage.identity.grant;

import io.moorage.identity.apitoken.ApiTokenSecrets;
import io.moorage.identity.apitoken.ApiTokens;
import io.moorage.web.Internal;
import io.moorage.web.Malformed;
import io.moorage.web.Problems;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Keycloak asks when somebody comes with an API token: whom it stands for, and what it is good for now. */
@RestController
@RequestMapping("/internal/api-token-grants")
@Hidden // for Keycloak
class ApiTokenGrantApi {
    private final ApiTokens tokens;
    private final ApiTokenSecrets secrets;
    private final AccountAccess access;
    private final AccessUses uses;
    private final Problems problems;
    private final Clock clock;

    ApiTokenGrantApi(
            ApiTokens tokens,
            ApiTokenSecrets secrets,
            AccountAccess access,
            AccessUses uses,
            Problems problems,
            Clock clock) {
        this.tokens = tokens;
        this.secrets = secrets;
        this.access = access;
        this.uses = uses;
        this.problems = problems;
        this.clock = clock;
    }

    /**
     * The grant of a token; 404 {@code not-found} if it is none that is good, 403 {@code not-granted} if it isn't for the
     * account asked for, or if nothing is left of it.
     */
    @PostMapping
    @Internal
    ResponseEntity<?> grant(@RequestBody TokenGrantRequest request, Locale language) {
        Instant now = clock.instant();
        Optional<ApiTokens.Right> right = tokens.right(request.secret(), now);
        if (right.isEmpty()) return refusal(404, "not-found", language);
        ApiTokens.Right token = right.get();
        if (request.account() != null && !request.account().equals(token.account()))
            return refusal(403, "not-granted", language);
        Optional<Grant> grant =
                access.ownOrDelegated(token.userId(), token.account()).flatMap(held -> held.with(token));
        if (grant.isEmpty()) return refusal(403, "not-granted", language);
        secrets.used(token.tokenId(), now);
        uses.used(token.userId(), token.account(), now);
        return ResponseEntity.ok(new TokenGrant(token.userId(), grant.get()));
    }

    private ResponseEntity<?> refusal(int status, String code, Locale language) {
        return ResponseEntity.of(problems.of(status, code, language)).build();
    }

    /** @param account null for the token's */
    record TokenGrantRequest(
            @Nullable String token, @Nullable String account) {
        private String secret() {
            if (token == null) throw new Malformed("malformed-request");
            return token;
        }

        @Override
        public String toString() {
            return "TokenGrantRequest";
        }
    }

    record TokenGrant(String userId, Grant grant) {}
}
