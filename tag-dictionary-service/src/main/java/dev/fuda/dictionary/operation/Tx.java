package dev.fuda.dictionary.operation;

import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A transaction for code that waits for each answer, on a virtual thread: what an operation does is a list of steps. */
public final class Tx {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static final String DEADLOCK = "40P01";
    private static final String LOCK_TIMEOUT = "55P03";
    private static final String WAIT_FOR_LOCKS = "set local lock_timeout = '10s'";
    private static final int DEADLOCK_RETRIES = 3;

    private final SqlConnection connection;

    private Tx(SqlConnection connection) {
        this.connection = connection;
    }

    /**
     * Does the work in one transaction; whatever it throws takes everything back.
     *
     * <p>An import that holds some of the rows may be waiting for others: of two that wait for each other the database
     * ends one, and here it is tried again. Whoever waits holds a connection that others need, so nobody waits for long.
     *
     * @throws Problem 409 when somebody else holds the rows for more than ten seconds, as a long import does
     */
    public static <T> Uni<T> run(Pool pool, Function<Tx, T> work) {
        return pool.withTransaction(connection -> Uni.createFrom()
                        .item(() -> {
                            Tx tx = new Tx(connection);
                            tx.rows(WAIT_FOR_LOCKS);
                            return work.apply(tx);
                        })
                        .runSubscriptionOn(THREADS))
                .onFailure(e -> is(DEADLOCK, e))
                .retry()
                .atMost(DEADLOCK_RETRIES)
                .onFailure(e -> is(LOCK_TIMEOUT, e))
                .transform(e -> Problem.conflict(
                        "busy",
                        "Somebody else, perhaps a long import, is changing the same tags. Try again when it is done."));
    }

    private static boolean is(String state, Throwable e) {
        return e instanceof PgException failure && state.equals(failure.getSqlState());
    }

    public SqlConnection connection() {
        return connection;
    }

    public RowSet<Row> rows(String sql, Object... values) {
        return await(connection.preparedQuery(sql).execute(Tuple.from(values)));
    }

    /** The only row, or null when there is none. */
    public @Nullable Row row(String sql, Object... values) {
        RowSet<Row> rows = rows(sql, values);
        return rows.size() == 0 ? null : rows.iterator().next();
    }

    /** How many rows it wrote. */
    public int write(String sql, Object... values) {
        return rows(sql, values).rowCount();
    }

    public <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
