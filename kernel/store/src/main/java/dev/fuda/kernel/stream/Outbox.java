package dev.fuda.kernel.stream;

import dev.fuda.kernel.event.Event;
import dev.fuda.kernel.event.EventCodec;
import dev.fuda.kernel.event.EventIds;
import dev.fuda.kernel.event.EventStream;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Announces facts: the event is a row in the transaction of the fact, and leaves for Redis after its commit. */
public final class Outbox {

    /**
     * Inserts one {@link Row}, parameters in the order of its components; for transactions that are not a
     * {@link SqlConnection}.
     */
    public static final String INSERT =
            "insert into outbox (id, stream, type, version, source, time, subject, data) values ($1, $2, $3, $4, $5, $6, $7, $8)";

    private static final String INSERT_ALL = """
            insert into outbox (id, stream, type, version, source, time, subject, data)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::text[], $6::timestamptz[], $7::text[], $8::text[])
            """;

    private final EventCodec codec;
    private final String source;

    /**
     * @param source the name of this service
     */
    public Outbox(EventCodec codec, String source) {
        this.codec = codec;
        this.source = source;
    }

    /** One row of the table. */
    public record Row(
            UUID id,
            String stream,
            String type,
            int version,
            String source,
            OffsetDateTime time,
            String subject,
            String data) {}

    /** The row of an event, with a new id and the time of now. */
    public Row row(Event event) {
        return new Row(
                EventIds.next(),
                EventStream.of(event).key(),
                event.type(),
                event.version(),
                source,
                Instant.now().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
                event.subject(),
                codec.data(event));
    }

    /** Writes the events in the transaction of {@code tx}, keeping their order. */
    public Uni<Void> append(SqlConnection tx, Event... events) {
        return append(tx, List.of(events));
    }

    /** Writes any number of events with one statement. */
    public Uni<Void> append(SqlConnection tx, List<? extends Event> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Row> rows = events.stream().map(this::row).toList();
        Tuple columns = Tuple.tuple()
                .addArrayOfUUID(rows.stream().map(Row::id).toArray(UUID[]::new))
                .addArrayOfString(rows.stream().map(Row::stream).toArray(String[]::new))
                .addArrayOfString(rows.stream().map(Row::type).toArray(String[]::new))
                .addArrayOfInteger(rows.stream().map(Row::version).toArray(Integer[]::new))
                .addArrayOfString(rows.stream().map(Row::source).toArray(String[]::new))
                .addArrayOfOffsetDateTime(rows.stream().map(Row::time).toArray(OffsetDateTime[]::new))
                .addArrayOfString(rows.stream().map(Row::subject).toArray(String[]::new))
                .addArrayOfString(rows.stream().map(Row::data).toArray(String[]::new));
        return tx.preparedQuery(INSERT_ALL).execute(columns).replaceWithVoid();
    }
}
