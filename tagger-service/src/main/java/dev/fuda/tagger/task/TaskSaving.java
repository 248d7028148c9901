package dev.fuda.tagger.task;

import dev.fuda.kernel.event.TaggerEvent;
import dev.fuda.kernel.event.TaggerEvent.ItemTagged;
import dev.fuda.kernel.event.TaggerEvent.TaggingFailed;
import dev.fuda.kernel.stream.Outbox;
import dev.fuda.tagger.model.ModelSpec;
import dev.fuda.tagger.model.Scores;
import dev.fuda.tagger.model.Tagger;
import dev.fuda.tagger.score.ScoredImage;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Saves what a round of work came to: the tasks' ends and the events that tell of them, all or nothing. */
final class TaskSaving {

    private final Pool pool;
    private final TaskRows tasks;
    private final Outbox outbox;
    private final TaskSettings settings;

    TaskSaving(Pool pool, TaskRows tasks, Outbox outbox, TaskSettings settings) {
        this.pool = pool;
        this.tasks = tasks;
        this.outbox = outbox;
        this.settings = settings;
    }

    /**
     * Saves and announces; tasks that the claim owns no longer are somebody else's and are left out.
     *
     * @param tagger what gave the scores; null if no outcome has any
     */
    void save(UUID claim, Tagger tagger, Map<Task, Outcome> outcomes) {
        Map<Task, Scores> tagged = new LinkedHashMap<>();
        Map<Task, String> failed = new LinkedHashMap<>();
        Map<Task, String> postponed = new LinkedHashMap<>();
        outcomes.forEach((task, outcome) -> {
            switch (outcome) {
                case Outcome.Tagged(Scores found) -> tagged.put(task, found);
                case Outcome.Failed(String reason) -> failed.put(task, reason);
                case Outcome.Postponed(String reason) -> postponed.put(task, reason);
            }
        });
        TaggingWorker.await(pool.withTransaction(tx -> tasks.tagged(tx, claim, ids(tagged))
                .call(ended -> outbox.append(tx, tagged(tagger, tagged, ended)))
                .chain(() -> tasks.failed(tx, claim, byId(failed)))
                .call(ended -> outbox.append(tx, failed(failed, ended)))
                .chain(() -> tasks.postpone(tx, claim, byId(postponed), settings.backOff()))));
    }

    private static List<TaggerEvent> tagged(Tagger tagger, Map<Task, Scores> tagged, Set<Long> ended) {
        List<TaggerEvent> events = new ArrayList<>();
        tagged.forEach((task, found) -> {
            if (ended.contains(task.id())) {
                ModelSpec spec = tagger.spec();
                events.add(new ItemTagged(
                        task.jobId(),
                        task.datasetId(),
                        task.itemId(),
                        task.imageHash(),
                        task.model(),
                        spec.version(),
                        ScoredImage.named(found, spec.labels()::get)));
            }
        });
        return events;
    }

    private static List<TaggerEvent> failed(Map<Task, String> failed, Set<Long> ended) {
        List<TaggerEvent> events = new ArrayList<>();
        failed.forEach((task, reason) -> {
            if (ended.contains(task.id())) {
                events.add(new TaggingFailed(
                        task.jobId(), task.datasetId(), task.itemId(), task.imageHash(), task.model(), reason));
            }
        });
        return events;
    }

    private static List<Long> ids(Map<Task, ?> tasks) {
        return tasks.keySet().stream().map(Task::id).toList();
    }

    private static Map<Long, String> byId(Map<Task, String> reasons) {
        Map<Long, String> byId = new LinkedHashMap<>();
        reasons.forEach((task, reason) -> byId.put(task.id(), reason));
        return byId;
    }
}
