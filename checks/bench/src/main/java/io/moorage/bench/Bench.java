package io.moorage.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs benchmarks, prints their table and writes their figures. */
public final class Bench {
    private static final Map<String, List<Benchmark>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("P1", List.of(new SpreadCommands(), new SpreadRequests()));
        ALL.put("P2", List.of(new HotWallet(), new HotWalletRequests()));
        ALL.put("P3", List.of(new CommitToConsumer(), new PublishingCost()));
        ALL.put("P5", List.of(new ServerLists()));
        ALL.put("P6", List.of(new Rebuilding()));
        ALL.put("P7", List.of(new GatewayRequests()));
        ALL.put("CLI", List.of(new CommandLineStart()));
    }

    private Bench() {}

    /** Ends with 0 if everything could be measured, whatever the figures are, and with 1 if something failed. */
    public static void main(String[] words) {
        int status = 0;
        try {
            run(Settings.parse(words));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            status = 1;
        } catch (Exception e) {
            e.printStackTrace();
            status = 1;
        }
        System.exit(status); // parts still run, and would keep this process
    }

    private static void run(Settings settings) throws Exception {
        List<String> names = settings.names().isEmpty() ? List.copyOf(ALL.keySet()) : settings.names();
        for (String name : names)
            if (!ALL.containsKey(name))
                throw new IllegalArgumentException("No benchmark is named " + name + "; there are " + ALL.keySet());
        List<Result> results = new ArrayList<>();
        for (String name : names)
            for (Benchmark benchmark : ALL.getOrDefault(name, List.of())) results.addAll(benchmark.run(settings));
        System.out.println();
        System.out.print(Report.table(results));
        Report.write(results, settings.report());
        System.out.println("Raw samples: " + settings.report());
    }
}
