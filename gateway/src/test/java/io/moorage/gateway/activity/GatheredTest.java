package io.moorage.gateway.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class GatheredTest {
    private final List<List<Integer>> batches = new ArrayList<>();
    private final List<Sinks.Empty<Void>> writes = new ArrayList<>();
    private final Gathered<Integer> gathered = new Gathered<>(batch -> {
        batches.add(batch);
        Sinks.Empty<Void> write = Sinks.empty();
        writes.add(write);
        return write.asMono();
    });

    @Test
    void what_comes_during_a_write_shares_the_next_one() {
        CompletableFuture<@Nullable Void> first = add(1);
        CompletableFuture<@Nullable Void> second = add(2);
        CompletableFuture<@Nullable Void> third = add(3);
        assertThat(batches).containsExactly(List.of(1));

        writes.getFirst().tryEmitEmpty();

        assertThat(batches).containsExactly(List.of(1), List.of(2, 3));
        assertThat(first).isCompleted();
        assertThat(second).isNotDone();
        writes.getLast().tryEmitEmpty();
        assertThat(second).isCompleted();
        assertThat(third).isCompleted();
    }

    @Test
    void a_failed_write_fails_its_own_batch_alone() {
        CompletableFuture<@Nullable Void> first = add(1);
        CompletableFuture<@Nullable Void> second = add(2);

        writes.getFirst().tryEmitError(new IllegalStateException("away"));
        writes.getLast().tryEmitEmpty();

        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompleted();
    }

    @Test
    void what_cannot_even_be_begun_does_not_block_the_next() {
        Gathered<Integer> broken = new Gathered<>(batch -> {
            if (batch.contains(1)) throw new IllegalStateException("broken");
            return Mono.empty();
        });
        assertThat(broken.add(1).toFuture()).isCompletedExceptionally();
        assertThat(broken.add(2).toFuture()).isCompleted();
    }

    private CompletableFuture<@Nullable Void> add(int item) {
        return gathered.add(item).toFuture();
    }
}
