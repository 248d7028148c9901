package dev.fuda.kernel.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What a running job can ask and tell. Used by the job's own thread only. */
public final class JobContext {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long BETWEEN_REPORTS_NANOS = Duration.ofMillis(250).toNanos();

    private final UUID id;
    private final String owner;
    private final JsonNode params;
    private final Pool pool;
    private final ObjectMapper json;
    private JsonNode checkpoint;
    private long lastReport = System.nanoTime() - BETWEEN_REPORTS_NANOS;
    private int done;
    private Integer total;
    private volatile boolean stopped;
    private volatile boolean lost;

    JobContext(Claim claim, Pool pool, ObjectMapper json) {
        this.id = claim.id();
        this.owner = claim.owner();
        this.params = JobRows.tree(json, claim.params());
        this.checkpoint = JobRows.tree(json, claim.checkpoint());
        this.pool = pool;
        this.json = json;
    }

    /** A job that this instance has taken. */
    record Claim(UUID id, String kind, String owner, String params, String checkpoint) {}

    /** Thrown out of a handler when a person cancelled the job. */
    public static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1;

        Cancelled() {
            super("cancelled", null, false, false);
        }
    }

    public UUID id() {
        return id;
    }

    /** The parameters it was created with. */
    public <T> T params(Class<T> type) {
        return json.convertValue(params, type);
    }

    /** Where an earlier attempt got to. */
    public <T> Optional<T> checkpoint(Class<T> type) {
        return checkpoint == null ? Optional.empty() : Optional.of(json.convertValue(checkpoint, type));
    }

    /** Remembers where to go on after a crash. */
    public void checkpoint(Object value) {
        checkpoint = json.valueToTree(value);
        update("checkpoint = $3", JobRows.json(json, value));
    }

    /** Tells how far it is; written at most four times a second, so call it as often as you like. */
    public void progress(int done, Integer total) {
        this.done = done;
        this.total = total;
        if (System.nanoTime() - lastReport >= BETWEEN_REPORTS_NANOS) {
            report();
        }
    }

    /** Lists an item that failed; the job goes on. */
    public void failure(String item, String reason) {
        await(pool.withTransaction(tx -> tx.preparedQuery("""
                        insert into job_failure (job_id, item, reason) values ($1, $2, $3)
                        on conflict (job_id, item) do update set reason = excluded.reason, at = now()
                        """)
                .execute(Tuple.of(id, item, reason))
                .flatMap(inserted -> tx.preparedQuery(
                                "update job set failed = (select count(*) from job_failure where job_id = $1) where id = $1")
                        .execute(Tuple.of(id)))));
    }

    /** What came of it, shown when it has ended. */
    public void result(Object value) {
        update("result = $3", JobRows.json(json, value));
    }

    /** Whether it should stop: a person cancelled it, or the service is going down. */
    public boolean cancelled() {
        return stopped || lost;
    }

    /** Ends the handler here when the job should stop. */
    public void checkCancelled() {
        if (cancelled()) {
            throw new Cancelled();
        }
    }

    void stop() {
        stopped = true;
    }

    /** Another instance took over, or this one is closing: nothing may be written any more. */
    void lose() {
        lost = true;
    }

    /** Whether it goes on elsewhere or later: what it needs must stay. */
    public boolean lost() {
        return lost;
    }

    String owner() {
        return owner;
    }

    /** A job that another instance has taken over must not go on here. */
    private void checkHeld() {
        if (lost) {
            throw new Cancelled();
        }
    }

    void report() {
        checkHeld();
        lastReport = System.nanoTime();
        await(pool.preparedQuery("update job set done = $3, total = $4 where id = $1 and owner = $2")
                .execute(Tuple.of(id, owner, done, total)));
    }

    private void update(String assignment, Object value) {
        checkHeld();
        await(pool.preparedQuery("update job set " + assignment + " where id = $1 and owner = $2")
                .execute(Tuple.of(id, owner, value)));
    }

    private static <T> void await(io.smallrye.mutiny.Uni<T> work) {
        work.await().atMost(PATIENCE);
    }
}
