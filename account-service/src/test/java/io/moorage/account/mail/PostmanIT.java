package io.moorage.account.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.moorage.account.TestMailServer;
import io.moorage.testkit.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Postmen, an outbox in a real database, and SMTP servers of every mood. */
class PostmanIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static HikariDataSource database;
    private static JdbcTemplate sql;

    private final TurnableClock clock = new TurnableClock();
    private final Seal seal = new Seal(TestMailServer.KEY);
    private final String to = UUID.randomUUID() + "@example.eu";
    private Outbox outbox;
    private Reception reception;
    private ScriptedSmtp smtp;
    private Postman postman;

    @BeforeAll
    static void database() {
        database = new HikariDataSource();
        database.setJdbcUrl(TestPostgres.freshDatabase());
        database.setUsername("postgres");
        database.setPassword("postgres");
        database.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V120__mail.sql")).execute(database);
        sql = new JdbcTemplate(database);
    }

    @AfterAll
    static void closed() {
        database.close();
    }

    @BeforeEach
    void a_mail_room() throws Exception {
        sql.update("delete from mail");
        outbox = new Outbox(JdbcClient.create(sql));
        reception = new Reception(new Templates("https://portal.example.eu"), seal, outbox, clock);
        smtp = new ScriptedSmtp();
        postman = postman(outbox, smtp.port());
    }

    @AfterEach
    void the_server_goes_home() {
        smtp.close();
    }

    private Postman postman(Outbox outbox, int port) throws Exception {
        JavaMailSenderImpl settings = new JavaMailSenderImpl();
        settings.setHost("127.0.0.1");
        settings.setPort(port);
        settings.getJavaMailProperties().put("mail.smtp.timeout", "5000");
        return new Postman(outbox, seal, new SmtpServer(settings, "Moorage <no-reply@moorage.localhost>"), clock);
    }

    private void send(String id) {
        reception.send(new Mail(
                id,
                "xx11111-mo",
                null,
                to,
                "en",
                "notice",
                Map.of("text", "Server 10427 restarted"),
                Map.of("link", "/services/servers/10427?token=s3cr3t-token")));
    }

    private String state(String id) {
        return String.valueOf(sql.queryForObject(
                "select state || case when sealed is null then '' else ', sealed' end from mail where id = ?",
                String.class,
                id));
    }

    @Test
    void a_mail_goes_out_with_its_secret_which_is_then_nowhere_in_the_table() {
        send("m-1");
        assertThat(state("m-1")).isEqualTo("waiting, sealed");
        assertThat(wholeTable()).doesNotContain("s3cr3t").contains("••••");

        postman.round();

        assertThat(smtp.taken).singleElement().asString().contains("token=3Ds3cr3t-token");
        assertThat(state("m-1")).isEqualTo("sent");
        assertThat(wholeTable()).doesNotContain("s3cr3t").contains("••••");
    }

    private String wholeTable() {
        return String.join(
                "\n",
                sql.queryForList(
                        "select mail::text || coalesce(encode(sealed, 'escape'), '') from mail", String.class));
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 no such user",
        "RCPT, 553 not allowed",
        "MAIL, 553 not you",
        "DATA, 554 no valid recipients",
        "., 554 looks like spam"
    })
    void what_the_server_refuses_for_good_is_given_up_with_its_secrets(String command, String reply) {
        smtp.answers(command, reply);
        send("m-1");

        postman.round();

        assertThat(state("m-1")).isEqualTo("failed");
        clock.passes(Duration.ofDays(1));
        smtp.answers(command, "250 changed my mind");
        postman.round();
        assertThat(smtp.taken).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 451 greylisted", "., 452 no space", "MAIL, 530 log in first", "DATA, 421 closing"})
    void what_the_server_does_not_take_now_is_tried_again_later(String command, String reply) {
        smtp.answers(command, reply);
        send("m-1");
        postman.round();
        assertThat(state("m-1")).isEqualTo("waiting, sealed");

        smtp.answers(command, command.equals("DATA") ? "354 go on" : "250 ok");
        postman.round();
        assertThat(smtp.taken).isEmpty();
        clock.passes(Duration.ofSeconds(31));
        postman.round();

        assertThat(smtp.taken).hasSize(1);
        assertThat(state("m-1")).isEqualTo("sent");
    }

    @Test
    void after_four_days_of_not_now_it_is_given_up() {
        smtp.answers("RCPT", "451 greylisted");
        send("m-1");
        postman.round();

        clock.passes(Duration.ofDays(4));
        postman.round();
        assertThat(state("m-1")).isEqualTo("waiting, sealed");
        clock.passes(Duration.ofHours(5));
        postman.round();

        assertThat(state("m-1")).isEqualTo("failed");
    }

    @Test
    void pauses_grow_with_the_time_that_a_mail_has_waited() {
        assertThat(List.of(Duration.ZERO, Duration.ofMinutes(4), Duration.ofHours(2), Duration.ofDays(3)).stream()
                        .map(Postman::waitAt))
                .containsExactly(
                        Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofHours(1), Duration.ofHours(4));
    }

    @Test
    void while_no_server_answers_all_mails_wait_for_however_long() throws Exception {
        int port = smtp.port();
        smtp.close();
        IntStream.range(0, 5).forEach(i -> send("m-" + i));

        for (int i = 0; i < 10; i++) {
            postman.round();
            clock.passes(Duration.ofDays(3));
        }

        assertThat(outbox.waiting()).isEqualTo(5);
        try (ScriptedSmtp back = new ScriptedSmtp()) {
            assertThat(port).isNotEqualTo(back.port());
            postman(outbox, back.port()).round();
            assertThat(back.taken).hasSize(5);
        }
    }

    @Test
    void a_server_that_hangs_up_after_it_has_taken_the_mail_has_taken_it() {
        smtp.answers("QUIT", "421 goodbye");
        send("m-1");

        postman.round();
        postman.round();

        assertThat(state("m-1")).isEqualTo("sent");
        assertThat(smtp.taken).hasSize(1);
    }

    @Test
    void a_mail_whose_postman_died_is_taken_over_once_his_turn_is_over_and_carries_the_same_message_id() {
        send("m-1");
        Outbox.Due ofTheDead = outbox.take(clock.instant(), clock.instant().plus(Duration.ofMinutes(5)))
                .orElseThrow();
        postman.round();
        assertThat(smtp.taken).isEmpty();

        clock.passes(Duration.ofMinutes(5));
        postman.round();

        assertThat(smtp.taken)
                .singleElement()
                .asString()
                .contains("Message-ID: <" + UUID.nameUUIDFromBytes("m-1".getBytes()) + "@moorage.localhost>");
        outbox.failed(ofTheDead);
        assertThat(state("m-1")).isEqualTo("sent");
    }

    @Test
    void a_database_that_fails_after_the_servers_yes_does_not_send_the_mail_twice() throws Exception {
        send("m-1");
        List<Instant> failures = new ArrayList<>();
        Outbox failing = new Outbox(JdbcClient.create(sql)) {
            @Override
            void sent(Due mail, Instant now) {
                if (failures.size() < 2) {
                    failures.add(now);
                    throw new DataAccessResourceFailureException("away for a moment");
                }
                super.sent(mail, now);
            }
        };

        postman(failing, smtp.port()).round();

        assertThat(failures).hasSize(2);
        assertThat(smtp.taken).hasSize(1);
        assertThat(state("m-1")).isEqualTo("sent");
    }

    @Test
    void a_mail_that_was_sealed_with_a_lost_key_fails_and_keeps_nobody_waiting() throws Exception {
        send("m-1");
        sql.update("update mail set sealed = decode('00112233445566778899aabbccddeeff0011', 'hex')");
        send("m-2");

        postman.round();

        assertThat(state("m-1")).isEqualTo("failed");
        assertThat(state("m-2")).isEqualTo("sent");
    }

    @Test
    void two_replicas_send_each_mail_once() throws Exception {
        int mails = 100;
        IntStream.range(0, mails).forEach(i -> send("m-" + i));

        List<Thread> replicas = List.of(
                Thread.ofPlatform().start(postman(outbox, TestMailServer.PORT)),
                Thread.ofPlatform().start(postman(outbox, TestMailServer.PORT)));
        try {
            await().atMost(SOON).until(() -> outbox.waiting() == 0);
        } finally {
            replicas.forEach(Thread::interrupt);
        }

        assertThat(TestMailServer.mailsTo(to))
                .hasSize(mails)
                .extracting(message -> Received.of(message).messageId())
                .doesNotHaveDuplicates();
    }
}
