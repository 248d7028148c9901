package dev.fuda.training.run;

import dev.fuda.kernel.event.TrainingEvent.RunChanged;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.stream.Outbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.hibernate.StaleObjectStateException;

/** Changes runs, each together with the event that tells of it. */
@ApplicationScoped
public class RunService {

    // Hibernate counts parameters with a question mark.
    private static final String ANNOUNCE = Outbox.INSERT.replace('$', '?');

    private static final String WAIT_FOR_NAME =
            "select count(turn) from (select pg_advisory_xact_lock(hashtextextended(?1, ?2)) as turn) as turns";

    /** What the statistics lose with a run; rows are locked in the order in which reports take them. */
    private static final String FORGET_STATISTICS = """
            with gone as (
                select s.item_id, u.times_seen
                from training_item_stats s join training_item_usage u on u.item_id = s.item_id
                where u.run_id = ?1 order by s.item_id for update of s),
            alone as (
                delete from training_item_stats s using gone
                where s.item_id = gone.item_id and s.total_runs_participated = 1 returning s.item_id)
            update training_item_stats s
            set total_times_seen = s.total_times_seen - gone.times_seen,
                total_runs_participated = s.total_runs_participated - 1,
                squares = s.squares - gone.times_seen::numeric ^ 2,
                updated_at = now()
            from gone where s.item_id = gone.item_id and s.total_runs_participated > 1
            """;

    private final Outbox outbox;

    RunService(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Stores a new run; without a number it gets the next one of its name. */
    Uni<TrainingRun> create(RunInput input) {
        input.checkNew();
        TrainingRun run = new TrainingRun();
        Instant now = now();
        run.datasetId = input.datasetId();
        run.status = "pending";
        run.createdAt = now;
        input.applyTo(run, now);
        return Panache.withTransaction(() -> parentOf(input)
                .chain(() -> input.runNumber() != null ? Uni.createFrom().item(input.runNumber()) : nextNumber(run))
                .invoke(number -> run.runNumber = number)
                .chain(() -> run.<TrainingRun>persistAndFlush())
                .call(this::announce));
    }

    /** Changes what the input names. */
    Uni<TrainingRun> change(long id, RunInput input) {
        input.checkChange();
        return Panache.withTransaction(() -> find(id).invoke(run -> {
                            if (input.version() != null && input.version() != run.version) {
                                throw stale(run);
                            }
                        })
                        .call(() -> parentOf(input))
                        .chain(run -> {
                            String before = run.status;
                            input.applyTo(run, now());
                            return run.<TrainingRun>persistAndFlush()
                                    .call(changed -> Objects.equals(before, changed.status)
                                            ? Uni.createFrom().voidItem()
                                            : announce(changed));
                        }))
                .onFailure(StaleObjectStateException.class)
                .transform(e -> Problem.conflict(
                        "stale-run", "Somebody else has just changed this run; read it again and repeat the change."));
    }

    /** Forgets a run with all it reported; the statistics of its items are corrected. */
    Uni<Void> delete(long id) {
        return Panache.withTransaction(() -> TrainingRun.<TrainingRun>findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("training run", id))
                .call(run -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(FORGET_STATISTICS)
                                .setParameter(1, id)
                                .executeUpdate()))
                .call(run -> run.delete())
                .call(run -> {
                    run.status = "deleted";
                    return announce(run);
                })
                .replaceWithVoid());
    }

    /** A run, or a 404. */
    static Uni<TrainingRun> find(long id) {
        return TrainingRun.<TrainingRun>findById(id)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("training run", id));
    }

    private static Uni<Void> parentOf(RunInput input) {
        if (input.parentRunId() == null) {
            return Uni.createFrom().voidItem();
        }
        return TrainingRun.findById(input.parentRunId())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.unprocessable(
                                "no-parent-run", "There is no training run " + input.parentRunId() + " to resume.")
                        .field("parent_run_id", "not a training run"))
                .replaceWithVoid();
    }

    /** Two runs of one name that are made at once wait for each other here, until the first is stored. */
    private static Uni<Integer> nextNumber(TrainingRun run) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WAIT_FOR_NAME, Long.class)
                        .setParameter(1, run.runName)
                        .setParameter(2, run.datasetId)
                        .getSingleResult())
                .chain(() -> TrainingRun.<TrainingRun>find(
                                "datasetId = ?1 and runName = ?2 order by runNumber desc", run.datasetId, run.runName)
                        .<TrainingRun>firstResult())
                .map(last -> last == null ? 1 : last.runNumber + 1);
    }

    private static Problem stale(TrainingRun run) {
        return Problem.conflict(
                        "stale-run", "The run was changed in the meantime; it is at version " + run.version + " now.")
                .with("current", RunView.of(run));
    }

    private Uni<Void> announce(TrainingRun run) {
        Outbox.Row row = outbox.row(new RunChanged(run.id, run.datasetId, run.status));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ANNOUNCE)
                        .setParameter(1, row.id())
                        .setParameter(2, row.stream())
                        .setParameter(3, row.type())
                        .setParameter(4, row.version())
                        .setParameter(5, row.source())
                        .setParameter(6, row.time())
                        .setParameter(7, row.subject())
                        .setParameter(8, row.data())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
