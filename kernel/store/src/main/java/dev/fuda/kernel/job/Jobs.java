package dev.fuda.kernel.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.kernel.event.EventIds;
import dev.fuda.kernel.problem.Problem;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Long work as rows: created in the transaction of the request that asks for it, followed, cancelled, tried again. */
@ApplicationScoped
public class Jobs {

    private static final int FAILURES_SHOWN = 200;

    @Inject
    Pool pool;

    @Inject
    ObjectMapper json;

    @Inject
    @All
    List<ExternalJob> externals;

    /** Creates a job that a {@link JobHandler} of its kind will run. */
    public Uni<UUID> create(SqlConnection tx, NewJob job) {
        return insert(tx, job, false);
    }

    /** Creates a job whose work is done elsewhere and reported by {@link #advance}; it is running at once. */
    public Uni<UUID> createExternal(SqlConnection tx, NewJob job) {
        return insert(tx, job, true);
    }

    private Uni<UUID> insert(SqlConnection tx, NewJob job, boolean external) {
        UUID id = EventIds.next();
        Tuple values = Tuple.from(new Object[] {
            id,
            job.kind(),
            job.title(),
            job.subject(),
            external ? "running" : "queued",
            external,
            job.total(),
            JobRows.json(json, job.params() == null ? List.of() : job.params())
        });
        return tx.preparedQuery("""
                        insert into job (id, kind, title, subject, state, external, total, params, started_at)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, case when $6 then now() end)
                        """).execute(values).replaceWith(id);
    }

    /**
     * Counts finished and failed items of an external job, and ends it with the last one: as failed when nothing of it
     * went well. A cancelled job stays so.
     */
    public Uni<Void> advance(SqlConnection tx, UUID job, int done, int failed) {
        return tx.preparedQuery("""
                        update job set done = done + $2, failed = failed + $3,
                            state = case when total is null or done + failed + $2 + $3 < total then state
                                when done + $2 = 0 and failed + $3 > 0 then 'failed' else 'succeeded' end,
                            error = case when done + failed + $2 + $3 >= total and done + $2 = 0 and failed + $3 > 0
                                then 'None of the items went well; each is listed with its reason.' end,
                            finished_at = case when done + failed + $2 + $3 >= total then now() end
                        where id = $1 and state = 'running'
                        """).execute(Tuple.of(job, done, failed)).replaceWithVoid();
    }

    /** Lists an item that failed; the reason is written for a person. */
    public Uni<Void> fail(SqlConnection tx, UUID job, String item, String reason) {
        return tx.preparedQuery("""
                        insert into job_failure (job_id, item, reason) select $1, $2, $3 where exists (select from job where id = $1)
                        on conflict (job_id, item) do update set reason = excluded.reason, at = now()
                        """).execute(Tuple.of(job, item, reason)).replaceWithVoid();
    }

    /** Ends an external job with what came of it. */
    public Uni<Void> result(SqlConnection tx, UUID job, Object result) {
        return tx.preparedQuery("update job set result = $2 where id = $1")
                .execute(Tuple.of(job, JobRows.json(json, result)))
                .replaceWithVoid();
    }

    /** The parameters of a job, or null when there is no such job. */
    public <T> Uni<T> params(SqlConnection tx, UUID job, Class<T> type) {
        return tx.preparedQuery("select params::text as params from job where id = $1")
                .execute(Tuple.of(job))
                .map(rows -> rows.size() == 0
                        ? null
                        : json.convertValue(
                                JobRows.tree(json, rows.iterator().next().getString("params")), type));
    }

    /** The state of a job, or null when there is no such job. */
    public Uni<JobState> state(SqlConnection tx, UUID job) {
        return tx.preparedQuery("select state from job where id = $1")
                .execute(Tuple.of(job))
                .map(rows -> rows.size() == 0
                        ? null
                        : JobState.valueOf(
                                rows.iterator().next().getString("state").toUpperCase(Locale.ROOT)));
    }

    /** The newest jobs, without their failures. */
    public Uni<List<JobView>> list(JobState state, int limit) {
        return pool.preparedQuery("select " + JobRows.COLUMNS
                        + " from job where ($1::text is null or state = $1) order by created_at desc, id desc limit $2")
                .execute(Tuple.of(state == null ? null : state.name().toLowerCase(Locale.ROOT), limit))
                .map(this::views);
    }

    /** One job with its first failures. */
    public Uni<JobView> get(UUID id) {
        return pool.preparedQuery("select " + JobRows.COLUMNS + " from job where id = $1")
                .execute(Tuple.of(id))
                .flatMap(rows -> rows.size() == 0
                        ? Uni.createFrom().failure(Problem.notFound("job", id))
                        : failures(id, 0, FAILURES_SHOWN)
                                .map(failures -> JobRows.view(rows.iterator().next(), json, Instant.now(), failures)));
    }

    /** Failures of a job in the order of their items. */
    public Uni<List<JobView.Failure>> failures(UUID id, int offset, int limit) {
        return pool.preparedQuery(
                        "select item, reason from job_failure where job_id = $1 order by item limit $3 offset $2")
                .execute(Tuple.of(id, offset, limit))
                .map(rows -> {
                    List<JobView.Failure> failures = new ArrayList<>(rows.size());
                    rows.forEach(
                            row -> failures.add(new JobView.Failure(row.getString("item"), row.getString("reason"))));
                    return failures;
                });
    }

    /** Asks a job to stop; one that has not begun, or works elsewhere, is cancelled at once. */
    public Uni<JobView> cancel(UUID id) {
        return pool.preparedQuery("""
                        update job set cancel_requested = true,
                            state = case when external or state = 'queued' then 'cancelled' else state end,
                            finished_at = case when external or state = 'queued' then now() end
                        where id = $1 and state in ('queued', 'running')
                        """)
                .execute(Tuple.of(id))
                .flatMap(done -> get(id))
                .invoke(job -> {
                    if (job.state() == JobState.SUCCEEDED || job.state() == JobState.FAILED) {
                        throw Problem.conflict(
                                "job-ended",
                                "The job has already ended ("
                                        + job.state().name().toLowerCase(Locale.ROOT) + ").");
                    }
                });
    }

    /** Starts an ended job again: from its checkpoint, or its failed items where the work is done elsewhere. */
    public Uni<JobView> retry(UUID id) {
        return pool.withTransaction(tx -> tx.preparedQuery(
                                "select kind, external, state, failed from job where id = $1 for update")
                        .execute(Tuple.of(id))
                        .flatMap(rows -> {
                            if (rows.size() == 0) {
                                return Uni.createFrom().failure(Problem.notFound("job", id));
                            }
                            Row job = rows.iterator().next();
                            return job.getBoolean("external") ? retryExternal(tx, id, job) : requeue(tx, id, job);
                        }))
                .flatMap(done -> get(id));
    }

    private Uni<Void> requeue(SqlConnection tx, UUID id, Row job) {
        if (job.getString("state").equals("queued") || job.getString("state").equals("running")) {
            return Uni.createFrom()
                    .failure(Problem.conflict("job-active", "The job is still " + job.getString("state") + "."));
        }
        return tx.preparedQuery("""
                        update job set state = 'queued', cancel_requested = false, attempt = 0, reached = 0, error = null, failed = 0,
                            finished_at = null, started_at = null where id = $1
                        """)
                .execute(Tuple.of(id))
                .flatMap(done -> tx.preparedQuery("delete from job_failure where job_id = $1")
                        .execute(Tuple.of(id)))
                .replaceWithVoid();
    }

    private Uni<Void> retryExternal(SqlConnection tx, UUID id, Row job) {
        ExternalJob external = externals.stream()
                .filter(candidate -> candidate.kind().equals(job.getString("kind")))
                .findFirst()
                .orElseThrow(() -> Problem.conflict("job-final", "A job of this kind can't be started again."));
        if (job.getInteger("failed") == 0) {
            return Uni.createFrom().failure(Problem.conflict("nothing-failed", "No item of this job failed."));
        }
        return tx.preparedQuery("delete from job_failure where job_id = $1 returning item")
                .execute(Tuple.of(id))
                .map(rows -> {
                    List<String> items = new ArrayList<>();
                    rows.forEach(row -> items.add(row.getString("item")));
                    return items;
                })
                .flatMap(items ->
                        tx.preparedQuery("""
                                update job set state = 'running', cancel_requested = false, failed = 0, finished_at = null
                                where id = $1
                                """).execute(Tuple.of(id)).flatMap(done -> external.retry(tx, id, items)));
    }

    private List<JobView> views(RowSet<Row> rows) {
        List<JobView> views = new ArrayList<>(rows.size());
        rows.forEach(row -> views.add(JobRows.view(row, json, Instant.now(), List.of())));
        return views;
    }
}
