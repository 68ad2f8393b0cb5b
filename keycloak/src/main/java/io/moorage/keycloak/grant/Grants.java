package io.moorage.keycloak.grant;

import io.moorage.keycloak.internal.Answer;
import io.moorage.keycloak.internal.InternalService;
import io.moorage.keycloak.internal.Unavailable;

/** Asks identity-service for a grant. */
final class Grants implements AutoCloseable {

    private final InternalService identity;

    Grants(InternalService identity) {
        this.identity = identity;
    }

    Grant ask(GrantRequest question) throws GrantRefused, Unavailable {
        Answer answer = identity.ask("POST", "/internal/grants", question);
        return switch (answer.status()) {
            case 200 -> read(answer, question);
            case 403, 404 -> throw new GrantRefused();
            default -> throw answer.unexpected();
        };
    }

    TokenGrant ask(TokenGrantRequest question) throws TokenUnknown, GrantRefused, Unavailable {
        Answer answer = identity.ask("POST", "/internal/api-token-grants", question);
        switch (answer.status()) {
            case 200 -> {
                return answer.read(TokenGrant.class);
            }
            case 403 -> throw new GrantRefused();
            case 404 -> throw new TokenUnknown();
            default -> throw answer.unexpected();
        }
    }

    private static Grant read(Answer answer, GrantRequest question) throws Unavailable {
        Grant grant = answer.read(Grant.class);
        if (grant.answers(question.account())) return grant;
        throw new Unavailable("identity-service answered about another account");
    }

    @Override
    public void close() {
        identity.close();
    }
}
