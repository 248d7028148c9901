package dev.fuda.dictionary.operation;

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
    private static final int DEADLOCK_RETRIES = 3;

    private final SqlConnection connection;

    private Tx(SqlConnection connection) {
        this.connection = connection;
    }

    /**
     * Does the work in one transaction; whatever it throws takes everything back.
     *
     * <p>An import that holds some of the rows may be waiting for others: of two that wait for each other the database
     * ends one, and here it is tried again.
     */
    public static <T> Uni<T> run(Pool pool, Function<Tx, T> work) {
        return pool.withTransaction(connection -> Uni.createFrom()
                        .item(() -> work.apply(new Tx(connection)))
                        .runSubscriptionOn(THREADS))
                .onFailure(e -> e instanceof PgException failure && DEADLOCK.equals(failure.getSqlState()))
                .retry()
                .atMost(DEADLOCK_RETRIES);
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
