package dev.fuda.tagger.task;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;

/**
 * An image that somebody wants tagged, taken by a worker.
 *
 * @param jobId the job that asked, or null
 * @param attempts earlier tries that ended with a failure that may pass
 * @param lost earlier tries whose worker ended in the middle
 */
record Task(
        long id,
        UUID jobId,
        long datasetId,
        long itemId,
        String imageHash,
        String model,
        String imageUrl,
        int attempts,
        int lost,
        Instant createdAt) {

    static final String COLUMNS =
            "t.id, t.job_id, t.dataset_id, t.item_id, t.image_hash, t.model, t.image_url, t.attempts, t.lost, t.created_at";

    static Task of(Row row) {
        return new Task(
                row.getLong("id"),
                row.getUUID("job_id"),
                row.getLong("dataset_id"),
                row.getLong("item_id"),
                row.getString("image_hash"),
                row.getString("model"),
                row.getString("image_url"),
                row.getInteger("attempts"),
                row.getInteger("lost"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
