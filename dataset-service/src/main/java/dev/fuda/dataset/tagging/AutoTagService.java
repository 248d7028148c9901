package dev.fuda.dataset.tagging;

import dev.fuda.dataset.search.Condition;
import dev.fuda.dataset.search.ItemSearch;
import dev.fuda.kernel.event.TagRequested;
import dev.fuda.kernel.job.ExternalJob;
import dev.fuda.kernel.job.Jobs;
import dev.fuda.kernel.job.NewJob;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.stream.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Starts tagging jobs: the job, its items and one request for each are written in one transaction. */
@ApplicationScoped
class AutoTagService implements ExternalJob {

    static final String KIND = "auto-tag";
    private static final int MOST_ITEMS_BY_ID = 100_000;
    private static final int EVENTS_AT_ONCE = 2_000;

    private final Pool pool;
    private final ItemSearch search;
    private final Jobs jobs;
    private final AutoTagRows rows;
    private final Outbox outbox;

    AutoTagService(Pool pool, ItemSearch search, Jobs jobs, AutoTagRows rows, Outbox outbox) {
        this.pool = pool;
        this.search = search;
        this.jobs = jobs;
        this.rows = rows;
        this.outbox = outbox;
    }

    /** A job that has begun. */
    record Started(UUID jobId, int total) {}

    /** @throws Problem 422 when there is nothing to tag */
    Uni<Started> start(long dataset, AutoTagRequest request, String author) {
        AutoTagOrder order = AutoTagOrder.of(dataset, request, author);
        return pool.withTransaction(tx -> condition(tx, dataset, request)
                .flatMap(items -> jobs.createExternal(
                                tx, new NewJob(KIND, order.title(), "dataset/" + dataset, null, order))
                        .flatMap(job -> rows.ask(tx, job, order, items)
                                .invoke(requests -> requireSome(requests, order))
                                .call(requests -> setTotal(tx, job, requests.size()))
                                .call(requests -> announce(tx, requests))
                                .map(requests -> new Started(job, requests.size())))));
    }

    private Uni<Condition> condition(SqlConnection tx, long dataset, AutoTagRequest request) {
        if (request.itemIds() == null) {
            return search.condition(tx, dataset, request.search());
        }
        if (request.search() != null && !request.search().isBlank()) {
            throw Problem.badRequest("items-or-search", "Send item_ids or search, not both.");
        }
        List<Long> ids =
                request.itemIds().stream().filter(Objects::nonNull).distinct().toList();
        if (ids.size() > MOST_ITEMS_BY_ID) {
            throw Problem.unprocessable(
                    "too-many-items", "At most " + MOST_ITEMS_BY_ID + " items are taken by id. Use a search for more.");
        }
        Long[] wanted = ids.toArray(Long[]::new);
        return tx.preparedQuery("select id from item where id = any($1) and dataset_id = $2 and not missing")
                .execute(Tuple.of(wanted, dataset))
                .map(found -> {
                    if (found.size() < ids.size()) {
                        List<Long> unknown = new java.util.ArrayList<>(ids);
                        found.forEach(row -> unknown.remove(row.getLong("id")));
                        throw Problem.unprocessable(
                                        "unknown-items",
                                        unknown.size() + " of these items are not in this dataset: "
                                                + unknown.stream()
                                                        .limit(10)
                                                        .map(String::valueOf)
                                                        .collect(Collectors.joining(", "))
                                                + (unknown.size() > 10 ? ", …" : "."))
                                .field("item_ids", "holds unknown items");
                    }
                    return new Condition(
                            "i.dataset_id = $1 and not i.missing and i.id = any($2)", List.of(dataset, wanted));
                });
    }

    private static void requireSome(List<TagRequested> requests, AutoTagOrder order) {
        if (requests.isEmpty()) {
            throw Problem.unprocessable(
                    "nothing-to-tag",
                    order.mode() == AutoTagOrder.Mode.SKIP
                            ? "Every one of these items has tags already, and mode skip leaves such items alone."
                            : "No item matches, so there is nothing to tag.");
        }
    }

    private static Uni<Void> setTotal(SqlConnection tx, UUID job, int total) {
        return tx.preparedQuery("update job set total = $2 where id = $1")
                .execute(Tuple.of(job, total))
                .replaceWithVoid();
    }

    private Uni<Void> announce(SqlConnection tx, List<TagRequested> requests) {
        Uni<Void> work = Uni.createFrom().voidItem();
        for (int from = 0; from < requests.size(); from += EVENTS_AT_ONCE) {
            List<TagRequested> part = requests.subList(from, Math.min(requests.size(), from + EVENTS_AT_ONCE));
            work = work.flatMap(done -> outbox.append(tx, part));
        }
        return work;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> retry(SqlConnection tx, UUID job, List<String> failedItems) {
        return jobs.params(tx, job, AutoTagOrder.class)
                .flatMap(order -> rows.askAgain(
                        tx,
                        job,
                        order,
                        failedItems.stream()
                                .filter(item -> item.chars().allMatch(Character::isDigit))
                                .map(Long::valueOf)
                                .toList()))
                .flatMap(requests -> announce(tx, requests));
    }
}
