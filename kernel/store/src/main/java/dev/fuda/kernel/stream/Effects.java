package dev.fuda.kernel.stream;

import dev.fuda.kernel.event.Envelope;
import dev.fuda.kernel.event.Event;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Applies events exactly once: the id goes into the inbox in the transaction of the effect. */
final class Effects {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String ENTER = """
            insert into inbox (grp, event_id) select $1, id from unnest($2::uuid[]) as id order by id
            on conflict do nothing returning event_id
            """;

    private final Pool pool;
    private final EventHandler<Event> handler;
    private final DeadLetters deadLetters;

    @SuppressWarnings("unchecked")
    Effects(Pool pool, EventHandler<?> handler, DeadLetters deadLetters) {
        this.pool = pool;
        // A handler only ever sees the events of its stream, which are of its type.
        this.handler = (EventHandler<Event>) handler;
        this.deadLetters = deadLetters;
    }

    /** Applies all in one transaction, those that were applied before excepted; returns how many were new. */
    int apply(List<Envelope<Event>> events) {
        Map<UUID, Envelope<Event>> byId =
                events.stream().collect(Collectors.toMap(Envelope::id, e -> e, (first, again) -> first));
        return Awaiting.await(
                pool.withTransaction(tx -> enter(tx, byId.keySet())
                        .flatMap(fresh -> inOrder(
                                        tx,
                                        events.stream()
                                                .filter(e -> fresh.contains(e.id()) && byId.get(e.id()) == e)
                                                .toList())
                                .replaceWith(fresh.size()))),
                PATIENCE);
    }

    /** Gives up on an entry: it becomes a dead letter, and is not applied when it comes again. */
    void bury(Entry entry, Envelope<Event> event, String reason, int attempts) {
        Awaiting.await(
                pool.withTransaction(tx -> {
                    Uni<Set<UUID>> entered =
                            event == null ? Uni.createFrom().item(Set.of()) : enter(tx, Set.of(event.id()));
                    return entered.flatMap(fresh -> event != null && fresh.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : deadLetters.add(tx, handler, entry, event, reason, attempts));
                }),
                PATIENCE);
    }

    private Uni<Set<UUID>> enter(SqlConnection tx, Set<UUID> ids) {
        return tx.preparedQuery(ENTER)
                .execute(Tuple.of(handler.group(), ids.toArray(UUID[]::new)))
                .map(rows -> {
                    Set<UUID> fresh = new HashSet<>();
                    for (Row row : rows) {
                        fresh.add(row.getUUID("event_id"));
                    }
                    return fresh;
                });
    }

    private Uni<Void> inOrder(SqlConnection tx, List<Envelope<Event>> events) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (Envelope<Event> event : events) {
            chain = chain.chain(() -> handler.handle(event, tx));
        }
        return chain;
    }
}
