package io.moorage.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.moorage.bench.load.Clients;
import io.moorage.bench.load.Load;
import io.moorage.bench.load.Sample;
import io.moorage.bench.reference.Databases;
import io.moorage.bench.reference.HotRow;
import io.moorage.bench.service.BenchService;
import io.moorage.bench.service.Wallet;
import io.moorage.bench.service.Wallet.Credit;
import io.moorage.bench.service.WalletRows;
import io.moorage.bench.stock.StockAxon;
import io.moorage.eventstore.Commands;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;

/** P2 in process: 64 clients credit one wallet, beside stock Axon and beside a row that everybody updates. */
final class HotWallet implements Benchmark {
    static final int CLIENTS = 64;
    static final String STOCK = "stock Axon 4.13";
    static final String HOT_ROW = "PostgreSQL hot row";

    @Override
    public List<Result> run(Settings settings) throws Exception {
        String database = Databases.likeAService();
        try (var service = BenchService.start(database, Map.of());
                var stockPool = Databases.pool(Databases.likeAService(), "TRANSACTION_READ_COMMITTED");
                var stock = stock(stockPool);
                var hotRow = new HotRow()) {
            Commands commands = service.getBean(Commands.class);
            JdbcTemplate sql = service.getBean(JdbcTemplate.class);
            List<Side> sides = List.of(
                    credits("Commands.send", sql, () -> commands.send(new Credit("hot", 1))),
                    stockSide(stock, stockPool),
                    hotRowSide(hotRow));
            String what = "commands on one wallet in process, " + CLIENTS + " clients";
            var rounds = new Contest(settings).run("P2 " + what, sides);
            return results(what, rounds, 10, 4);
        }
    }

    /** The stock engine, with the same aggregate and the same rows. */
    static StockAxon stock(HikariDataSource pool) {
        return StockAxon.forCommands(pool, Wallet.class, new WalletRows(new JdbcTemplate(pool)));
    }

    static Side stockSide(StockAxon stock, HikariDataSource pool) {
        return credits(STOCK, new JdbcTemplate(pool), () -> stock.send(new Credit("hot", 1)));
    }

    static Side hotRowSide(HotRow hotRow) {
        return credits(HOT_ROW, new JdbcTemplate(hotRow.pool()), () -> hotRow.credit(1));
    }

    static List<Result> results(String what, List<List<Sample>> rounds, double timesStock, double timesHotRow) {
        return List.of(
                Result.of(new Result.Question("P2", what, "1/s", Target.atLeast(timesStock)), STOCK, rounds, 1),
                Result.of(new Result.Question("P2", what, "1/s", Target.atLeast(timesHotRow)), HOT_ROW, rounds, 2));
    }

    private static Side credits(String name, JdbcTemplate sql, Crediting credit) {
        AtomicLong acknowledged = new AtomicLong();
        return new Side(name, time -> {
            Load load = Clients.run(CLIENTS, time, (client, random) -> credit.once());
            verify(name, sql, acknowledged.addAndGet(load.acknowledged()));
            return load.sample();
        });
    }

    /** @throws IllegalStateException if an acknowledged credit is missing, or one counts that nobody asked for */
    static void verify(String name, JdbcTemplate sql, long acknowledged) {
        List<Long> found = sql.query("""
                select balance, (select count(*) from statement_line where account = 'hot'),
                    (select max(balance) from statement_line where account = 'hot')
                from wallet where account = 'hot'
                """, row -> {
            row.next();
            return List.of(row.getLong(1), row.getLong(2), row.getLong(3));
        });
        if (found == null || !found.stream().allMatch(each -> each == acknowledged))
            throw new IllegalStateException(name + " acknowledged " + acknowledged
                    + " credits of 1; its balance, lines and last line's balance are " + found);
    }

    /** One credit of one cent. */
    private interface Crediting {
        void once() throws Exception;
    }
}
