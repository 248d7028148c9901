package dev.fuda.tagger.task;

import dev.fuda.kernel.event.TagRequested;
import dev.fuda.kernel.event.TaggerEvent.TaggingFailed;
import dev.fuda.kernel.stream.Outbox;
import dev.fuda.tagger.score.Sha256;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Takes requests, whichever stream they come on. */
@ApplicationScoped
public class RequestIntake {

    private final TaskRows tasks;
    private final Outbox outbox;

    RequestIntake(TaskRows tasks, Outbox outbox) {
        this.tasks = tasks;
        this.outbox = outbox;
    }

    /** Stores the request for the workers, or answers at once that it can't be done. */
    Uni<Void> take(TagRequested request, SqlConnection tx) {
        TagRequested lowered = new TagRequested(
                request.jobId(),
                request.datasetId(),
                request.itemId(),
                request.imageHash() == null ? null : request.imageHash().toLowerCase(Locale.ROOT),
                request.model(),
                request.imageUrl());
        String fault = fault(lowered);
        if (fault == null) {
            return tasks.add(tx, lowered);
        }
        return outbox.append(
                tx,
                new TaggingFailed(
                        request.jobId(),
                        request.datasetId(),
                        request.itemId(),
                        request.imageHash(),
                        request.model(),
                        fault));
    }

    private static String fault(TagRequested request) {
        if (!Sha256.isWellFormed(request.imageHash())) {
            return "The request has no image_hash of 64 hexadecimal digits.";
        }
        if (request.model() == null || request.model().isBlank()) {
            return "The request names no model.";
        }
        return request.imageUrl() == null || request.imageUrl().isBlank() ? "The request names no image_url." : null;
    }
}
