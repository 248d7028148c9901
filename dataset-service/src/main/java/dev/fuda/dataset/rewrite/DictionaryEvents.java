package dev.fuda.dataset.rewrite;

import dev.fuda.kernel.event.DictionaryEvent;
import dev.fuda.kernel.event.DictionaryEvent.AliasChanged;
import dev.fuda.kernel.event.DictionaryEvent.Rewrite;
import dev.fuda.kernel.event.DictionaryEvent.RewriteUndone;
import dev.fuda.kernel.event.DictionaryEvent.SnapshotInstalled;
import dev.fuda.kernel.event.DictionaryEvent.TagChanged;
import dev.fuda.kernel.event.DictionaryEvent.TagsRewritten;
import dev.fuda.kernel.event.Envelope;
import dev.fuda.kernel.event.EventStream;
import dev.fuda.kernel.job.Jobs;
import dev.fuda.kernel.job.NewJob;
import dev.fuda.kernel.stream.EventHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes the dictionary's operations. It only writes them down; {@link TagRewriteJob} applies them. */
@ApplicationScoped
public class DictionaryEvents implements EventHandler<DictionaryEvent> {

    private final TagRewrites rewrites;
    private final Jobs jobs;

    DictionaryEvents(TagRewrites rewrites, Jobs jobs) {
        this.rewrites = rewrites;
        this.jobs = jobs;
    }

    @Override
    public EventStream stream() {
        return EventStream.DICTIONARY;
    }

    @Override
    public String group() {
        return "dataset";
    }

    @Override
    public Uni<Void> handle(Envelope<DictionaryEvent> event, SqlConnection tx) {
        return switch (event.data()) {
            case TagsRewritten rewritten -> apply(tx, rewritten);
            case RewriteUndone undone -> takeBack(tx, undone);
            case TagChanged ignored -> Uni.createFrom().voidItem();
            case AliasChanged ignored -> Uni.createFrom().voidItem();
            case SnapshotInstalled ignored -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> apply(SqlConnection tx, TagsRewritten event) {
        return rewrites.touches(tx, event.rewrites())
                .flatMap(touches -> touches
                        ? order(tx, event.operationId(), false, event.title(), event.author(), event.rewrites())
                        : Uni.createFrom().voidItem());
    }

    /** What was never applied here has nothing to be taken back. */
    private Uni<Void> takeBack(SqlConnection tx, RewriteUndone event) {
        return rewrites.appliedTitle(tx, event.operationId())
                .flatMap(title -> title == null
                        ? Uni.createFrom().voidItem()
                        : order(tx, event.operationId(), true, "Undo: " + title, event.author(), List.of()));
    }

    private Uni<Void> order(
            SqlConnection tx, UUID operation, boolean undo, String title, String author, List<Rewrite> changes) {
        return jobs.create(
                        tx, new NewJob(TagRewriteJob.KIND, title, "operation/" + operation, null, Map.of("undo", undo)))
                .flatMap(job -> rewrites.add(tx, operation, undo, job, title, author, changes));
    }
}
