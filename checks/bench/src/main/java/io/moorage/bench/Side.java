package io.moorage.bench;

import io.moorage.bench.load.Sample;
import java.time.Duration;

/** One of those that are measured in turn. */
record Side(String name, Measure measure) {

    /** Puts load on for so long, and tells what came of it. */
    interface Measure {
        Sample during(Duration time) throws Exception;
    }
}
