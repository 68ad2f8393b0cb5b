package io.moorage.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RendezvousTest {
    private static final List<String> ACCOUNTS =
            IntStream.range(0, 20_000).mapToObj("xx%05d-mo"::formatted).toList();
    private static final URI FIFTH = instance(5);
    private static final List<URI> FOUR =
            IntStream.rangeClosed(1, 4).mapToObj(RendezvousTest::instance).toList();

    private static URI instance(int number) {
        return URI.create("http://127.0.0.1:" + (40_000 + number));
    }

    @Test
    void every_instance_is_in_the_order_however_they_are_listed() {
        List<URI> otherwise = new ArrayList<>(FOUR);
        Collections.reverse(otherwise);
        for (String account : ACCOUNTS.subList(0, 100)) {
            assertThat(Rendezvous.order(account, otherwise))
                    .containsExactlyInAnyOrderElementsOf(FOUR)
                    .isEqualTo(Rendezvous.order(account, FOUR));
        }
    }

    @Test
    void each_instance_gets_its_share() {
        assertThat(shares(ACCOUNTS, FOUR))
                .hasSize(4)
                .allSatisfy((instance, share) -> assertThat(share).isBetween(0.24, 0.26));
    }

    @Test
    void only_the_accounts_of_an_instance_that_goes_move_and_the_others_share_them() {
        List<URI> three = FOUR.subList(1, 4);
        List<String> moved = moved(FOUR, three);
        assertThat(moved)
                .isNotEmpty()
                .allSatisfy(account -> assertThat(first(account, FOUR)).isEqualTo(FOUR.getFirst()));
        assertThat((double) moved.size() / ACCOUNTS.size()).isBetween(0.24, 0.26);
        assertThat(shares(moved, three))
                .hasSize(3)
                .allSatisfy((instance, share) -> assertThat(share).isBetween(0.30, 0.37));
    }

    @Test
    void an_instance_that_comes_takes_its_share_and_no_account_moves_between_the_others() {
        List<URI> five = new ArrayList<>(FOUR);
        five.add(FIFTH);
        List<String> moved = moved(FOUR, five);
        assertThat(moved).allSatisfy(account -> assertThat(first(account, five)).isEqualTo(FIFTH));
        assertThat((double) moved.size() / ACCOUNTS.size()).isBetween(0.19, 0.21);
    }

    private static List<String> moved(List<URI> before, List<URI> after) {
        return ACCOUNTS.stream()
                .filter(account -> !first(account, before).equals(first(account, after)))
                .toList();
    }

    private static Map<URI, Double> shares(List<String> accounts, List<URI> instances) {
        return accounts.stream()
                .map(account -> first(account, instances))
                .collect(Collectors.groupingBy(
                        Function.identity(),
                        Collectors.collectingAndThen(
                                Collectors.counting(), count -> (double) count / accounts.size())));
    }

    private static URI first(String account, List<URI> instances) {
        return Rendezvous.order(account, instances).getFirst();
    }
}
