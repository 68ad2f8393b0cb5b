package io.moorage.bench;

import io.moorage.bench.load.Clients;
import io.moorage.bench.load.Load;
import io.moorage.bench.reference.Databases;
import io.moorage.bench.reference.HotRow;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;

/** P2 over HTTP: as {@link HotWallet}, each credit a request with its token checked and an idempotency key. */
final class HotWalletRequests implements Benchmark {

    @Override
    public List<Result> run(Settings settings) throws Exception {
        String database = Databases.likeAService();
        try (var service = ServiceProcess.ofBench(ServiceProcess.environment(database, "127.0.0.1:9"));
                var http = new SpreadRequests.HttpClients(service.port(), HotWallet.CLIENTS);
                var ours = Databases.pool(database);
                var stockPool = Databases.pool(Databases.likeAService(), "TRANSACTION_READ_COMMITTED");
                var stock = HotWallet.stock(stockPool);
                var hotRow = new HotRow()) {
            JdbcTemplate sql = new JdbcTemplate(ours);
            AtomicLong acknowledged = new AtomicLong();
            Side requests = new Side("requests", time -> {
                Load load = Clients.run(
                        HotWallet.CLIENTS,
                        time,
                        (client, random) -> http.post(client, "/api/v1/wallets/hot/credits", "{\"amount\":1}"));
                HotWallet.verify("The service", sql, acknowledged.addAndGet(load.acknowledged()));
                return load.sample();
            });
            String what = "requests to one wallet, " + HotWallet.CLIENTS + " clients";
            var rounds = Contest.ofProcesses(settings)
                    .run(
                            "P2 " + what,
                            List.of(requests, HotWallet.stockSide(stock, stockPool), HotWallet.hotRowSide(hotRow)));
            return HotWallet.results(what, rounds, 3, 1.5);
        }
    }
}
