package io.moorage.account.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.moorage.account.AccountServiceTest;
import io.moorage.account.Newcomer;
import io.moorage.account.TestMailServer;
import io.moorage.eventstore.Conflicts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What the other slices see of the mail room. */
@AccountServiceTest
class MailRoomIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    MailRoom mailRoom;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate sql;

    final String id = "n-" + UUID.randomUUID();
    final String to = id + "@example.eu";

    private Mail notice(String id, String address, String language) {
        return new Mail(
                id,
                "xx11111-mo",
                null,
                address,
                language,
                "notice",
                Map.of("text", "Redémarrage <du> serveur 10427", "link", "/services/servers/10427"),
                Map.of());
    }

    private List<Received> received() {
        return TestMailServer.mailsTo(to).stream().map(Received::of).toList();
    }

    private Received arrived() {
        await().atMost(SOON).until(() -> !received().isEmpty());
        return received().getFirst();
    }

    @Test
    void a_mail_arrives_as_text_and_as_html() {
        mailRoom.send(notice(id, to, "fr"));

        Received mail = arrived();

        assertThat(mail.subject()).isEqualTo("Redémarrage <du> serveur 10427");
        assertThat(mail.to()).isEqualTo("[" + to + "]");
        assertThat(mail.language()).isEqualTo("fr");
        assertThat(mail.text())
                .contains("Redémarrage <du> serveur 10427", "https://portal.example.eu/services/servers/10427");
        assertThat(mail.html())
                .contains("lang=\"fr\"", "Redémarrage &lt;du&gt; serveur 10427")
                .contains("href=\"https://portal.example.eu/services/servers/10427\"");
    }

    @Test
    void a_mail_belongs_to_the_transaction_that_sends_it() {
        transaction.executeWithoutResult(status -> {
            mailRoom.send(notice(id, to, "en"));
            status.setRollbackOnly();
        });
        assertThat(sql.queryForList("select 1 from mail where id = ?", id)).isEmpty();

        transaction.executeWithoutResult(status -> mailRoom.send(notice(id, to, "en")));

        assertThat(arrived().language()).isEqualTo("en");
    }

    @Test
    void the_same_mail_sent_by_fifty_at_once_arrives_once() throws Exception {
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = IntStream.range(0, 50)
                    .mapToObj(i -> replicas.submit(() -> Conflicts.retried(() -> {
                        mailRoom.send(notice(id, to, "en"));
                        return true;
                    })))
                    .toList();
            for (var each : done) assertThat(each.get()).isTrue();
        }
        arrived();
        await().atMost(SOON)
                .until(() ->
                        "sent".equals(sql.queryForObject("select state from mail where id = ?", String.class, id)));

        assertThat(received()).hasSize(1);
    }

    @Test
    void mails_wait_while_the_server_is_away_and_go_out_once_it_is_back() {
        TestMailServer.goesAway();
        try {
            for (int i = 0; i < 20; i++) mailRoom.send(notice(id + "-" + i, to, "en"));
            await().atMost(SOON)
                    .until(() -> Boolean.TRUE.equals(sql.queryForObject(
                            "select max(tries) > 0 from mail where recipient = ?", Boolean.class, to)));
            assertThat(sql.queryForList("select distinct state from mail where recipient = ?", String.class, to))
                    .containsExactly("waiting");
        } finally {
            TestMailServer.comesBack();
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sql.queryForList(
                                "select distinct state from mail where recipient = ?", String.class, to))
                        .containsExactly("sent"));
        assertThat(received()).hasSize(20).extracting(Received::messageId).doesNotHaveDuplicates();
    }

    @Test
    void an_address_that_cannot_be_one_fails_the_mail_and_not_its_sender() {
        mailRoom.send(notice(id, "nobody\r\nBcc: " + to, "en"));

        assertThat(sql.queryForMap("select state, sealed, recipient from mail where id = ?", id))
                .containsEntry("state", "failed")
                .containsEntry("sealed", null)
                .containsEntry("recipient", "nobodyBcc: " + to);
        mailRoom.send(notice(id + "-2", to, "en"));
        arrived();
        assertThat(received()).hasSize(1);
    }

    @Test
    void a_mail_without_template_or_parameter_or_with_an_odd_id_is_the_senders_mistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mailRoom.send(new Mail("n", null, null, to, "en", "nonsense", Map.of(), Map.of())));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        mailRoom.send(new Mail("n", null, null, to, "en", "notice", Map.of("text", "x"), Map.of())))
                .withMessageContaining("link");
        assertThatIllegalArgumentException().isThrownBy(() -> mailRoom.send(notice("a b", to, "en")));
    }

    @Test
    void whoever_registers_is_told_the_handle_of_their_account() {
        Newcomer user = new Newcomer().registers();
        String handle = await().atMost(SOON)
                .until(
                        () -> sql.queryForList("select handle from account where owner = ?", String.class, user.id),
                        found -> !found.isEmpty())
                .getFirst();

        Received mail = await().atMost(SOON)
                .until(
                        () -> TestMailServer.mailsTo("camille@example.eu").stream()
                                .map(Received::of)
                                .filter(each -> each.subject().contains(handle))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();

        assertThat(mail.subject()).isEqualTo("Votre compte Moorage " + handle + " est ouvert");
        assertThat(mail.text()).contains("Bonjour Camille,", "Son identifiant client est " + handle);
        assertThat(mail.html()).contains("<strong>" + handle + "</strong>");
    }
}
