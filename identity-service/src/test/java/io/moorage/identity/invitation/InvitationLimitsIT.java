package io.moorage.identity.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.HttpMethod.POST;

import com.jayway.jsonpath.JsonPath;
import io.moorage.identity.Guest;
import io.moorage.identity.IdentityTest;
import io.moorage.identity.Visitor;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Whoever has invitations sent: with the limits of production. */
@IdentityTest
class InvitationLimitsIT {
    private static final int OF_ACCOUNT = 100;
    private static final int TO_ADDRESS = 10;
    private static final String READ = "services:read";
    private static final String OF_STAFF = "customers:act";

    @LocalServerPort
    int port;

    Inviter inviter;

    @BeforeEach
    void an_owner() {
        inviter = new Inviter(port);
    }

    @Test
    void an_address_gets_only_so_many_from_whichever_account() {
        String email = someAddress();
        for (int i = 0; i < TO_ADDRESS; i++)
            inviter.invites(email, READ).expectStatus().isCreated();

        tooMany(inviter.invites(email, READ));
        tooMany(new Inviter(port).invites(email, READ));

        inviter.invites(someAddress(), READ).expectStatus().isCreated();
    }

    @Test
    void one_that_is_sent_again_counts_as_another() {
        String email = someAddress();
        String id = JsonPath.read(Guest.body(inviter.invites(email, READ)), "$.id");
        for (int i = 1; i < TO_ADDRESS; i++)
            inviter.sendsAgain(id).expectStatus().isOk();

        tooMany(inviter.sendsAgain(id));
    }

    @Test
    void one_that_is_refused_does_not_count() {
        String email = someAddress();
        for (int i = 0; i <= TO_ADDRESS; i++)
            inviter.invites(email, OF_STAFF).expectStatus().isForbidden();

        inviter.invites(email, READ).expectStatus().isCreated();
    }

    @Test
    void an_account_sends_only_so_many_however_many_are_asked_for_at_once() throws Exception {
        try (var senders = Executors.newFixedThreadPool(8)) {
            var answers = IntStream.range(0, OF_ACCOUNT + 10)
                    .mapToObj(i -> senders.submit(() -> status(inviter.invites(someAddress(), READ))))
                    .toList();
            int sent = 0;
            for (var answer : answers) {
                assertThat(answer.get()).isIn(201, 429);
                if (answer.get() == 201) sent++;
            }
            assertThat(sent).isEqualTo(OF_ACCOUNT);
        }
        new Inviter(port).invites(someAddress(), READ).expectStatus().isCreated();
    }

    private static String someAddress() {
        return UUID.randomUUID() + "@example.eu";
    }

    private static int status(ResponseSpec answer) {
        return answer.expectBody().returnResult().getStatus().value();
    }

    private static void tooMany(ResponseSpec answer) {
        answer.expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too-many-invitations");
    }

    /** The owner of an account of their own. */
    private static final class Inviter {
        private final Guest owner;
        private final String account;

        Inviter(int port) {
            Visitor visitor = new Visitor(port);
            visitor.asksFor(null);
            visitor.accountOpens();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            visitor.asksFor(visitor.account).expectStatus().isOk());
            account = visitor.account;
            owner = new Guest(port, visitor.id);
        }

        ResponseSpec invites(String email, String permission) {
            return owner.sends(POST, "/invitations", account, """
                    {"email": "%s", "permissions": ["%s"], "services": "all"}""".formatted(email, permission));
        }

        ResponseSpec sendsAgain(String id) {
            return owner.sends(POST, "/invitations/" + id + "/resend", account, null);
        }
    }
}
