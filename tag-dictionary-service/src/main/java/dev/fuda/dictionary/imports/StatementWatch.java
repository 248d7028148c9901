package dev.fuda.dictionary.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/** Ends the statement that a connection is busy with as soon as nobody wants the import any more. */
final class StatementWatch implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(200);

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread thread;

    StatementWatch(Connection connection, ImportWatch watch) throws SQLException {
        PGConnection server = connection.unwrap(PGConnection.class);
        thread = Thread.ofVirtual().name("watch of an import").start(() -> follow(server, watch));
    }

    private void follow(PGConnection server, ImportWatch watch) {
        try {
            while (!done.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                // One request may come between two statements; the next one is asked for again.
                if (watch.unwanted()) {
                    server.cancelQuery();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            // The server is away, and the statement with it.
            return;
        }
    }

    /** From now on no statement is ended. */
    @Override
    public void close() {
        done.countDown();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
