package dev.fuda.dataset.caption;

import dev.fuda.dataset.caption.ItemEdit.CaptionEdit;
import dev.fuda.dataset.item.TagNames;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one way in which captions and tags change: load, work out the change, look at the files, then write rows, history
 * and events in one transaction, if nobody changed the items meanwhile. The files follow.
 */
@ApplicationScoped
public class CaptionEditor {

    private static final int ATTEMPTS = 20;
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final Pool pool;
    private final CaptionReader reader;
    private final CaptionStore store;
    private final TagNames tagNames;
    private final OperationRows operations;
    private final CaptionFileLoop following;

    CaptionEditor(
            Pool pool,
            CaptionReader reader,
            CaptionStore store,
            TagNames tagNames,
            OperationRows operations,
            CaptionFileLoop following) {
        this.pool = pool;
        this.reader = reader;
        this.store = store;
        this.tagNames = tagNames;
        this.operations = operations;
        this.following = following;
    }

    /**
     * What shall become of one caption.
     *
     * @param after the caption; null to take it back
     * @param seenHash see {@link CaptionEdit}
     * @param restoring whether {@code after} is a state of the past, file style included
     */
    public record Wanted(CaptionState.Key key, CaptionState after, String seenHash, boolean restoring) {
        public static Wanted of(CaptionState after) {
            return new Wanted(after.key(), after, null, false);
        }
    }

    /** An item that was left as it is, and why. */
    public record Skipped(long itemId, Problem problem) {}

    /**
     * What came of it.
     *
     * @param operationId null when nothing had to change
     * @param items that were changed
     * @param files captions whose files follow
     */
    public record Outcome(UUID operationId, List<Long> items, List<Skipped> skipped, List<Long> files) {}

    /** Works out the change of one item; a {@link Problem} that it throws leaves the item as it is. */
    public interface Planner {
        List<Wanted> plan(ItemState item);
    }

    /** More to do in the transaction of a change. */
    public interface Alongside {
        Uni<Void> run(SqlConnection tx, Outcome outcome);
    }

    /**
     * Changes items of one dataset, as one operation.
     *
     * @param alongside more to do in the same transaction; called also when no item had to change
     */
    public Uni<Outcome> apply(OperationHeader operation, Collection<Long> items, Planner planner, Alongside alongside) {
        return attempt(operation, items, planner, alongside, 1).call(outcome -> following.follow(outcome.files()));
    }

    /** As {@link #apply(OperationHeader, Collection, Planner, Alongside)}, and nothing alongside. */
    public Uni<Outcome> apply(OperationHeader operation, Collection<Long> items, Planner planner) {
        return apply(
                operation, items, planner, (tx, outcome) -> Uni.createFrom().voidItem());
    }

    private Uni<Outcome> attempt(
            OperationHeader operation, Collection<Long> items, Planner planner, Alongside alongside, int number) {
        return reader.load(pool, items)
                .flatMap(loaded -> Uni.createFrom()
                        .item(() -> workOut(loaded, items, planner))
                        .runSubscriptionOn(THREADS))
                .flatMap(work -> tagNames.ids(work.names())
                        .flatMap(ids -> pool.withTransaction(
                                tx -> write(tx, operation, work, ids).call(outcome -> alongside.run(tx, outcome)))))
                .onFailure(Overtaken.class)
                .recoverWithUni(overtaken -> number < ATTEMPTS
                        ? attempt(operation, items, planner, alongside, number + 1)
                        : Uni.createFrom()
                                .failure(Problem.conflict(
                                        "busy", "This is being changed by others all the time. Try again.")));
    }

    /**
     * Edits that were worked out, and items that stay as they are.
     *
     * @param versions of all items, as they were when this was worked out: a file that looks changed by another program
     *     may just have been written for another edit
     */
    private record Work(List<ItemEdit> edits, List<Skipped> skipped, Map<Long, Integer> versions) {
        /** The names of all tags before and after. */
        Set<String> names() {
            return edits.stream()
                    .flatMap(edit -> edit.captions().stream())
                    .flatMap(caption -> Stream.of(caption.before(), caption.after()))
                    .filter(Objects::nonNull)
                    .flatMap(state -> state.names().stream())
                    .collect(Collectors.toSet());
        }
    }

    /** Somebody changed an item between reading and writing. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("overtaken", null, false, false);
        }
    }

    private Work workOut(Map<Long, ItemState> loaded, Collection<Long> ids, Planner planner) {
        Work work = new Work(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        CaptionLook look = following.look();
        for (long id : ids) {
            ItemState item = loaded.get(id);
            if (item == null) {
                work.skipped().add(new Skipped(id, Problem.notFound("item", id)));
                continue;
            }
            try {
                List<CaptionEdit> captions = planner.plan(item).stream()
                        .map(wanted -> look.edit(item, wanted))
                        .filter(CaptionEditor::changesSomething)
                        .toList();
                if (!captions.isEmpty()) {
                    work.versions().put(id, item.version());
                    work.edits().add(new ItemEdit(item, captions));
                }
            } catch (Problem problem) {
                work.versions().put(id, item.version());
                work.skipped().add(new Skipped(id, problem));
            }
        }
        return work;
    }

    private static boolean changesSomething(CaptionEdit edit) {
        if (edit.after() == null) {
            return edit.before() != null;
        }
        return edit.seenHash() != null || !edit.after().saysTheSameAs(edit.before());
    }

    private Uni<Outcome> write(SqlConnection tx, OperationHeader operation, Work work, Map<String, Integer> tagIds) {
        return store.lock(tx, work.versions().keySet())
                .invoke(now -> requireUnchanged(work.versions(), now))
                .flatMap(locked -> work.edits().isEmpty()
                        ? Uni.createFrom().item(new Outcome(null, List.of(), work.skipped(), List.of()))
                        : save(tx, operation, work, tagIds));
    }

    private Uni<Outcome> save(SqlConnection tx, OperationHeader operation, Work work, Map<String, Integer> tagIds) {
        List<Long> changed = work.edits().stream().map(edit -> edit.item().id()).toList();
        return store.save(tx, work.edits(), tagIds)
                .call(written -> operations.append(tx, operation, work.edits()))
                .map(written -> new Outcome(operation.id(), changed, work.skipped(), written));
    }

    private static void requireUnchanged(Map<Long, Integer> seen, Map<Long, Integer> now) {
        if (!now.equals(seen)) {
            throw new Overtaken();
        }
    }
}
