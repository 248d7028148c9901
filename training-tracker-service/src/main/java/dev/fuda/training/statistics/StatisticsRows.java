package dev.fuda.training.statistics;

import dev.fuda.kernel.problem.Problem;
import dev.fuda.training.statistics.RunStatistics.ItemUse;
import dev.fuda.training.statistics.RunStatistics.UsageBar;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Reads statistics; the database computes them, in one statement over one snapshot. */
@ApplicationScoped
public class StatisticsRows {

    /** The histogram keeps at most so many bars; a run with more different counts is shown by its smallest ones. */
    private static final int BARS = 1_000;

    private static final String RUN = """
            with used as (select item_id, times_seen from training_item_usage where run_id = $1),
            bars as (select times_seen, count(*) as items from used group by times_seen order by times_seen limit $2),
            top as (select item_id, times_seen from used order by times_seen desc, item_id limit 10)
            select r.completed_steps, r.total_samples_seen,
                   (select count(*) from used) as items,
                   (select count(*) from used join removed_item using (item_id)) as removed,
                   (select avg(times_seen)::double precision from used) as mean,
                   (select percentile_cont(0.5) within group (order by times_seen) from used) as median,
                   (select var_pop(times_seen)::double precision from used) as variance,
                   (select min(times_seen) from used) as least, (select max(times_seen) from used) as most,
                   (select array_agg(times_seen order by times_seen) from bars) as bar_times,
                   (select array_agg(items order by times_seen) from bars) as bar_items,
                   (select array_agg(item_id order by times_seen desc, item_id) from top) as top_items,
                   (select array_agg(times_seen order by times_seen desc, item_id) from top) as top_times
            from training_run r where r.id = $1
            """;
    private static final String ITEMS = """
            select s.*, removed.item_id is not null as removed
            from training_item_stats s left join removed_item removed on removed.item_id = s.item_id
            where s.item_id = any($1) order by s.item_id
            """;

    private final Pool pool;

    StatisticsRows(Pool pool) {
        this.pool = pool;
    }

    /** The statistics of a run; fails with a 404 if there is none. */
    Uni<RunStatistics> ofRun(long runId) {
        return pool.preparedQuery(RUN)
                .execute(Tuple.of(runId, BARS))
                .map(rows -> rows.size() == 0
                        ? null
                        : statistics(runId, rows.iterator().next()))
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("training run", runId));
    }

    /** The statistics of those of the items that were ever trained on. */
    Uni<List<ItemStatistics>> ofItems(List<Long> itemIds) {
        return pool.preparedQuery(ITEMS)
                .execute(Tuple.tuple().addArrayOfLong(itemIds.toArray(Long[]::new)))
                .map(rows -> {
                    List<ItemStatistics> items = new ArrayList<>();
                    rows.forEach(row -> items.add(ItemStatistics.of(row)));
                    return items;
                });
    }

    private static RunStatistics statistics(long runId, Row row) {
        double variance = or(row.getDouble("variance"));
        return new RunStatistics(
                runId,
                row.getLong("items"),
                row.getLong("removed"),
                row.getLong("completed_steps"),
                row.getLong("total_samples_seen"),
                or(row.getDouble("mean")),
                or(row.getDouble("median")),
                Math.sqrt(variance),
                variance,
                or(row.getLong("least")),
                or(row.getLong("most")),
                pairs(row.getArrayOfLongs("bar_times"), row.getArrayOfLongs("bar_items"), UsageBar::new),
                pairs(row.getArrayOfLongs("top_items"), row.getArrayOfLongs("top_times"), ItemUse::new));
    }

    private interface Pair<T> {
        T of(long first, long second);
    }

    private static <T> List<T> pairs(Long[] first, Long[] second, Pair<T> pair) {
        List<T> pairs = new ArrayList<>();
        for (int i = 0; first != null && i < first.length; i++) {
            pairs.add(pair.of(first[i], second[i]));
        }
        return pairs;
    }

    private static double or(Double number) {
        return number == null ? 0 : number;
    }

    private static long or(Long number) {
        return number == null ? 0 : number;
    }
}
