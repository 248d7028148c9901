package dev.fuda.kernel.stream;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** How a virtual thread waits for reactive work. */
final class Awaiting {

    /** Virtual threads, for steps of a reactive chain that wait for something else. */
    static final Executor EXECUTOR = Executors.newVirtualThreadPerTaskExecutor();

    private Awaiting() {}

    /** The result, or the failure that the work ended with. */
    static <T> T await(Uni<T> work, Duration patience) {
        return work.await().atMost(patience);
    }
}
