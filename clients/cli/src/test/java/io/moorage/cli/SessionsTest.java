package io.moorage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.cli.Stub.Reply;
import io.moorage.cli.Stub.Request;
import io.moorage.cli.World.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
    private static final String SESSIONS = """
            {"items":[\
            {"id":"s-1","current":true,"startedAt":"2026-11-20T10:00:00Z","lastUsedAt":"2026-11-20T11:59:00Z",\
            "address":"192.0.2.7","device":"Other","browser":"","system":"Linux","client":"cli"},\
            {"id":"s-2","current":false,"startedAt":"2026-11-19T08:00:00Z","lastUsedAt":"2026-11-20T09:00:00Z",\
            "address":"2001:db8::7","device":"Mac","browser":"Firefox/145.0","system":"Mac OS X","client":"portal"}],\
            "next":null}""";

    private World world;

    @BeforeEach
    void open(@TempDir Path folder) {
        world = new World(folder).loggedIn();
        world.gateway.on("GET /api/v1/me/sessions", Reply.json(SESSIONS));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void sessions_are_listed_with_where_and_when_they_were_used() {
        Result list = world.moor("sessions", "list");
        assertThat(list.exitCode()).isZero();
        assertThat(list.out())
                .contains("192.0.2.7", "2026-11-20 11:59:00", "moor", "yes")
                .contains("2001:db8::7", "Firefox/145.0", "the portal");
        assertThat(world.moor("sessions", "list", "--lang", "fr").out()).contains("le portail", "Dernier usage");
    }

    @Test
    void programs_get_the_apis_own_words() {
        assertThat(world.moor("sessions", "list", "--output", "json").out()).isEqualToIgnoringNewLines(SESSIONS);
        assertThat(world.moor("sessions", "list", "--output", "csv").out().lines())
                .containsExactly(
                        "id,current,client,browser,system,address,startedAt,lastUsedAt,device",
                        "s-1,true,cli,,Linux,192.0.2.7,2026-11-20T10:00:00Z,2026-11-20T11:59:00Z,Other",
                        "s-2,false,portal,Firefox/145.0,Mac OS X,2001:db8::7,2026-11-19T08:00:00Z,"
                                + "2026-11-20T09:00:00Z,Mac");
    }

    @Test
    void a_session_is_ended_by_its_id_and_nothing_else_by_whatever_was_typed() {
        world.gateway.on("DELETE /api/v1/me/sessions/s-2", new Reply(204, "application/json", ""));
        Result ended = world.moor("sessions", "end", "s-2");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).isEqualTo("Session s-2 has ended.\n");
        assertThat(world.moor("sessions", "end", "s-2", "--output", "json").out())
                .isEmpty();

        Result unknown = world.moor("sessions", "end", "../../account");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("[not-found]");
        assertThat(world.gateway.requests.getLast().path()).isEqualTo("/api/v1/me/sessions/..%2F..%2Faccount");
        assertThat(world.moor("sessions", "end").exitCode()).isEqualTo(2);
    }

    @Test
    void all_others_are_ended_at_once_and_a_lost_answer_is_asked_for_again_under_the_same_key() {
        world.gateway.on("DELETE /api/v1/me/sessions", Reply.lost(), new Reply(204, "application/json", ""));
        Result ended = world.moor("sessions", "end-others");
        assertThat(ended.out()).isEqualTo("All other sessions have ended.\n");
        var asked = world.gateway.asked("DELETE /api/v1/me/sessions");
        assertThat(asked).extracting(Request::query).containsOnly("others=true");
        assertThat(asked).extracting(each -> each.header("Idempotency-key")).hasSize(2);
        assertThat(asked.getFirst().header("Idempotency-key"))
                .isNotEmpty()
                .isEqualTo(asked.getLast().header("Idempotency-key"));
    }

    @Test
    void who_is_not_logged_in_is_told_so() {
        world.moor("logout");
        assertThat(world.moor("sessions", "list").exitCode()).isEqualTo(3);
    }
}
