package dev.fuda.training.statistics;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/**
 * How often an item was trained on, over all runs.
 *
 * @param usageVariance variance of its use over the runs that used it (population)
 * @param removed whether it has left its dataset since
 */
public record ItemStatistics(
        long itemId,
        long totalTimesSeen,
        int totalRunsParticipated,
        Instant firstTrainedAt,
        Instant lastTrainedAt,
        double usageVariance,
        double usageStdDev,
        boolean removed) {

    static ItemStatistics of(Row row) {
        return new ItemStatistics(
                row.getLong("item_id"),
                row.getLong("total_times_seen"),
                row.getInteger("total_runs_participated"),
                row.getOffsetDateTime("first_trained_at").toInstant(),
                row.getOffsetDateTime("last_trained_at").toInstant(),
                row.getDouble("usage_variance"),
                row.getDouble("usage_std_dev"),
                row.getBoolean("removed"));
    }
}
