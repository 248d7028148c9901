package dev.fuda.kernel.job;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;

/** Knows how to start the failed items of a job again whose work is done elsewhere and reported by events. */
public interface ExternalJob {

    /** The kind of job. */
    String kind();

    /** Asks for the failed items once more, in the transaction that reopens the job. */
    Uni<Void> retry(SqlConnection tx, UUID job, List<String> failedItems);
}
