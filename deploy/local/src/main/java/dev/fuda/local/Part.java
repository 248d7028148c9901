package dev.fuda.local;

import java.util.Optional;

/** One process of the stack, as the supervisor sees it. */
interface Part {

    /** What people call it: {@code postgres}, {@code redis}, {@code dataset}, … */
    String name();

    /** Starts it and returns when it can answer. @throws LocalStackException when it cannot, with the reason */
    void start();

    boolean isAlive();

    /** Ends it orderly. */
    void stop();

    Optional<Long> pid();

    int port();

    /** Where its output is. */
    String log();
}
