package dev.fuda.dataset.tagging;

import dev.fuda.dataset.caption.CaptionEditor;
import dev.fuda.dataset.caption.CaptionEditor.Outcome;
import dev.fuda.dataset.caption.CaptionEditor.Skipped;
import dev.fuda.dataset.caption.CaptionEditor.Wanted;
import dev.fuda.dataset.caption.CaptionState;
import dev.fuda.dataset.caption.ItemState;
import dev.fuda.dataset.caption.OperationHeader;
import dev.fuda.dataset.dictionary.Dictionary;
import dev.fuda.kernel.job.JobState;
import dev.fuda.kernel.job.Jobs;
import dev.fuda.kernel.loop.Loop;
import dev.fuda.kernel.stream.Notifications;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Applies what taggers found: names through the dictionary, then tags, history and progress of some hundred items in one
 * transaction. All of a job is one operation, which has the job's id.
 */
@ApplicationScoped
public class AutoTagApplier {

    private static final int BATCH = 200;
    /** Notifications wake it; it also looks by itself, in case one was lost. */
    private static final Duration LOOK = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ROUNDS_BETWEEN_SWEEPS = 10;

    private final Pool pool;
    private final AutoTagRows rows;
    private final Jobs jobs;
    private final CaptionEditor editor;
    private final Dictionary dictionary;
    private final Notifications notifications;
    private Loop loop;
    private int quietRounds;

    AutoTagApplier(
            Pool pool,
            AutoTagRows rows,
            Jobs jobs,
            CaptionEditor editor,
            Dictionary dictionary,
            Notifications notifications) {
        this.notifications = notifications;
        this.pool = pool;
        this.rows = rows;
        this.jobs = jobs;
        this.editor = editor;
        this.dictionary = dictionary;
    }

    /**
     * What came of a job so far.
     *
     * @param operationId to undo all of it
     * @param changed items with other tags than before
     * @param unchanged items that had all these tags already
     * @param note what a person should know, or null
     */
    record Result(UUID operationId, long changed, long unchanged, String note) {}

    void start(@Observes StartupEvent started) {
        loop = new Loop("tagging results", this::applySome);
        notifications.on(AutoTagRows.CHANNEL, loop::wake);
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.close();
    }

    private Duration applySome() throws InterruptedException {
        UUID job = await(rows.jobToApply());
        if (job == null) {
            if (++quietRounds % ROUNDS_BETWEEN_SWEEPS == 0) {
                endAbandoned();
            }
            return LOOK;
        }
        Map<Long, List<Choice>> found = await(rows.toApply(job, BATCH));
        JobState state = await(pool.withTransaction(tx -> jobs.state(tx, job)));
        if (state != JobState.RUNNING) {
            await(pool.withTransaction(tx -> rows.end(tx, job, found.keySet(), "failed")));
            return Duration.ZERO;
        }
        apply(job, await(pool.withTransaction(tx -> jobs.params(tx, job, AutoTagOrder.class))), found);
        return Duration.ZERO;
    }

    private void apply(UUID job, AutoTagOrder order, Map<Long, List<Choice>> found) throws InterruptedException {
        Optional<Map<String, String>> meanings =
                order.applyTagDictionaryMapping() ? dictionary.meanings(names(found.values())) : Optional.of(Map.of());
        String note = meanings.isPresent()
                ? null
                : "The tag dictionary did not answer, so names stay as the model gives them.";
        Map<String, String> known = meanings.orElse(Map.of());
        await(editor.apply(
                new OperationHeader(job, "auto_tag", order.title(), order.author()),
                found.keySet(),
                item -> plan(item, order, resolved(found.get(item.id()), known)),
                (tx, outcome) -> advance(tx, job, found.keySet(), outcome, note)));
    }

    private static List<Wanted> plan(ItemState item, AutoTagOrder order, List<Choice> chosen) {
        CaptionState before = item.captionOrNew(new CaptionState.Key("tags", order.captionType()));
        var tags = Retagging.apply(order.mode(), before.tags(), chosen, order.source());
        return tags.equals(before.tags()) ? List.of() : List.of(Wanted.of(before.retagged(tags)));
    }

    private static List<Choice> resolved(List<Choice> chosen, Map<String, String> meanings) {
        return Choice.distinct(chosen.stream()
                .map(choice -> new Choice(
                        meanings.getOrDefault(choice.name(), choice.name()), choice.category(), choice.score()))
                .toList());
    }

    private static Collection<String> names(Collection<List<Choice>> found) {
        return found.stream().flatMap(List::stream).map(Choice::name).collect(Collectors.toSet());
    }

    private Uni<Void> advance(SqlConnection tx, UUID job, Collection<Long> items, Outcome outcome, String note) {
        List<Long> failed = outcome.skipped().stream().map(Skipped::itemId).toList();
        List<Long> done = new ArrayList<>(items);
        done.removeAll(failed);
        Uni<Void> work = rows.end(tx, job, failed, "failed");
        for (Skipped item : outcome.skipped()) {
            work = work.flatMap(ended -> jobs.fail(
                    tx, job, String.valueOf(item.itemId()), item.problem().getMessage()));
        }
        return work.flatMap(ended -> rows.applied(tx, job, done, outcome.items()))
                .flatMap(tally -> jobs.result(
                        tx,
                        job,
                        new Result(tally.changed() > 0 ? job : null, tally.changed(), tally.unchanged(), note)))
                .flatMap(told -> jobs.advance(tx, job, done.size(), failed.size()));
    }

    /** A dataset that is forgotten takes the items of its jobs along. */
    private void endAbandoned() {
        await(rows.abandoned())
                .forEach((job, lost) -> await(pool.withTransaction(
                        tx -> jobs.fail(tx, job, "removed", lost + " items were removed from the dataset meanwhile.")
                                .flatMap(told -> jobs.advance(tx, job, 0, lost)))));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
