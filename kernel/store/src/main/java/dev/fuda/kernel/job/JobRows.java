package dev.fuda.kernel.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.Json;
import io.vertx.mutiny.sqlclient.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

/** Reads job rows. */
final class JobRows {

    /** The columns that {@link #view} reads; JSON travels as text so that one mapper reads it everywhere. */
    static final String COLUMNS = "id, kind, title, subject, state, done, total, failed, result::text as result, error,"
            + " created_at, started_at, finished_at";

    private JobRows() {}

    static JobView view(Row row, ObjectMapper json, Instant now, List<JobView.Failure> failures) {
        JobState state = JobState.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        Instant started = instant(row, "started_at");
        return new JobView(
                row.getUUID("id"),
                row.getString("kind"),
                row.getString("title"),
                row.getString("subject"),
                state,
                row.getInteger("done"),
                row.getInteger("total"),
                row.getInteger("failed"),
                state == JobState.RUNNING
                        ? eta(started, now, row.getInteger("done") + row.getInteger("failed"), row.getInteger("total"))
                        : null,
                tree(json, row.getString("result")),
                row.getString("error"),
                instant(row, "created_at"),
                started,
                instant(row, "finished_at"),
                failures);
    }

    /** Seconds left at the average pace since the start; null while nothing is known. */
    static Long eta(Instant started, Instant now, int finished, Integer total) {
        if (started == null || total == null || finished <= 0 || total < finished) {
            return null;
        }
        double perItem = Duration.between(started, now).toMillis() / 1000.0 / finished;
        return Math.max(0, Math.round(perItem * (total - finished)));
    }

    /** A JSON value for a {@code jsonb} parameter, or null. */
    static Object json(ObjectMapper json, Object value) {
        if (value == null) {
            return null;
        }
        try {
            return Json.decodeValue(json.writeValueAsString(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(ObjectMapper json, String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
