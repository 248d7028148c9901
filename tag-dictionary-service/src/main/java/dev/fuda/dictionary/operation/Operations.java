package dev.fuda.dictionary.operation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.dictionary.dataset.Datasets;
import dev.fuda.dictionary.live.IndexFeed;
import dev.fuda.dictionary.operation.OperationInput.Order;
import dev.fuda.kernel.event.DictionaryEvent;
import dev.fuda.kernel.event.DictionaryEvent.Rewrite;
import dev.fuda.kernel.event.DictionaryEvent.RewriteUndone;
import dev.fuda.kernel.event.DictionaryEvent.TagsRewritten;
import dev.fuda.kernel.event.EventIds;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.stream.Outbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Does operations, takes them back, and tells beforehand what they touch: a preview is the operation itself, of which
 * nothing is kept.
 */
@ApplicationScoped
public class Operations {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final Pool pool;
    private final ObjectMapper json;
    private final Outbox outbox;
    private final IndexFeed feed;
    private final Reach reach;

    Operations(Pool pool, ObjectMapper json, Outbox outbox, IndexFeed feed, Reach reach) {
        this.pool = pool;
        this.json = json;
        this.outbox = outbox;
        this.feed = feed;
        this.reach = reach;
    }

    /** An operation that was done, with the state of its rows before and after. */
    record Done(List<Rewrite> rewrites, Diff diff) {
        Impact impact(Optional<Datasets.Impact> there) {
            Impact here = Impact.of(diff);
            return there.map(found -> here.with(found.datasets(), found.items(), found.savedSearches()))
                    .orElse(here);
        }
    }

    /** A preview's transaction never commits. */
    private static final class NotKept extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Done done;

        NotKept(Done done) {
            super("not kept", null, false, false);
            this.done = done;
        }
    }

    /** What the operation would do. */
    Uni<OperationPreview> preview(Order order, String author) {
        return Tx.<Done>run(pool, tx -> {
                    Graph.hold(tx);
                    throw new NotKept(perform(tx, order, author));
                })
                .onFailure(NotKept.class)
                .recoverWithItem(e -> e.done)
                .flatMap(done -> reach.of(order)
                        .map(there -> new OperationPreview(
                                order.kind(),
                                order.title(),
                                order.applyToDatasets() ? done.rewrites() : List.of(),
                                done.impact(there))));
    }

    /** Does the operation. */
    public Uni<OperationView> run(Order order, String author) {
        return run(order, author, tx -> {});
    }

    /** @param guard looks first, in the same transaction, whether it may be done; throws when it may not */
    public Uni<OperationView> run(Order order, String author, Consumer<Tx> guard) {
        return runAll(List.of(order), author, guard).map(List::getFirst);
    }

    /**
     * Does these one after the other, all or none of them; each has its own way back.
     *
     * @param guard comes first, in the same transaction: looks whether they may be done and throws when they may not. What
     *     it writes is no part of them
     */
    public Uni<List<OperationView>> runAll(List<Order> orders, String author, Consumer<Tx> guard) {
        return Multi.createFrom()
                .iterable(orders)
                .onItem()
                .transformToUniAndConcatenate(reach::of)
                .collect()
                .asList()
                .flatMap(before -> Tx.run(pool, tx -> {
                    Graph.hold(tx);
                    guard.accept(tx);
                    List<OperationView> done = new ArrayList<>();
                    for (int i = 0; i < orders.size(); i++) {
                        done.add(keep(tx, orders.get(i), author, before.get(i)));
                    }
                    return done;
                }))
                .onFailure(Operations::isTaken)
                .transform(e -> Problem.conflict("overtaken", "Somebody changed the same at this moment. Try again."))
                .call(feed::caughtUp);
    }

    private OperationView keep(Tx tx, Order order, String author, Optional<Datasets.Impact> before) {
        UUID id = EventIds.next();
        Done done = perform(tx, order, author);
        tx.write(
                "insert into dictionary_operation (id, kind, title, author, request, impact, diff) values ($1, $2, $3, $4, $5::text::jsonb, $6::text::jsonb, $7::text::jsonb)",
                id,
                order.kind().label(),
                order.title(),
                author,
                json.valueToTree(order).toString(),
                json.valueToTree(done.impact(before)).toString(),
                done.diff().write(json));
        List<DictionaryEvent> events = Tidings.of(tx, done.diff());
        if (order.applyToDatasets() && !done.rewrites().isEmpty()) {
            events.add(new TagsRewritten(id, order.kind().label(), order.title(), author, done.rewrites()));
        }
        announce(tx, done.diff(), events);
        return find(tx, id);
    }

    /**
     * Takes an operation back, in the dictionary and in datasets.
     *
     * @throws Problem 404 when there is none, 409 when it was undone or something that it did was changed since
     */
    public Uni<OperationView> undo(UUID id, String author) {
        return Tx.run(pool, tx -> {
                    Graph.hold(tx);
                    Row row = tx.row(
                            "select diff::text as diff, undone_at, request::text as request from dictionary_operation where id = $1 for update",
                            id);
                    if (row == null) {
                        throw Problem.notFound("operation", id);
                    }
                    if (row.getOffsetDateTime("undone_at") != null) {
                        throw Problem.conflict("already-undone", "This was undone already.");
                    }
                    Diff diff = Diff.read(json, row.getString("diff"));
                    diff.takeBack(tx, json);
                    requireNoCircles(tx, diff);
                    tx.write(
                            "update dictionary_operation set undone_at = now(), undone_by = $2 where id = $1",
                            id,
                            author);
                    List<DictionaryEvent> events = Tidings.of(tx, diff.inverse());
                    events.add(new RewriteUndone(id, author));
                    announce(tx, diff, events);
                    return find(tx, id);
                })
                .onFailure(Operations::isTaken)
                .transform(e -> Problem.conflict(
                        "changed-since", "This can't be undone: one of its names belongs to something else by now."))
                .onFailure(Operations::isGone)
                .transform(
                        e -> Problem.conflict(
                                "changed-since",
                                "This can't be undone: something that it refers to was deleted since. Undo that deletion first."))
                .call(feed::caughtUp);
    }

    /** What was put back may meet relations that came since. */
    private static void requireNoCircles(Tx tx, Diff diff) {
        Set<Long> leading = new TreeSet<>();
        diff.of(Table.TAG).stream()
                .filter(change -> change.before() != null)
                .forEach(change -> leading.add(change.before().get("id").asLong()));
        diff.of(Table.TAG_ALIAS).stream()
                .filter(change -> change.before() != null)
                .forEach(change -> leading.add(change.before().get("tag_id").asLong()));
        Set<Long> implying = new TreeSet<>();
        diff.of(Table.TAG_IMPLICATION).stream()
                .filter(change -> change.before() != null)
                .forEach(change ->
                        implying.add(change.before().get("antecedent_id").asLong()));
        Graph.requireNoCircleThrough(tx, names(tx, leading), names(tx, implying));
    }

    private static Set<String> names(Tx tx, Set<Long> ids) {
        Set<String> names = new TreeSet<>();
        if (!ids.isEmpty()) {
            tx.rows("select name from tag where id = any($1)", (Object) ids.toArray(Long[]::new))
                    .forEach(row -> names.add(row.getString("name")));
        }
        return names;
    }

    private Done perform(Tx tx, Order order, String author) {
        Set<String> names = new TreeSet<>();
        names.add(order.tag());
        if (order.target() != null) {
            names.add(order.target());
        }
        List<Long> ids = new ArrayList<>();
        Graph.TagRow.lock(tx, names.toArray(String[]::new)).forEach(tag -> ids.add(tag.id()));
        Diff.Snapshot before = Diff.Snapshot.of(tx, json, ids, names);
        List<Rewrite> rewrites = new Surgery(tx, order, author).perform();
        return new Done(rewrites, before.to(before.again(tx, json, ids, names)));
    }

    /** The index reads the tags anew that have other rows now. */
    private void announce(Tx tx, Diff diff, List<DictionaryEvent> events) {
        Set<Long> changed = new TreeSet<>();
        diff.of(Table.TAG)
                .forEach(change -> changed.add(change.present().get("id").asLong()));
        for (Table table : List.of(Table.TAG_ALIAS, Table.TAG_TRANSLATION)) {
            diff.of(table).forEach(change -> {
                changed.add(change.present().get("tag_id").asLong());
                if (change.after() != null) {
                    changed.add(change.after().get("tag_id").asLong());
                }
            });
        }
        tx.write("insert into tag_change (tag_id) select unnest($1::bigint[])", (Object) changed.toArray(Long[]::new));
        tx.await(outbox.append(tx.connection(), events));
    }

    private OperationView find(Tx tx, UUID id) {
        return OperationView.of(
                tx.row("select " + OperationView.COLUMNS + " from dictionary_operation where id = $1", id), json);
    }

    private static boolean isGone(Throwable e) {
        return e instanceof PgException failure && FOREIGN_KEY_VIOLATION.equals(failure.getSqlState());
    }

    private static boolean isTaken(Throwable e) {
        return e instanceof PgException failure && UNIQUE_VIOLATION.equals(failure.getSqlState());
    }
}
