package dev.fuda.dataset.tagging;

import dev.fuda.kernel.event.Envelope;
import dev.fuda.kernel.event.EventStream;
import dev.fuda.kernel.event.TaggerEvent;
import dev.fuda.kernel.event.TaggerEvent.ArticleTagged;
import dev.fuda.kernel.event.TaggerEvent.ItemTagged;
import dev.fuda.kernel.event.TaggerEvent.TaggingFailed;
import dev.fuda.kernel.job.JobState;
import dev.fuda.kernel.job.Jobs;
import dev.fuda.kernel.stream.EventHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Takes what the tagger found. It only writes it down: names are resolved and tags applied by {@link AutoTagApplier}. */
@ApplicationScoped
public class TaggerEvents implements EventHandler<TaggerEvent> {

    private final Jobs jobs;
    private final AutoTagRows rows;

    TaggerEvents(Jobs jobs, AutoTagRows rows) {
        this.jobs = jobs;
        this.rows = rows;
    }

    @Override
    public EventStream stream() {
        return EventStream.TAGGER;
    }

    @Override
    public String group() {
        return "dataset";
    }

    @Override
    public Uni<Void> handle(Envelope<TaggerEvent> event, SqlConnection tx) {
        return switch (event.data()) {
            case ItemTagged tagged ->
                ifAwaited(tx, tagged.jobId(), tagged.itemId(), tagged.imageHash(), () -> choose(tx, tagged));
            case TaggingFailed failed ->
                ifAwaited(
                        tx,
                        failed.jobId(),
                        failed.itemId(),
                        failed.imageHash(),
                        () -> fail(tx, failed.jobId(), failed.itemId(), failed.reason()));
            case ArticleTagged ignored -> Uni.createFrom().voidItem();
        };
    }

    /** Runs the work if a running job waits for this item, and for this image of it. */
    private Uni<Void> ifAwaited(
            SqlConnection tx, UUID job, long item, String imageHash, java.util.function.Supplier<Uni<Void>> work) {
        if (job == null) {
            return Uni.createFrom().voidItem();
        }
        return jobs.state(tx, job)
                .flatMap(state -> state != JobState.RUNNING
                        ? Uni.createFrom().voidItem()
                        : rows.isCurrent(tx, job, item, imageHash).flatMap(current -> {
                            if (current == null) {
                                return Uni.createFrom().voidItem();
                            }
                            return current
                                    ? work.get()
                                    : fail(
                                            tx,
                                            job,
                                            item,
                                            "The image was replaced while it was being tagged. Try again.");
                        }));
    }

    private Uni<Void> choose(SqlConnection tx, ItemTagged tagged) {
        return jobs.params(tx, tagged.jobId(), AutoTagOrder.class)
                .flatMap(order -> rows.scored(
                        tx,
                        tagged.jobId(),
                        tagged.itemId(),
                        Choice.of(tagged.scores(), (float) order.threshold(), order.categoryFilters())));
    }

    private Uni<Void> fail(SqlConnection tx, UUID job, long item, String reason) {
        return rows.end(tx, job, List.of(item), "failed")
                .flatMap(done -> jobs.fail(tx, job, String.valueOf(item), reason))
                .flatMap(done -> jobs.advance(tx, job, 0, 1));
    }
}
