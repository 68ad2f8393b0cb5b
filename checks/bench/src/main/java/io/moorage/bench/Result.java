package io.moorage.bench;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.moorage.bench.load.Sample;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the report: medians, the spread of the pairs' ratios, and all that was measured.
 *
 * @param ratio the median of value divided by besideValue, pair by pair
 */
record Result(
        String id,
        String what,
        double value,
        String unit,
        String beside,
        double besideValue,
        double ratio,
        double ratioMin,
        double ratioMax,
        int pairs,
        List<Map<String, Object>> samples,
        @JsonIgnore @Nullable Target target) {

    /** What is compared with what, in which unit. */
    record Question(
            String id, String what, String unit, @Nullable Target target) {}

    /** From rounds of samples: the first side's beside one of the others. */
    static Result of(Question question, String beside, List<List<Sample>> rounds, int other) {
        double[] ours =
                rounds.stream().mapToDouble(round -> round.getFirst().value()).toArray();
        double[] theirs =
                rounds.stream().mapToDouble(round -> round.get(other).value()).toArray();
        double[] ratios = new double[ours.length];
        Arrays.setAll(ratios, i -> ours[i] / theirs[i]);
        return new Result(
                question.id(),
                question.what(),
                rounded(median(ours)),
                question.unit(),
                beside,
                rounded(median(theirs)),
                rounded(median(ratios)),
                rounded(Arrays.stream(ratios).min().orElseThrow()),
                rounded(Arrays.stream(ratios).max().orElseThrow()),
                rounds.size(),
                rounds.stream()
                        .map(round -> sample(round.getFirst(), round.get(other)))
                        .toList(),
                question.target());
    }

    private static Map<String, Object> sample(Sample ours, Sample theirs) {
        Map<String, Object> sample = new LinkedHashMap<>();
        sample.put("value", rounded(ours.value()));
        sample.put("beside", rounded(theirs.value()));
        sample.put("ratio", rounded(ours.value() / theirs.value()));
        if (!ours.details().isEmpty()) sample.put("valueDetails", ours.details());
        if (!theirs.details().isEmpty()) sample.put("besideDetails", theirs.details());
        return sample;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    @JsonIgnore
    boolean isMet() {
        return target == null || target.holds(ratio);
    }
}
