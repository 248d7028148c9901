package dev.fuda.dataset.rewrite;

import dev.fuda.dataset.caption.CaptionEditor;
import dev.fuda.dataset.caption.CaptionEditor.Outcome;
import dev.fuda.dataset.caption.OperationHeader;
import dev.fuda.dataset.operation.OperationService;
import dev.fuda.dataset.rewrite.TagRewrites.Order;
import dev.fuda.kernel.job.JobContext;
import dev.fuda.kernel.job.JobHandler;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Applies operations of the dictionary to all datasets: one entry in the history of each, whose captions and files follow.
 * Operations are applied in the order in which they came, by whichever job runs: after a crash one job may find another
 * one's work half done and finish it. A batch that is repeated finds nothing left to change.
 */
@ApplicationScoped
public class TagRewriteJob implements JobHandler {

    static final String KIND = "tag-rewrite";
    private static final int BATCH = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TagRewrites rewrites;
    private final CaptionEditor editor;
    private final OperationService operations;

    TagRewriteJob(TagRewrites rewrites, CaptionEditor editor, OperationService operations) {
        this.rewrites = rewrites;
        this.editor = editor;
        this.operations = operations;
    }

    /**
     * What came of it.
     *
     * @param items changed, in all datasets
     * @param skipped items that could not be changed, or not wholly taken back
     */
    record Result(int datasets, int items, int skipped, int savedSearches) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobContext job) {
        Optional<Order> next = await(rewrites.next(job.id()));
        while (next.isPresent()) {
            Order order = next.get();
            job.result(order.undo() ? takeBack(order, job) : apply(order, job));
            await(rewrites.done(order));
            next = await(rewrites.next(job.id()));
        }
    }

    private Result apply(Order order, JobContext job) {
        TagRewriting rewriting = TagRewriting.of(order.rewrites());
        Map<Long, Integer> datasets = await(rewrites.datasets(rewriting));
        int total = datasets.values().stream().mapToInt(Integer::intValue).sum();
        int seen = 0;
        int changed = 0;
        int skipped = 0;
        for (long dataset : datasets.keySet()) {
            UUID history = await(rewrites.history(order.operation(), dataset));
            OperationHeader header = new OperationHeader(history, "dictionary", order.title(), order.author());
            long last = 0;
            List<Long> items = await(rewrites.items(rewriting, dataset, last, BATCH));
            while (!items.isEmpty()) {
                job.checkCancelled();
                Outcome outcome = await(editor.apply(header, items, rewriting::plan));
                for (CaptionEditor.Skipped item : outcome.skipped()) {
                    job.failure(String.valueOf(item.itemId()), item.problem().getMessage());
                }
                changed += outcome.items().size();
                skipped += outcome.skipped().size();
                seen += items.size();
                job.progress(seen, Math.max(total, seen));
                last = items.getLast();
                items = await(rewrites.items(rewriting, dataset, last, BATCH));
            }
        }
        int searches = await(rewrites.rewriteSearches(order.operation(), rewriting));
        return new Result(datasets.size(), changed, skipped, searches);
    }

    private Result takeBack(Order order, JobContext job) {
        List<UUID> histories = await(rewrites.histories(order.operation()));
        int restored = 0;
        int skipped = 0;
        for (int i = 0; i < histories.size(); i++) {
            job.checkCancelled();
            try {
                OperationService.Undone undone = await(operations.undo(histories.get(i), order.author()));
                restored += undone.restored();
                skipped += undone.skippedItems();
                undone.skipped().forEach(kept -> job.failure(String.valueOf(kept.itemId()), kept.reason()));
            } catch (Problem alreadyUndone) {
                job.failure("history " + histories.get(i), alreadyUndone.getMessage());
            }
            job.progress(i + 1, histories.size());
        }
        int searches = await(rewrites.restoreSearches(order.operation()));
        return new Result(histories.size(), restored, skipped, searches);
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
