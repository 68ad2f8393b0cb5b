package io.moorage.bench;

import java.util.List;

/** What one id of the report is measured by. */
interface Benchmark {
    List<Result> run(Settings settings) throws Exception;
}
