package io.moorage.bench;

import io.moorage.bench.load.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Measures several sides in turn, A B A B …, so that what slows the machine for a while slows all of them. */
final class Contest {
    /** In slices. */
    private static final int WARM_UP = 4;
    /** A process of its own that has just started compiles for long on two busy cores. */
    private static final int WARM_UP_OF_PROCESS = 15;

    private final Settings settings;
    private final int warmUp;

    Contest(Settings settings) {
        this(settings, WARM_UP);
    }

    private Contest(Settings settings, int warmUp) {
        this.settings = settings;
        this.warmUp = warmUp;
    }

    /** With sides that are processes of their own. */
    static Contest ofProcesses(Settings settings) {
        return new Contest(settings, WARM_UP_OF_PROCESS);
    }

    /** After each side has warmed up; of each round the samples in the order of the sides. */
    List<List<Sample>> run(String what, List<Side> sides) throws Exception {
        System.out.println(what + ": " + sides.stream().map(Side::name).collect(Collectors.joining(" | ")));
        for (Side side : sides) side.measure().during(settings.slice().multipliedBy(warmUp));
        List<List<Sample>> rounds = new ArrayList<>();
        for (int round = 0; round < settings.pairs(); round++) {
            List<Sample> samples = new ArrayList<>();
            for (Side side : sides) samples.add(side.measure().during(settings.slice()));
            System.out.println("  " + samples.stream().map(Contest::show).collect(Collectors.joining(" | ")));
            rounds.add(samples);
        }
        return rounds;
    }

    private static String show(Sample sample) {
        return String.format(Locale.ROOT, "%,.2f %s", sample.value(), sample.details());
    }
}
