package dev.fuda.kernel.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.kernel.loop.Loop;
import dev.fuda.kernel.loop.RedisLink;
import dev.fuda.kernel.stream.Notifications;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells the world how jobs are doing, on the transient stream {@code fuda:progress}: a few times a second at most, and
 * without any promise, because the job's row is the truth and can be asked.
 */
@ApplicationScoped
public class JobFeed {

    private static final Duration PACE = Duration.ofMillis(150);
    private static final Duration QUIET = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String STREAM = "fuda:progress";
    private static final int KEPT = 2_000;

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    @Inject
    ObjectMapper json;

    @Inject
    Notifications notifications;

    @ConfigProperty(name = "quarkus.redis.hosts")
    String redisUrl;

    @ConfigProperty(name = "quarkus.application.name")
    String source;

    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();
    private final List<Runnable> queued = new ArrayList<>();
    private RedisLink redis;
    private Loop loop;

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent started) {
        redis = new RedisLink(vertx, redisUrl);
        loop = new Loop("job feed", this::tell);
        notifications.on("fuda_job", change -> {
            String[] idAndState = change.split(" ");
            // Woken by the first change only, so that the pace holds while a job reports.
            boolean first = changed.isEmpty();
            changed.add(UUID.fromString(idAndState[0]));
            if (first) {
                loop.wake();
            }
            if (idAndState[1].equals("queued")) {
                queued.forEach(Runnable::run);
            }
        });
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.close();
        redis.close();
    }

    /** Called, on an event loop, when a job waits to be taken. */
    void onQueued(Runnable listener) {
        queued.add(listener);
    }

    private Duration tell() throws Exception {
        if (changed.isEmpty()) {
            return QUIET;
        }
        Set<UUID> ids = Set.copyOf(changed);
        changed.removeAll(ids);
        List<Request> frames = new ArrayList<>();
        for (Row row : pool.preparedQuery("select " + JobRows.COLUMNS + " from job where id = any($1)")
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .await()
                .atMost(PATIENCE)) {
            frames.add(frame(JobRows.view(row, json, Instant.now(), List.of())));
        }
        if (!frames.isEmpty()) {
            redis.send(frames, PATIENCE);
        }
        return PACE;
    }

    private Request frame(JobView job) throws Exception {
        return Request.cmd(Command.XADD)
                .arg(STREAM)
                .arg("MAXLEN")
                .arg("~")
                .arg(KEPT)
                .arg("*")
                .arg("type")
                .arg("JobProgressed")
                .arg("source")
                .arg(source)
                .arg("time")
                .arg(Instant.now().toString())
                .arg("subject")
                .arg("job/" + job.id())
                .arg("data")
                .arg(json.writeValueAsString(job));
    }
}
