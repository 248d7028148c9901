package dev.fuda.kernel.stream;

import dev.fuda.kernel.loop.Loop;
import dev.fuda.kernel.loop.RedisLink;
import io.micrometer.core.instrument.Metrics;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries committed outbox rows to Redis. Rows are locked while they travel and skipped by other relays, so replicas
 * share the work; a crash between Redis and the commit sends a row twice, which the consumers' inbox absorbs.
 */
public final class OutboxRelay implements Loop.Step {

    private static final int BATCH = 500;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String TAKE = """
            select seq, id::text as id, stream, type, version::text as version, source,
                to_char(time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as time, subject, data
            from outbox where stream_ms is null order by seq limit $1 for update skip locked
            """;

    private static final String PUBLISHED = """
            update outbox set stream_ms = p.ms, stream_n = p.n
            from unnest($1::bigint[], $2::bigint[], $3::bigint[]) as p(seq, ms, n) where outbox.seq = p.seq
            """;

    private final Pool pool;
    private final RedisLink redis;

    public OutboxRelay(Pool pool, RedisLink redis) {
        this.pool = pool;
        this.redis = redis;
    }

    /** Sends one batch; woken by NOTIFY, and by itself once a second. */
    @Override
    public Duration run() throws IOException, InterruptedException {
        // Asked before rows are locked: no transaction waits for a Redis that is away.
        redis.generation();
        int sent = Awaiting.await(
                pool.withTransaction(tx -> tx.preparedQuery(TAKE)
                        .execute(Tuple.of(BATCH))
                        .emitOn(Awaiting.EXECUTOR)
                        .flatMap(rows -> publish(tx, rows))),
                PATIENCE.plusSeconds(10));
        Metrics.counter("fuda.outbox.published").increment(sent);
        return sent == BATCH ? Duration.ZERO : POLL;
    }

    private io.smallrye.mutiny.Uni<Integer> publish(SqlConnection tx, RowSet<Row> rows) {
        if (rows.size() == 0) {
            return io.smallrye.mutiny.Uni.createFrom().item(0);
        }
        List<Long> seqs = new ArrayList<>(rows.size());
        List<Request> commands = new ArrayList<>(rows.size());
        for (Row row : rows) {
            seqs.add(row.getLong("seq"));
            commands.add(add(row));
        }
        List<Response> ids;
        try {
            ids = redis.send(commands, PATIENCE);
        } catch (IOException e) {
            return io.smallrye.mutiny.Uni.createFrom().failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return io.smallrye.mutiny.Uni.createFrom().failure(new IOException("The relay is closing", e));
        }
        List<EntryId> entries =
                ids.stream().map(id -> EntryId.of(id.toString())).toList();
        return tx.preparedQuery(PUBLISHED)
                .execute(Tuple.of(
                        seqs.toArray(Long[]::new),
                        entries.stream().map(EntryId::ms).toArray(Long[]::new),
                        entries.stream().map(EntryId::n).toArray(Long[]::new)))
                .replaceWith(rows.size());
    }

    private static Request add(Row row) {
        Request add = Request.cmd(Command.XADD).arg(row.getString("stream")).arg("*");
        for (String field : new String[] {"id", "type", "version", "source", "time", "subject", "data"}) {
            add.arg(field).arg(row.getString(field));
        }
        return add;
    }
}
