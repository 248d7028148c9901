package dev.fuda.kernel.stream;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Set;

/** Tells a database that is away for a while from an event that can't be applied. */
final class Failures {

    /** SQLSTATE classes and codes that pass by themselves: connection, resources, shutdown, deadlock, serialisation. */
    private static final Set<String> PASSING = Set.of("08", "53", "57", "40");

    private Failures() {}

    static boolean isTransient(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof PgException pg) {
                String state = pg.getSqlState();
                return state != null && state.length() >= 2 && PASSING.contains(state.substring(0, 2));
            }
            if (e instanceof IOException
                    || e instanceof TimeoutException
                    || e instanceof java.util.concurrent.TimeoutException
                    // The client's own failures, without an answer from the server: lost, closed, not active, no time.
                    || e.getClass().getName().startsWith("io.vertx.")) {
                return true;
            }
        }
        return false;
    }

    /** The innermost message, for a person. */
    static String explain(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return message.substring(0, Math.min(message.length(), 2_000));
    }
}
