package io.moorage.account.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.account.AccountServiceTest;
import io.moorage.account.Newcomer;
import io.moorage.account.StubIdentity;
import io.moorage.contracts.identity.UserRegistered;
import io.moorage.eventstore.Conflicts;
import io.moorage.testkit.TestKafka;
import io.moorage.testkit.TestTopic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@AccountServiceTest
class OpeningIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    WhenUserRegisteredOpenAccount subscription;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate sql;

    @Test
    void whoever_registers_gets_an_account_and_the_others_are_told() {
        Newcomer user = new Newcomer().registers();
        String handle = Handle.derive(user.id, 0).text();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(new TestTopic(TestKafka.sharedBootstrap(), "moorage.account")
                                .all(event -> event.key().equals(handle)))
                        .singleElement()
                        .satisfies(event -> {
                            assertThat(event.attributes())
                                    .containsEntry("type", "io.moorage.account.AccountOpened.v1")
                                    .containsEntry("account", handle);
                            assertThat(event.value())
                                    .isEqualTo(
                                            "{\"account\":\"%s\",\"owner\":\"%s\",\"kind\":\"customer\",\"currency\":\"EUR\"}"
                                                    .formatted(handle, user.id));
                        }));
    }

    @Test
    void the_one_whom_the_settings_name_gets_the_providers_account() {
        new Newcomer(Newcomer.PROVIDERS_OWNER).registers();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sql.queryForList(
                                "select kind from account where owner = ?", String.class, Newcomer.PROVIDERS_OWNER))
                        .containsExactly("provider"));
    }

    @Test
    void the_same_registration_told_fifty_times_opens_one_account() {
        Newcomer user = new Newcomer();
        StubIdentity.knows(user.id);
        String event = UUID.randomUUID().toString();
        for (int i = 0; i < 25; i++) user.isTold(event);
        List<String> sameFact = IntStream.range(0, 25)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        sameFact.forEach(user::isTold);

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(count("select count(*) from inbox where event_id = ?", sameFact.getLast()))
                                .isEqualTo(1));
        assertThat(handlesOf(user)).containsExactly(Handle.derive(user.id, 0).text());
    }

    @Test
    void the_same_registration_handled_by_fifty_at_once_opens_one_account() throws Exception {
        Newcomer user = new Newcomer();
        StubIdentity.knows(user.id);

        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = IntStream.range(0, 50)
                    .mapToObj(i -> replicas.submit(() -> handle(user)))
                    .toList();
            for (var each : done) each.get();
        }

        assertThat(handlesOf(user)).containsExactly(Handle.derive(user.id, 0).text());
    }

    @Test
    void of_two_users_with_one_handle_the_later_gets_their_next() {
        List<Newcomer> pair = collidingUsers();
        Newcomer first = pair.getFirst().registers();
        await().atMost(SOON).until(() -> !handlesOf(first).isEmpty());

        Newcomer second = pair.getLast().registers();

        await().atMost(SOON).until(() -> !handlesOf(second).isEmpty());
        assertThat(handlesOf(first)).containsExactly(Handle.derive(first.id, 0).text());
        assertThat(handlesOf(second))
                .containsExactly(Handle.derive(second.id, 1).text());
        assertThat(Handle.derive(second.id, 0)).isEqualTo(Handle.derive(first.id, 0));
    }

    @Test
    void a_user_whose_first_handle_is_taken_still_has_one_account_when_told_again() throws Exception {
        List<Newcomer> pair = collidingUsers();
        Newcomer second = pair.getLast();
        StubIdentity.knows(pair.getFirst().id);
        StubIdentity.knows(second.id);
        handle(pair.getFirst());

        handle(second);
        handle(second);

        assertThat(handlesOf(second))
                .containsExactly(Handle.derive(second.id, 1).text());
    }

    @Test
    void two_users_who_meet_on_one_handle_at_once_both_get_an_account() throws Exception {
        List<Newcomer> pair = collidingUsers();
        pair.forEach(user -> StubIdentity.knows(user.id));

        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = pair.stream()
                    .map(user -> replicas.submit(() -> handle(user)))
                    .toList();
            for (var each : done) each.get();
        }

        assertThat(handlesOf(pair.getFirst())).hasSize(1);
        assertThat(handlesOf(pair.getLast())).hasSize(1).doesNotContainAnyElementsOf(handlesOf(pair.getFirst()));
    }

    @Test
    void no_event_holds_anything_about_the_person() {
        Newcomer user = new Newcomer().registers();
        String handle = Handle.derive(user.id, 0).text();
        await().atMost(SOON).until(() -> count("select count(*) from profile where account = ?", handle) == 1);

        assertThat(sql.queryForList(
                        "select payload::text || metadata::text from event where aggregate_id = ?",
                        String.class,
                        handle))
                .hasSize(1)
                .allSatisfy(stored ->
                        assertThat(stored).doesNotContainIgnoringCase("camille").doesNotContainIgnoringCase("durand"));
    }

    /** As the platform calls a subscription: in a transaction, as a whole again after a conflict. */
    private boolean handle(Newcomer user) {
        while (true) {
            try {
                transaction.executeWithoutResult(status -> subscription.on(new UserRegistered(user.id)));
                return true;
            } catch (RuntimeException e) {
                if (!Conflicts.isConflict(e)) throw e;
            }
        }
    }

    private List<String> handlesOf(Newcomer user) {
        return sql.query(
                "select handle from account where owner = ?", (row, index) -> row.getString("handle"), user.id);
    }

    private int count(String query, String argument) {
        Integer found = sql.queryForObject(query, Integer.class, argument);
        return found == null ? 0 : found;
    }

    /** Among so many users two share a handle: there are 67,600,000, and birthdays meet at a few thousand. */
    private static List<Newcomer> collidingUsers() {
        Map<Handle, String> seen = new HashMap<>();
        while (true) {
            String user = UUID.randomUUID().toString();
            String other = seen.put(Handle.derive(user, 0), user);
            if (other != null) return List.of(new Newcomer(other), new Newcomer(user));
        }
    }
}
