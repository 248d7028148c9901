package dev.fuda.kernel.stream;

import dev.fuda.kernel.event.Envelope;
import dev.fuda.kernel.event.Event;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of events that could not be applied. */
final class DeadLetters {

    private static final String COLUMNS =
            "id, stream, grp, entry, event_id, type, subject, fields, reason, attempts, dead_at";

    private final Pool pool;

    DeadLetters(Pool pool) {
        this.pool = pool;
    }

    /** A letter with the entry's fields as they came. */
    record Letter(
            long id,
            String stream,
            String group,
            @Nullable String type,
            @Nullable String subject,
            Map<String, String> fields,
            String reason,
            int attempts,
            Instant deadAt) {}

    Uni<Void> add(
            SqlConnection tx,
            EventHandler<?> handler,
            Entry entry,
            Envelope<Event> event,
            String reason,
            int attempts) {
        JsonObject fields = new JsonObject();
        // U+0000 can't be stored in jsonb; an entry that holds it is kept readable.
        entry.fields().forEach((name, value) -> fields.put(clean(name), clean(value)));
        return tx.preparedQuery("""
                        insert into dead_letter (stream, grp, entry, event_id, type, subject, fields, reason, attempts)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                        on conflict (stream, grp, entry) do update set reason = excluded.reason, dead_at = now()
                        """)
                .execute(Tuple.from(new Object[] {
                    handler.stream().key(),
                    handler.group(),
                    entry.id().toString(),
                    event == null ? null : event.id(),
                    clean(entry.fields().get("type")),
                    clean(entry.fields().get("subject")),
                    fields,
                    clean(reason),
                    attempts
                }))
                .replaceWithVoid();
    }

    Uni<List<Letter>> list(int offset, int limit) {
        return pool.preparedQuery("select " + COLUMNS + " from dead_letter order by id desc limit $2 offset $1")
                .execute(Tuple.of(offset, limit))
                .map(rows -> {
                    List<Letter> letters = new ArrayList<>(rows.size());
                    rows.forEach(row -> letters.add(letter(row)));
                    return letters;
                });
    }

    Uni<Long> count() {
        return pool.query("select count(*) as n from dead_letter")
                .execute()
                .map(rows -> rows.iterator().next().getLong("n"));
    }

    /** The letter, locked for this transaction; null when there is none. */
    Uni<Letter> take(SqlConnection tx, long id) {
        return tx.preparedQuery("select " + COLUMNS + " from dead_letter where id = $1 for update")
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0 ? null : letter(rows.iterator().next()));
    }

    Uni<Boolean> delete(SqlConnection tx, long id) {
        return tx.preparedQuery("delete from dead_letter where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Boolean> delete(long id) {
        return pool.withTransaction(tx -> delete(tx, id));
    }

    private static Letter letter(Row row) {
        Map<String, String> fields = new HashMap<>();
        row.getJsonObject("fields").forEach(field -> fields.put(field.getKey(), (String) field.getValue()));
        return new Letter(
                row.getLong("id"),
                row.getString("stream"),
                row.getString("grp"),
                row.getString("type"),
                row.getString("subject"),
                fields,
                row.getString("reason"),
                row.getInteger("attempts"),
                row.getOffsetDateTime("dead_at").toInstant());
    }

    private static String clean(String text) {
        return text == null ? null : text.replace('\u0000', '\uFFFD');
    }
}
