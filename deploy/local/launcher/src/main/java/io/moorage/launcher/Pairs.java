package io.moorage.launcher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A benchmark's line of the report, from values that were measured in turn with what they stand beside. */
record Pairs(String id, String what, String unit, String beside, List<Pair> all) {

    Pairs(String id, String what, String unit, String beside) {
        this(id, what, unit, beside, new ArrayList<>());
    }

    record Pair(double value, double beside) {
        double ratio() {
            return value / beside;
        }

        private Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("value", rounded(value));
            json.put("beside", rounded(beside));
            json.put("ratio", rounded(ratio()));
            return json;
        }
    }

    void add(double value, double besideValue) {
        all.add(new Pair(value, besideValue));
    }

    /** As {@code bench.json} holds it. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("what", what);
        json.put("value", median(Pair::value));
        json.put("unit", unit);
        json.put("beside", beside);
        json.put("besideValue", median(Pair::beside));
        json.put("ratio", median(Pair::ratio));
        json.put("ratioMin", rounded(all.stream().mapToDouble(Pair::ratio).min().orElseThrow()));
        json.put("ratioMax", rounded(all.stream().mapToDouble(Pair::ratio).max().orElseThrow()));
        json.put("pairs", all.size());
        json.put("samples", all.stream().map(Pair::json).toList());
        return json;
    }

    /** For people. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%s %s: %.1f %s | %s: %.1f %s | %.2f",
                id,
                what,
                median(Pair::value),
                unit,
                beside,
                median(Pair::beside),
                unit,
                median(Pair::ratio));
    }

    private double median(ToDoubleFunction<Pair> of) {
        double[] sorted = all.stream().mapToDouble(of).sorted().toArray();
        int middle = sorted.length / 2;
        return rounded(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
