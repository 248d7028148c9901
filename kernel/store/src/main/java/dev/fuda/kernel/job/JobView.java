package dev.fuda.kernel.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as people and programs see it.
 *
 * @param subject what it works on, as {@code kind/id}, or null
 * @param done items finished well
 * @param total items in all, or null while nobody knows
 * @param failed items that failed; each is listed with its reason
 * @param etaSeconds seconds left at the pace so far, or null
 * @param failures the first failures; empty in lists
 */
public record JobView(
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
        @Nullable Instant finishedAt,
        List<Failure> failures) {

    /** An item that failed, and why. */
    public record Failure(String item, String reason) {}
}
