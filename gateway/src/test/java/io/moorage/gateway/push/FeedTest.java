package io.moorage.gateway.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.gateway.push.Position.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;

class FeedTest {
    private static final Set<String> MAY = Set.of("billing:read");
    private static final Partition P0 = new Partition(1, 0);
    private static final Partition P1 = new Partition(1, 1);

    private final Feed feed = begun(100, 10);

    @Test
    void a_client_is_told_what_concerns_its_account_and_no_other() {
        Told client = listen(feed, "xx11111-mo", null);
        feed.accept(P0, 0, event("xx11111-mo", "a"));
        feed.accept(P0, 1, event("zz22222-mo", "b"));
        assertThat(client.events()).containsExactly("a");
    }

    @Test
    void a_client_without_the_permission_is_told_nothing() {
        Told client = new Told(feed.listen(new Rights("xx11111-mo", Set.of("support:read"), null), null));
        feed.accept(P0, 0, event("xx11111-mo", "a"));
        assertThat(client.events()).isEmpty();
    }

    @Test
    void what_needs_no_permission_is_told_to_whoever_has_any_access_to_the_account() {
        Told technician = new Told(feed.listen(new Rights("xx11111-mo", Set.of("services:read"), null), null));
        Told accountant = new Told(feed.listen(new Rights("xx11111-mo", MAY, null), null));
        Told other = new Told(feed.listen(new Rights("zz22222-mo", Set.of("services:read"), null), null));
        feed.accept(P0, 0, new PushEvent("xx11111-mo", null, PushEvent.ANY_ACCESS, "notification", "{}"));
        feed.accept(P0, 1, new PushEvent("xx11111-mo", null, "services:read", "action", "{}"));
        assertThat(technician.events()).containsExactly("notification", "action");
        assertThat(accountant.events()).containsExactly("notification");
        assertThat(other.events()).isEmpty();
    }

    @Test
    void who_is_limited_to_chosen_services_is_told_of_these_and_not_of_the_account() {
        Told limited = new Told(feed.listen(new Rights("xx11111-mo", Set.of("services:read"), Set.of("10427")), null));
        feed.accept(P0, 0, new PushEvent("xx11111-mo", "10427", "services:read", "action", "{}"));
        feed.accept(P0, 1, new PushEvent("xx11111-mo", "10428", "services:read", "other action", "{}"));
        feed.accept(P0, 2, new PushEvent("xx11111-mo", null, PushEvent.ANY_ACCESS, "notification", "{}"));
        feed.accept(P0, 3, new PushEvent("xx11111-mo", "10427", "billing:read", "invoice", "{}"));
        assertThat(limited.events()).containsExactly("action");
    }

    @Test
    void who_comes_back_with_other_permissions_catches_up_on_what_these_allow() {
        Told before = new Told(feed.listen(new Rights("xx11111-mo", Set.of("services:read"), null), null));
        before.leave();
        feed.accept(P0, 0, new PushEvent("xx11111-mo", null, "services:read", "action", "{}"));
        feed.accept(P0, 1, new PushEvent("xx11111-mo", null, PushEvent.ANY_ACCESS, "notification", "{}"));
        assertThat(listen(feed, "xx11111-mo", before.lastId()).events()).containsExactly("notification");
    }

    @Test
    void a_client_that_comes_back_gets_what_it_missed() {
        Told before = listen(feed, "xx11111-mo", null);
        feed.accept(P0, 0, event("xx11111-mo", "a"));
        before.leave();
        feed.accept(P1, 0, event("xx11111-mo", "b"));
        feed.accept(P0, 1, event("xx11111-mo", "c"));
        Told after = listen(feed, "xx11111-mo", before.lastId());
        feed.accept(P0, 2, event("xx11111-mo", "d"));
        assertThat(after.events()).containsExactly("b", "c", "d");
    }

    @Test
    void a_quiet_client_keeps_up_by_its_heartbeats() {
        Told quiet = listen(feed, "xx11111-mo", null);
        for (int i = 0; i < 50; i++) feed.accept(P0, i, event("zz22222-mo", "other"));
        feed.heartbeat();
        assertThat(listen(feed, "xx11111-mo", quiet.lastId()).events()).isEmpty();
    }

    @Test
    void who_was_away_for_longer_than_events_are_remembered_is_told_to_read_again() {
        Told before = listen(feed, "xx11111-mo", null);
        before.leave();
        for (int i = 0; i < 101; i++) feed.accept(P0, i, event("zz22222-mo", "other"));
        Told after = listen(feed, "xx11111-mo", before.lastId());
        feed.accept(P0, 101, event("xx11111-mo", "next"));
        assertThat(after.events()).containsExactly("reset", "next");
    }

    @Test
    void an_id_that_nobody_gave_is_answered_with_reset() {
        assertThat(listen(feed, "xx11111-mo", "made-up").events()).containsExactly("reset");
        Position ofAnotherKafka = new Position();
        ofAnotherKafka.set(new Partition(99, 0), 5);
        assertThat(listen(feed, "xx11111-mo", ofAnotherKafka.encode()).events()).containsExactly("reset");
    }

    @Test
    void old_events_read_again_at_the_start_are_no_news_but_can_be_caught_up_on() {
        Feed started = new Feed(100, 10);
        started.begin(P0, 0, 3);
        started.begun();
        Told fresh = listen(started, "xx11111-mo", null);
        Position seen = new Position();
        seen.set(P0, 1);
        Told back = listen(started, "xx11111-mo", seen.encode());
        for (int i = 0; i < 4; i++) started.accept(P0, i, event("xx11111-mo", "e" + i));
        assertThat(fresh.events()).containsExactly("e3");
        assertThat(back.events()).containsExactly("e1", "e2", "e3");
    }

    @Test
    void who_listened_before_anything_was_known_of_kafka_is_told_to_read_again() {
        Feed starting = new Feed(100, 10);
        Told early = listen(starting, "xx11111-mo", null);
        starting.begin(P0, 0, 2);
        starting.begun();
        for (int i = 0; i < 3; i++) starting.accept(P0, i, event("xx11111-mo", "e" + i));
        assertThat(early.events()).containsExactly("reset", "e2");
    }

    @Test
    void a_client_too_slow_is_cut_off_and_resumes_without_loss() {
        Told slow = new Told(feed.listen(new Rights("xx11111-mo", MAY, null), null), 1);
        for (int i = 0; i < 30; i++) feed.accept(P0, i, event("xx11111-mo", "e" + i));
        assertThat(feed.listeners()).isZero();
        Told again = listen(feed, "xx11111-mo", slow.lastId());
        assertThat(again.events()).hasSize(30);
    }

    @Test
    void another_gateway_that_is_ahead_or_behind_repeats_and_skips_nothing() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Feed[] gateways = {begun(1000, 1000), begun(1000, 1000)};
            int[][] read = new int[2][2];
            List<String> received = new ArrayList<>();
            Told client = listen(gateways[0], "xx11111-mo", null);
            for (int step = 0; step < 60; step++) {
                int gateway = random.nextInt(2);
                int partition = random.nextInt(2);
                int offset = read[gateway][partition]++;
                gateways[gateway].accept(
                        new Partition(1, partition), offset, event("xx11111-mo", partition + ":" + offset));
                if (random.nextInt(6) > 0) continue;
                received.addAll(client.events());
                client.leave();
                client = listen(gateways[random.nextInt(2)], "xx11111-mo", client.lastId());
            }
            for (int gateway = 0; gateway < 2; gateway++) {
                for (int partition = 0; partition < 2; partition++) {
                    int most = Math.max(read[0][partition], read[1][partition]);
                    while (read[gateway][partition] < most) {
                        int offset = read[gateway][partition]++;
                        gateways[gateway].accept(
                                new Partition(1, partition), offset, event("xx11111-mo", partition + ":" + offset));
                    }
                }
            }
            received.addAll(client.events());
            assertThat(received).doesNotContain("reset").doesNotHaveDuplicates().hasSize(read[0][0] + read[0][1]);
            for (int partition = 0; partition < 2; partition++) {
                String prefix = partition + ":";
                List<Integer> order = received.stream()
                        .filter(name -> name.startsWith(prefix))
                        .map(name -> Integer.parseInt(name.substring(2)))
                        .toList();
                assertThat(order).isSorted();
            }
        }
    }

    private static Feed begun(int remembered, int queue) {
        Feed feed = new Feed(remembered, queue);
        feed.begin(P0, 0, 0);
        feed.begin(P1, 0, 0);
        feed.begun();
        return feed;
    }

    private static PushEvent event(String account, String name) {
        return new PushEvent(account, null, "billing:read", name, "{}");
    }

    private static Told listen(Feed feed, String account, @Nullable String lastEventId) {
        return new Told(feed.listen(new Rights(account, MAY, null), lastEventId));
    }

    /** A client's end of a stream. */
    private static final class Told {
        private final List<ServerSentEvent<String>> messages = new ArrayList<>();
        private final Disposable subscription;

        Told(Feed.Listening listening) {
            subscription = listening.events().subscribe(messages::add);
        }

        /** Takes the first messages and then no more. */
        Told(Feed.Listening listening, int first) {
            subscription = listening.events().subscribeWith(new Slow(messages, first));
        }

        List<String> events() {
            return messages.stream()
                    .map(ServerSentEvent::event)
                    .filter(name -> name != null)
                    .toList();
        }

        String lastId() {
            String id = messages.getLast().id();
            return id == null ? "" : id;
        }

        void leave() {
            subscription.dispose();
        }
    }

    private static final class Slow extends BaseSubscriber<ServerSentEvent<String>> {
        private final List<ServerSentEvent<String>> messages;
        private final int first;

        Slow(List<ServerSentEvent<String>> messages, int first) {
            this.messages = messages;
            this.first = first;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            request(first);
        }

        @Override
        protected void hookOnNext(ServerSentEvent<String> message) {
            messages.add(message);
        }
    }
}
