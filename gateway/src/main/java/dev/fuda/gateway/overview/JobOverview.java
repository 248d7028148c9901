package dev.fuda.gateway.overview;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of all services, newest first.
 *
 * @param unavailable services whose jobs are not in the list, because they did not answer
 */
public record JobOverview(List<ServiceJob> jobs, List<Unavailable> unavailable) {

    /**
     * A job with the service that does it.
     *
     * @param service where the job is asked for and cancelled: {@code /api/services/<service>/jobs/<id>}
     * @param subject what it works on, as {@code kind/id}
     * @param done items finished well
     * @param total items in all; null while nobody knows
     * @param failed items that failed
     * @param etaSeconds seconds left at the pace so far
     */
    public record ServiceJob(
            String service,
            UUID id,
            String kind,
            String title,
            @Nullable String subject,
            JobState state,
            int done,
            Integer total,
            int failed,
            Long etaSeconds,
            @Nullable JsonNode result,
            @Nullable String error,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {}

    /** Where a job is in its life. */
    public enum JobState {
        QUEUED,
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED
    }

    /** A service that did not answer, and why. */
    public record Unavailable(String service, String reason) {}
}
