package dev.fuda.kernel.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.kernel.loop.Loop;
import dev.fuda.kernel.problem.Problem;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Takes queued jobs and runs them on virtual threads. A taken job is leased: when its instance dies, the lease ends and
 * another instance goes on from the checkpoint. A job that ends its service again and again without getting further fails.
 */
@ApplicationScoped
public class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int MOST_ATTEMPTS = 5;

    /** Jobs that are looked at for one that can run here. */
    private static final int MOST_OFFERS = 1_000;

    private static final String IS_OPEN =
            "not external and (state = 'queued' or state = 'running' and lease_until < now())";

    @Inject
    Pool pool;

    @Inject
    ObjectMapper json;

    @Inject
    JobFeed feed;

    @Inject
    @All
    List<JobHandler> handlers;

    /** How long a job stays with an instance that is not heard of. */
    @ConfigProperty(name = "fuda.jobs.lease", defaultValue = "15s")
    Duration lease;

    private final String owner = UUID.randomUUID().toString();
    private final Map<UUID, JobContext> running = new ConcurrentHashMap<>();
    private final Map<UUID, String> kinds = new ConcurrentHashMap<>();
    private final Map<UUID, Thread> threads = new ConcurrentHashMap<>();
    private Map<String, JobHandler> byKind = Map.of();
    private Loop loop;

    void start(@Observes StartupEvent started) {
        byKind = handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
        if (!byKind.isEmpty()) {
            loop = new Loop("job runner", this::round);
            feed.onQueued(loop::wake);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (loop == null) {
            return;
        }
        loop.close();
        running.values().forEach(JobContext::lose);
        for (Thread thread : threads.values()) {
            if (!thread.join(Duration.ofSeconds(5))) {
                thread.interrupt();
            }
        }
        // The next start goes on at once instead of waiting for the leases to end.
        await(pool.preparedQuery("update job set lease_until = now() where owner = $1 and state = 'running'")
                .execute(Tuple.of(owner)));
    }

    private Duration round() {
        extendLeases();
        for (JobHandler handler : byKind.values()) {
            long active = running.keySet().stream()
                    .filter(id -> handler.kind().equals(kinds.get(id)))
                    .count();
            for (long free = handler.parallel() - active; free > 0 && claim(handler); free--) {
                LOG.debugf("Took a %s job", handler.kind());
            }
        }
        return POLL;
    }

    private void extendLeases() {
        if (running.isEmpty()) {
            return;
        }
        RowSet<Row> mine = await(pool.preparedQuery("""
                        update job set lease_until = now() + make_interval(secs => $2)
                        where owner = $1 and state = 'running' and id = any($3) and lease_until > now() - interval '1 hour'
                        returning id, cancel_requested
                        """)
                .execute(Tuple.of(
                        owner, lease.toMillis() / 1000.0, running.keySet().toArray(UUID[]::new))));
        Map<UUID, Boolean> cancelled = new HashMap<>();
        mine.forEach(row -> cancelled.put(row.getUUID("id"), row.getBoolean("cancel_requested")));
        running.forEach((id, job) -> {
            if (!cancelled.containsKey(id)) {
                job.lose();
            } else if (cancelled.get(id)) {
                job.stop();
            }
        });
    }

    /** The open jobs that can run here; one that somebody wants to end can be ended anywhere. */
    private UUID[] offers(JobHandler handler) {
        RowSet<Row> open = await(pool.preparedQuery("select id, params::text as params, cancel_requested from job"
                        + " where kind = $1 and " + IS_OPEN + " order by created_at limit " + MOST_OFFERS)
                .execute(Tuple.of(handler.kind())));
        List<UUID> offers = new ArrayList<>();
        open.forEach(row -> {
            JobOffer offer = new JobOffer(row.getUUID("id"), JobRows.tree(json, row.getString("params")), json);
            if (row.getBoolean("cancel_requested") || handler.canRun(offer)) {
                offers.add(offer.id());
            }
        });
        return offers.toArray(UUID[]::new);
    }

    private boolean claim(JobHandler handler) {
        UUID[] offers = offers(handler);
        if (offers.length == 0) {
            return false;
        }
        RowSet<Row> rows = await(
                pool.preparedQuery("""
                        update job set state = 'running', owner = $2, reached = greatest(reached, done),
                            attempt = case when done > reached then 1 else attempt + 1 end,
                            started_at = coalesce(started_at, now()), lease_until = now() + make_interval(secs => $3)
                        where id = (
                            select id from job where id = any($1) and %s
                            order by created_at limit 1 for update skip locked)
                        returning id, params::text as params, checkpoint::text as checkpoint, attempt, cancel_requested
                        """.formatted(IS_OPEN)).execute(Tuple.of(offers, owner, lease.toMillis() / 1000.0)));
        if (rows.size() == 0) {
            return false;
        }
        Row row = rows.iterator().next();
        UUID id = row.getUUID("id");
        JobContext job = new JobContext(
                new JobContext.Claim(id, handler.kind(), owner, row.getString("params"), row.getString("checkpoint")),
                pool,
                json);
        if (row.getBoolean("cancel_requested")) {
            end(job, "cancelled", null);
        } else if (row.getInteger("attempt") > MOST_ATTEMPTS) {
            end(
                    job,
                    "failed",
                    "It was started " + MOST_ATTEMPTS + " times, and ended its service each time at the same place.");
        } else {
            JobContext former = running.put(id, job);
            if (former != null) {
                // Its lease ended while this instance could not reach the database.
                former.lose();
            }
            kinds.put(id, handler.kind());
            threads.put(id, Thread.ofVirtual().name("job " + handler.kind()).start(() -> run(handler, job)));
        }
        return true;
    }

    private void run(JobHandler handler, JobContext job) {
        try {
            handler.run(job);
            job.report();
            end(job, job.cancelled() ? "cancelled" : "succeeded", null);
        } catch (JobContext.Cancelled e) {
            end(job, "cancelled", null);
        } catch (Problem e) {
            end(job, "failed", e.getMessage());
        } catch (Exception | LinkageError e) {
            if (!job.lost()) {
                LOG.errorf(e, "The %s job %s failed", handler.kind(), job.id());
                end(job, "failed", e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
            }
        } finally {
            if (running.remove(job.id(), job)) {
                kinds.remove(job.id());
                threads.remove(job.id());
            }
            loop.wake();
        }
    }

    /** Writes how a job ended, unless another instance has it now. */
    private void end(JobContext job, String state, String error) {
        if (job.lost()) {
            return;
        }
        try {
            await(pool.preparedQuery(
                            "update job set state = $3, error = $4, finished_at = now() where id = $1 and owner = $2")
                    .execute(Tuple.of(job.id(), owner, state, error)));
        } catch (RuntimeException e) {
            // The lease ends and the job is taken up again from its checkpoint.
            LOG.warnf("The end of job %s could not be written: %s", job.id(), e.getMessage());
        }
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
