package dev.fuda.training.exposure;

import dev.fuda.kernel.event.TrainingEvent;
import dev.fuda.kernel.event.TrainingEvent.ExposureRecorded;
import dev.fuda.kernel.event.TrainingEvent.RunChanged;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.stream.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ledger of what runs saw. A report of any size is one statement: new steps enter the ledger, and what is new alone
 * changes usage, statistics and the run. Reports of one run wait for each other; reports of two runs meet in the
 * statistics, in the order of item ids.
 */
@ApplicationScoped
public class Exposures {

    private static final String LOCK_RUN =
            "select dataset_id, status from training_run where id = $1 for no key update";
    private static final String BEGIN = """
            update training_run set status = 'running', started_at = coalesce(started_at, now()), version = version + 1,
                   updated_at = now()
            where id = $1
            """;
    private static final String RECORD = """
            with reported as (
                select s.step, s.epoch, array_agg(x.item order by x.place) as items,
                       case when s.lossy then array_agg(x.loss order by x.place) end as losses
                from unnest($2::bigint[], $3::int[], $4::boolean[]) as s (step, epoch, lossy)
                join unnest($5::bigint[], $6::bigint[], $7::real[]) with ordinality as x (step, item, loss, place)
                  using (step)
                group by s.step, s.epoch, s.lossy),
            fresh as (
                insert into training_step (run_id, step, epoch, item_ids, losses)
                select $1, step, epoch, items, losses from reported order by step
                on conflict do nothing returning step, epoch, item_ids),
            seen as (
                select item, count(*) as times,
                       min(step) as first_step, (array_agg(epoch order by step))[1] as first_epoch,
                       max(step) as last_step, (array_agg(epoch order by step desc))[1] as last_epoch
                from fresh cross join unnest(item_ids) as item group by item),
            usage as (
                insert into training_item_usage as u
                    (run_id, item_id, times_seen, first_seen_epoch, last_seen_epoch, first_seen_step, last_seen_step)
                select $1, item, times, first_epoch, last_epoch, first_step, last_step from seen order by item
                on conflict (run_id, item_id) do update set
                    times_seen = u.times_seen + excluded.times_seen,
                    first_seen_epoch = case when excluded.first_seen_step < u.first_seen_step
                                            then excluded.first_seen_epoch else u.first_seen_epoch end,
                    last_seen_epoch = case when excluded.last_seen_step > u.last_seen_step
                                           then excluded.last_seen_epoch else u.last_seen_epoch end,
                    first_seen_step = least(u.first_seen_step, excluded.first_seen_step),
                    last_seen_step = greatest(u.last_seen_step, excluded.last_seen_step)
                returning item_id, times_seen),
            grown as (
                select item_id, times, times_seen, (times = times_seen)::int as joined,
                       times_seen::numeric ^ 2 - (times_seen - times)::numeric ^ 2 as squares
                from usage join seen on item = item_id order by item_id),
            stats as (
                insert into training_item_stats as s
                    (item_id, total_times_seen, total_runs_participated, squares, first_trained_at, last_trained_at)
                select item_id, times, joined, squares, now(), now() from grown order by item_id
                on conflict (item_id) do update set
                    total_times_seen = s.total_times_seen + excluded.total_times_seen,
                    total_runs_participated = s.total_runs_participated + excluded.total_runs_participated,
                    squares = s.squares + excluded.squares, last_trained_at = now(), updated_at = now()),
            run as (
                update training_run set completed_steps = completed_steps + (select count(*) from fresh),
                       total_samples_seen = total_samples_seen + coalesce((select sum(times) from seen), 0)
                where id = $1 returning completed_steps)
            select completed_steps, coalesce((select array_agg(step) from fresh), '{}') as steps from run
            """;

    private final Pool pool;
    private final Outbox outbox;

    Exposures(Pool pool, Outbox outbox) {
        this.pool = pool;
        this.outbox = outbox;
    }

    /**
     * What became of a report.
     *
     * @param accepted steps that were new
     * @param duplicates steps that were known, or stood in the report twice
     * @param totalSteps distinct steps of the run so far
     */
    public record UsageReceipt(int accepted, int duplicates, long totalSteps) {}

    /** Takes a report; steps that are known are left as they are. Fails with a 404 if there is no such run. */
    Uni<UsageReceipt> record(long runId, List<UsageReport.ReportedStep> steps) {
        Map<Long, UsageReport.ReportedStep> distinct = UsageReport.distinct(steps);
        return pool.withTransaction(tx -> tx.preparedQuery(LOCK_RUN)
                .execute(Tuple.of(runId))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("training run", runId))
                .call(run -> begin(tx, runId, run))
                .chain(run -> tx.preparedQuery(RECORD)
                        .execute(parameters(runId, distinct.values().stream().toList()))
                        .map(rows -> rows.iterator().next())
                        .call(result ->
                                outbox.append(tx, events(runId, run.getLong("dataset_id"), distinct, fresh(result)))))
                .map(result -> receipt(result, steps.size())));
    }

    private Uni<Void> begin(SqlConnection tx, long runId, Row run) {
        if (!run.getString("status").equals("pending")) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(BEGIN)
                .execute(Tuple.of(runId))
                .chain(() -> outbox.append(tx, new RunChanged(runId, run.getLong("dataset_id"), "running")));
    }

    private static Tuple parameters(long runId, List<UsageReport.ReportedStep> batches) {
        List<Long> steps = new ArrayList<>();
        List<Long> items = new ArrayList<>();
        List<Float> losses = new ArrayList<>();
        for (UsageReport.ReportedStep batch : batches) {
            for (int i = 0; i < batch.itemIds().size(); i++) {
                steps.add(batch.step());
                items.add(batch.itemIds().get(i));
                losses.add(batch.losses() == null ? null : batch.losses().get(i));
            }
        }
        return Tuple.tuple()
                .addLong(runId)
                .addArrayOfLong(
                        batches.stream().map(UsageReport.ReportedStep::step).toArray(Long[]::new))
                .addArrayOfInteger(
                        batches.stream().map(UsageReport.ReportedStep::epoch).toArray(Integer[]::new))
                .addArrayOfBoolean(
                        batches.stream().map(batch -> batch.losses() != null).toArray(Boolean[]::new))
                .addArrayOfLong(steps.toArray(Long[]::new))
                .addArrayOfLong(items.toArray(Long[]::new))
                .addArrayOfFloat(losses.toArray(Float[]::new));
    }

    private static Set<Long> fresh(Row result) {
        return new HashSet<>(List.of(result.getArrayOfLongs("steps")));
    }

    private static List<TrainingEvent> events(
            long runId, long datasetId, Map<Long, UsageReport.ReportedStep> batches, Set<Long> fresh) {
        List<TrainingEvent> events = new ArrayList<>();
        batches.forEach((step, batch) -> {
            if (fresh.contains(step)) {
                events.add(new ExposureRecorded(runId, datasetId, batch.epoch(), step, batch.itemIds()));
            }
        });
        return events;
    }

    private static UsageReceipt receipt(Row result, int reported) {
        int accepted = result.getArrayOfLongs("steps").length;
        return new UsageReceipt(accepted, reported - accepted, result.getLong("completed_steps"));
    }
}
