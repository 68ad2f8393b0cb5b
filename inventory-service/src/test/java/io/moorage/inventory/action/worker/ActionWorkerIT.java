package io.moorage.inventory.action.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.contracts.Uuid7;
import io.moorage.eventstore.Commands;
import io.moorage.eventstore.TailSignal;
import io.moorage.inventory.Client;
import io.moorage.inventory.InventoryTest;
import io.moorage.inventory.action.ServerActionCommand.RecordOutcome;
import io.moorage.inventory.action.ServerActionCommand.RequestAction;
import io.moorage.inventory.action.driver.ActionType;
import io.moorage.inventory.action.driver.Outcome;
import io.moorage.inventory.action.driver.ServerDriver;
import io.moorage.inventory.server.Servers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Workers of our own over the service's database, with machines that count what they feel; the service's worker rests. */
@InventoryTest
@SuppressWarnings("NullAway.Init")
class ActionWorkerIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration LEASE = Duration.ofSeconds(6);

    @LocalServerPort
    int port;

    @Autowired
    ActionWorker ofTheService;

    @Autowired
    ActionRun.Tools tools;

    @Autowired
    Servers servers;

    @Autowired
    Commands commands;

    @Autowired
    TailSignal signal;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcTemplate sql;

    private final CountingMachines machines = new CountingMachines();
    private final List<ActionWorker> workers = new ArrayList<>();
    private Client customer;

    @BeforeEach
    void the_services_worker_rests() {
        ofTheService.stop();
        customer = new Client(port);
    }

    @AfterEach
    void the_services_worker_works_again() {
        workers.forEach(ActionWorker::stop);
        ofTheService.start();
    }

    @ParameterizedTest
    @CsvSource({"1,false", "1,true", "2,false", "2,true", "3,false", "3,true", "4,false", "4,true", "5,false", "5,true"
    })
    void a_worker_killed_at_any_step_leaves_one_reboot(int step, boolean afterItsEffect) {
        String server = server();
        machines.killAt(server, step, afterItsEffect);
        ActionWorker first = worker();
        String action = ask(server, ActionType.REBOOT);
        soon().until(machines::hasKilled);
        first.stop();
        sql.update("update action_claim set until = now() where action = ?", action); // as the lease's end would do

        worker();

        soon().untilAsserted(() -> assertThat(state(action)).isEqualTo("succeeded"));
        assertThat(machines.effects(server)).containsExactly("off", "on");
        assertThat(ends(action)).isEqualTo(1);
    }

    @Test
    void what_a_dead_worker_had_is_taken_up_when_its_claim_ends() {
        String server = server();
        machines.killAt(server, 3, false);
        String action = ask(server, ActionType.REBOOT);
        ActionWorker dead = worker();
        soon().until(machines::hasKilled);
        dead.stop();
        worker();
        soon().untilAsserted(() -> assertThat(state(action)).isEqualTo("succeeded"));
        assertThat(machines.effects(server)).containsExactly("off", "on");
    }

    @Test
    void a_worker_that_stops_hands_over_at_once() {
        String server = server();
        machines.keepOn(server);
        String action = ask(server, ActionType.POWER_OFF);
        ActionWorker first = worker();
        soon().untilAsserted(() -> assertThat(machines.asked(server)).isGreaterThan(3));
        first.stop();
        assertThat(sql.queryForObject("select count(*) from action_claim where action = ?", Integer.class, action))
                .isZero();
        machines.obey(server);
        worker();
        soon().untilAsserted(() -> assertThat(state(action)).isEqualTo("succeeded"));
    }

    @Test
    void a_thousand_at_once_get_done_by_two_workers_each_once_while_others_hang() throws Exception {
        List<String> hanging = List.of(server(), server(), server());
        hanging.forEach(machines::hang);
        List<String> ours = together(Collections.nCopies(1_000, "new"), each -> server());
        worker();
        worker();
        List<String> stuck =
                hanging.stream().map(server -> ask(server, ActionType.REBOOT)).toList();

        List<String> actions = together(ours, server -> ask(server, ActionType.REBOOT));

        soon().until(() -> succeeded(actions) == actions.size());
        assertThat(ours)
                .allSatisfy(server -> assertThat(machines.effects(server)).containsExactly("off", "on"));
        assertThat(stuck).allSatisfy(action -> assertThat(state(action)).isEqualTo("running"));
        stuck.forEach(action -> commands.send(new RecordOutcome(
                action, Outcome.CANCELLED, null, Clock.systemUTC().instant())));
    }

    private static List<String> together(List<String> each, UnaryOperator<String> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            List<Callable<String>> calls = each.stream()
                    .<Callable<String>>map(one -> () -> work.apply(one))
                    .toList();
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    private int succeeded(List<String> actions) {
        Integer found = sql.queryForObject(
                "select count(*) from server_action where state = 'succeeded' and id = any(?)", Integer.class, (Object)
                        actions.toArray(String[]::new));
        return found == null ? 0 : found;
    }

    /** A worker's thread dies of an error that nobody catches; that is no failure of the test. */
    private static ConditionFactory soon() {
        return await().dontCatchUncaughtExceptions().atMost(SOON);
    }

    /** A replica's worker. */
    private ActionWorker worker() {
        Claims claims = new Claims(JdbcClient.create(sql), transactions, LEASE);
        Machines driven = new Machines(servers, List.<ServerDriver>of(machines));
        ActionRun.Tools own = new ActionRun.Tools(
                claims, tools.actions(), driven, tools.facts(), commands, tools.limits(), Clock.systemUTC());
        ActionWorker worker = new ActionWorker(own, signal, 1_000);
        workers.add(worker);
        worker.start();
        return worker;
    }

    private String server() {
        return customer.server(Map.of("ips", List.of()));
    }

    private String ask(String server, ActionType type) {
        String id = Uuid7.next().toString();
        commands.send(new RequestAction(
                id,
                customer.account,
                server,
                type,
                null,
                "u-1",
                Clock.systemUTC().instant()));
        return id;
    }

    private String state(String action) {
        return String.valueOf(sql.queryForObject("select state from server_action where id = ?", String.class, action));
    }

    private int ends(String action) {
        Integer found = sql.queryForObject(
                "select count(*) from event where aggregate_id = ? and type = 'ServerActionFinished'",
                Integer.class,
                action);
        return found == null ? 0 : found;
    }
}
