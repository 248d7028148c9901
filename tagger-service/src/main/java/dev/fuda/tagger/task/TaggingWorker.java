package dev.fuda.tagger.task;

import dev.fuda.kernel.loop.Loop;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.tagger.model.BrokenModel;
import dev.fuda.tagger.model.ModelRegistry;
import dev.fuda.tagger.model.Tagger;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One round of a worker: take tasks, fetch and measure what has no scores yet, save ends and events in one transaction. What it has taken is lost to others only if it falls silent; then it can no longer save.
 */
final class TaggingWorker implements Loop.Step {

    /** A task whose worker ended so often is what ends workers. */
    static final int MOST_LOST = 5;

    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration MODEL_PATIENCE = Duration.ofMinutes(10);

    private final ModelRegistry models;
    private final ImageScores images;
    private final TaskRows tasks;
    private final TaskSaving saving;
    private final TaskSettings settings;

    TaggingWorker(ModelRegistry models, ImageScores images, TaskRows tasks, TaskSaving saving, TaskSettings settings) {
        this.models = models;
        this.images = images;
        this.tasks = tasks;
        this.saving = saving;
        this.settings = settings;
    }

    @Override
    public Duration run() throws InterruptedException {
        UUID claim = UUID.randomUUID();
        List<Task> taken = await(tasks.claimLost(claim, settings.lease()));
        if (taken.isEmpty()) {
            taken = await(tasks.claimWaiting(claim, settings.lease(), settings.batch()));
        }
        if (taken.isEmpty()) {
            return IDLE;
        }
        Duration pulse = settings.lease().dividedBy(3);
        try (Loop _ = new Loop("tagging lease", () -> {
            await(tasks.renew(claim, settings.lease()));
            return pulse;
        })) {
            work(claim, taken);
        }
        return Duration.ZERO;
    }

    private void work(UUID claim, List<Task> taken) throws InterruptedException {
        Map<Task, Outcome> outcomes = new LinkedHashMap<>();
        List<Task> able = new ArrayList<>();
        for (Task task : taken) {
            if (task.lost() >= MOST_LOST) {
                outcomes.put(
                        task,
                        new Outcome.Failed("The tagger ended " + task.lost()
                                + " times while it measured this image; it is left alone."));
            } else {
                able.add(task);
            }
        }
        Tagger tagger = able.isEmpty() ? null : model(able, outcomes);
        if (tagger != null) {
            measure(tagger, able, outcomes);
        }
        saving.save(claim, tagger, outcomes);
    }

    /** The model that the tasks ask for; null if there is none, and then the outcomes tell why. */
    private Tagger model(List<Task> able, Map<Task, Outcome> outcomes) {
        String name = able.getFirst().model();
        Outcome outcome;
        try {
            return models.ready(name).await().atMost(MODEL_PATIENCE);
        } catch (TimeoutException e) {
            outcome = new Outcome.Postponed("The model '" + name + "' is still being loaded.");
        } catch (Problem | BrokenModel e) {
            outcome = new Outcome.Failed("The model '" + name + "' can't be used: " + e.getMessage());
        }
        for (Task task : able) {
            outcomes.put(task, outcome);
        }
        return null;
    }

    private void measure(Tagger tagger, List<Task> able, Map<Task, Outcome> outcomes) throws InterruptedException {
        Map<String, Set<String>> urls = new LinkedHashMap<>();
        able.forEach(task -> urls.computeIfAbsent(task.imageHash(), hash -> new LinkedHashSet<>())
                .add(task.imageUrl()));
        Map<String, Outcome> found;
        try {
            found = images.scores(tagger, urls);
        } catch (BrokenModel e) {
            Outcome failed = new Outcome.Failed("The model failed: " + e.getMessage());
            able.forEach(task -> outcomes.put(task, failed));
            return;
        }
        for (Task task : able) {
            Outcome outcome = found.get(task.imageHash());
            boolean tired = task.createdAt().plus(settings.giveUpAfter()).isBefore(Instant.now());
            if (tired && outcome instanceof Outcome.Postponed(String reason)) {
                outcome = new Outcome.Failed(reason + " It was tried " + (task.attempts() + 1) + " times.");
            }
            outcomes.put(task, outcome);
        }
    }

    static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
