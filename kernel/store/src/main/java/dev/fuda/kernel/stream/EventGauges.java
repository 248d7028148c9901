package dev.fuda.kernel.stream;

import dev.fuda.kernel.loop.Loop;
import io.micrometer.core.instrument.Metrics;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What whoever runs Fuda must see of the events: how many wait, how long the oldest does, how many are dead letters. */
final class EventGauges implements Loop.Step {

    private static final Duration ROUND = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Pool pool;
    private final AtomicLong waiting = Metrics.gauge("fuda.outbox.waiting", new AtomicLong());
    private final AtomicLong kept = Metrics.gauge("fuda.outbox.kept", new AtomicLong());
    private final AtomicLong oldestSeconds = Metrics.gauge("fuda.outbox.oldest.seconds", new AtomicLong());
    private final AtomicLong deadLetters = Metrics.gauge("fuda.dead.letters", new AtomicLong());

    EventGauges(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Duration run() {
        Row row = Awaiting.await(pool.query("""
                                        select count(*) filter (where stream_ms is null) as waiting, count(*) as kept,
                                            coalesce(extract(epoch from now() - min(time)), 0)::bigint as oldest,
                                            (select count(*) from dead_letter) as dead
                                        from outbox
                                        """).execute(), PATIENCE).iterator().next();
        waiting.set(row.getLong("waiting"));
        kept.set(row.getLong("kept"));
        oldestSeconds.set(row.getLong("oldest"));
        deadLetters.set(row.getLong("dead"));
        return ROUND;
    }
}
