package dev.fuda.kernel.stream;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;

/** Up to where a group has finished a stream, kept in PostgreSQL because Redis may forget it. */
final class Cursors {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool pool;
    private final String stream;
    private final String group;
    private EntryId saved;

    Cursors(Pool pool, String stream, String group) {
        this.pool = pool;
        this.stream = stream;
        this.group = group;
    }

    EntryId get() {
        return Awaiting.await(
                pool.preparedQuery("select entry from event_cursor where stream = $1 and grp = $2")
                        .execute(Tuple.of(stream, group))
                        .map(rows -> rows.size() == 0
                                ? EntryId.ZERO
                                : EntryId.of(rows.iterator().next().getString("entry"))),
                PATIENCE);
    }

    /** Null, or no change, writes nothing. A cursor that lags is safe: the inbox absorbs what comes twice. */
    void save(EntryId position) {
        if (position == null || position.equals(saved)) {
            return;
        }
        Awaiting.await(pool.preparedQuery("""
                                insert into event_cursor (stream, grp, entry) values ($1, $2, $3)
                                on conflict (stream, grp) do update set entry = excluded.entry
                                """).execute(Tuple.of(stream, group, position.toString())), PATIENCE);
        saved = position;
    }
}
