package dev.fuda.kernel.problem;

import java.util.Set;

/** Tells a value that PostgreSQL can't take, which is the caller's, from a failure, which is ours. */
final class InputFailures {

    /** SQLSTATEs for values: bad text, bytes that are no UTF-8, numbers and times out of range, text too long. */
    private static final Set<String> VALUE_STATES = Set.of("22021", "22P05", "22003", "22008", "22001", "22P02");

    private InputFailures() {}

    static boolean isInput(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (VALUE_STATES.contains(sqlState(e))) {
                return true;
            }
        }
        return false;
    }

    static String explain(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            switch (sqlState(e)) {
                case "22021", "22P05" -> {
                    return "A text holds a character that can't be stored (such as U+0000). Remove it and try again.";
                }
                case "22003", "22008" -> {
                    return "A number or a time is out of range.";
                }
                case "22001" -> {
                    return "A text is too long.";
                }
                default -> {}
            }
        }
        return "A value can't be stored.";
    }

    /** Read by reflection because this module does not depend on the driver. */
    private static String sqlState(Throwable e) {
        if (!e.getClass().getName().equals("io.vertx.pgclient.PgException")) {
            return "";
        }
        try {
            return String.valueOf(e.getClass().getMethod("getSqlState").invoke(e));
        } catch (ReflectiveOperationException ignored) {
            return "";
        }
    }
}
