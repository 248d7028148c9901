package dev.fuda.tagger.task;

import dev.fuda.kernel.loop.Loop;
import dev.fuda.kernel.stream.Notifications;
import dev.fuda.kernel.stream.Outbox;
import dev.fuda.tagger.model.ModelRegistry;
import dev.fuda.tagger.model.ModelSettings;
import dev.fuda.tagger.score.Measuring;
import dev.fuda.tagger.score.ScoreStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts the workers with the service and ends them with it. */
@ApplicationScoped
public class TaggingRuntime {

    private static final Duration WATCH = Duration.ofSeconds(10);

    @Inject
    ModelRegistry models;

    @Inject
    ModelSettings modelSettings;

    @Inject
    TaskSettings settings;

    @Inject
    TaskRows tasks;

    @Inject
    ScoreStore scores;

    @Inject
    Measuring measuring;

    @Inject
    Outbox outbox;

    @Inject
    Pool pool;

    @Inject
    Notifications notifications;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "fuda.service-token")
    Optional<String> token;

    private final List<AutoCloseable> running = new ArrayList<>();
    private final AtomicLong waiting = new AtomicLong();

    void start(@Observes StartupEvent started) {
        DatasetImages.sweep();
        DatasetImages images =
                new DatasetImages(settings.datasetUrl(), token, settings.fetchDeadline(), settings.maxBytes());
        running.add(images);
        TaskSaving saving = new TaskSaving(pool, tasks, outbox, settings);
        ImageScores found = new ImageScores(scores, images, measuring);
        List<Loop> workers = new ArrayList<>();
        for (int i = 1; i <= modelSettings.workerCount(); i++) {
            workers.add(new Loop("tagging worker " + i, new TaggingWorker(models, found, tasks, saving, settings)));
        }
        running.addAll(workers);
        meters.gauge("fuda.tagger.queue", waiting);
        running.add(new Loop("tagging watch", this::watch));
        notifications.on("fuda_tagging", () -> workers.forEach(Loop::wake));
    }

    void stop(@Observes ShutdownEvent stopping) throws Exception {
        for (AutoCloseable part : running.reversed()) {
            part.close();
        }
    }

    private Duration watch() {
        waiting.set(TaggingWorker.await(tasks.status(0)).pending());
        TaggingWorker.await(tasks.forget(settings.retention()));
        return WATCH;
    }
}
