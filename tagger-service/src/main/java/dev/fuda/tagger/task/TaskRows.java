package dev.fuda.tagger.task;

import dev.fuda.kernel.event.TagRequested;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The table of images to tag. A worker owns its tasks by a claim, an id that is checked whenever it saves. */
@ApplicationScoped
public class TaskRows {

    private static final String ADD = """
            insert into tagging_task (job_id, dataset_id, item_id, image_hash, model, image_url)
            values ($1, $2, $3, $4, $5, $6) on conflict do nothing
            """;
    // Not part of the insert: that would lock rows which workers are about to save, in another order than theirs.
    private static final String REOPEN = """
            update tagging_task
            set state = 'waiting', attempts = 0, lost = 0, due_at = now(), reason = null, image_url = $6,
                created_at = now(), finished_at = null
            where job_id is not distinct from $1 and dataset_id = $2 and item_id = $3 and image_hash = $4 and model = $5
              and state = 'failed'
            """;
    private static final String CLAIM_WAITING = """
            with due as (
                select id from tagging_task
                where state = 'waiting' and due_at <= now()
                  and model = (select model from tagging_task where state = 'waiting' and due_at <= now()
                               order by due_at, id limit 1)
                order by due_at, id limit $3 for update skip locked)
            update tagging_task t set state = 'running', claim = $1, lease_until = now() + make_interval(secs => $2)
            from due where t.id = due.id returning\s""" + Task.COLUMNS;
    private static final String CLAIM_LOST = """
            with due as (
                select id from tagging_task
                where state = 'running' and lease_until < now()
                order by lease_until, id limit 1 for update skip locked)
            update tagging_task t set lost = lost + 1, claim = $1, lease_until = now() + make_interval(secs => $2)
            from due where t.id = due.id returning\s""" + Task.COLUMNS;
    // A row that is locked is being saved by the same worker: it needs no longer lease.
    private static final String RENEW = """
            update tagging_task set lease_until = now() + make_interval(secs => $2)
            where id in (select id from tagging_task where claim = $1 and state = 'running' for update skip locked)
            """;
    private static final String TAGGED = """
            update tagging_task set state = 'tagged', claim = null, lease_until = null, finished_at = now(), reason = null
            where id = any($1) and claim = $2 and state = 'running' returning id
            """;
    private static final String FAILED = """
            update tagging_task t set state = 'failed', claim = null, lease_until = null, finished_at = now(), reason = f.reason
            from unnest($1::bigint[], $3::text[]) as f (id, reason)
            where t.id = f.id and claim = $2 and state = 'running' returning t.id
            """;
    private static final String POSTPONE = """
            update tagging_task t set state = 'waiting', claim = null, lease_until = null, attempts = attempts + 1,
                   due_at = now() + make_interval(secs => least(60, $4 * power(2, least(attempts, 12)))), reason = f.reason
            from unnest($1::bigint[], $3::text[]) as f (id, reason)
            where t.id = f.id and claim = $2 and state = 'running'
            """;
    private static final String COUNT = "update tagging_count set total = total + $2 where outcome = $1";
    private static final String STATUS = """
            select (select count(*) from tagging_task where state = 'waiting') as pending,
                   (select count(*) from tagging_task where state = 'running') as in_flight,
                   (select total from tagging_count where outcome = 'tagged') as tagged,
                   (select total from tagging_count where outcome = 'failed') as failed
            """;
    private static final String FORGET = """
            delete from tagging_task
            where state in ('tagged', 'failed') and finished_at < now() - make_interval(secs => $1)
            """;

    private final Pool pool;

    TaskRows(Pool pool) {
        this.pool = pool;
    }

    /** Stores a request; one that is known waits on, or stays answered, unless it failed: then it is tried again. */
    Uni<Void> add(SqlConnection tx, TagRequested request) {
        Tuple row = Tuple.tuple()
                .addUUID(request.jobId())
                .addLong(request.datasetId())
                .addLong(request.itemId())
                .addString(request.imageHash())
                .addString(request.model())
                .addString(request.imageUrl());
        return tx.preparedQuery(ADD)
                .execute(row)
                .chain(added -> added.rowCount() == 1
                        ? Uni.createFrom().voidItem()
                        : tx.preparedQuery(REOPEN).execute(row).replaceWithVoid());
    }

    /** Takes waiting tasks of one model, oldest first. */
    Uni<List<Task>> claimWaiting(UUID claim, Duration lease, int limit) {
        return pool.preparedQuery(CLAIM_WAITING)
                .execute(Tuple.of(claim, seconds(lease), limit))
                .map(TaskRows::tasks);
    }

    /** Takes over one task whose worker ended; alone, since it may be what ended the worker. */
    Uni<List<Task>> claimLost(UUID claim, Duration lease) {
        return pool.preparedQuery(CLAIM_LOST)
                .execute(Tuple.of(claim, seconds(lease)))
                .map(TaskRows::tasks);
    }

    /** Tells that the worker lives. */
    Uni<Void> renew(UUID claim, Duration lease) {
        return pool.preparedQuery(RENEW)
                .execute(Tuple.of(claim, seconds(lease)))
                .replaceWithVoid();
    }

    /** Ends tasks well; returns those that the claim still owned. */
    Uni<Set<Long>> tagged(SqlConnection tx, UUID claim, List<Long> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return tx.preparedQuery(TAGGED)
                .execute(Tuple.of(ids.toArray(Long[]::new), claim))
                .map(TaskRows::ids)
                .call(ended -> count(tx, "tagged", ended.size()));
    }

    /** Ends tasks with the reason why they can't be done; returns those that the claim still owned. */
    Uni<Set<Long>> failed(SqlConnection tx, UUID claim, Map<Long, String> reasons) {
        if (reasons.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return tx.preparedQuery(FAILED)
                .execute(Tuple.of(keys(reasons), claim, values(reasons)))
                .map(TaskRows::ids)
                .call(ended -> count(tx, "failed", ended.size()));
    }

    /** Lets tasks wait for another try; the wait doubles from {@code backOff} up to a minute. */
    Uni<Void> postpone(SqlConnection tx, UUID claim, Map<Long, String> reasons, Duration backOff) {
        if (reasons.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(POSTPONE)
                .execute(Tuple.of(keys(reasons), claim, values(reasons), seconds(backOff)))
                .replaceWithVoid();
    }

    /** How much there is to do and how much was done. */
    Uni<TaskStatus> status(int workers) {
        return pool.query(STATUS).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new TaskStatus(
                    row.getLong("pending"),
                    row.getLong("in_flight"),
                    row.getLong("tagged"),
                    row.getLong("failed"),
                    workers);
        });
    }

    /** Deletes tasks that ended long ago; returns how many. */
    Uni<Integer> forget(Duration retention) {
        return pool.preparedQuery(FORGET).execute(Tuple.of(seconds(retention))).map(RowSet::rowCount);
    }

    private static Uni<Void> count(SqlConnection tx, String outcome, int number) {
        return number == 0
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(COUNT)
                        .execute(Tuple.of(outcome, (long) number))
                        .replaceWithVoid();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Long[] keys(Map<Long, String> reasons) {
        return reasons.keySet().toArray(Long[]::new);
    }

    private static String[] values(Map<Long, String> reasons) {
        return reasons.values().toArray(String[]::new);
    }

    private static List<Task> tasks(RowSet<Row> rows) {
        List<Task> tasks = new ArrayList<>();
        rows.forEach(row -> tasks.add(Task.of(row)));
        return tasks;
    }

    private static Set<Long> ids(RowSet<Row> rows) {
        Set<Long> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.getLong("id")));
        return ids;
    }
}
