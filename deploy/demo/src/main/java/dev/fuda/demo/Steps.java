package dev.fuda.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Prints the steps of the demo with what each took, and follows jobs until they end. */
final class Steps {

    private static final Set<String> OVER = Set.of("succeeded", "failed", "cancelled");
    private static final Duration GLANCE = Duration.ofMillis(150);

    private final PrintStream out;
    private final boolean terminal;
    private int number;

    /** @param terminal whether a line may be written over to show progress */
    Steps(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Does {@code work} under a title and prints the time it took. */
    <T> T step(String title, Supplier<T> work) {
        number++;
        out.printf("%n%d. %s%n", number, title);
        Instant from = Instant.now();
        T result = work.get();
        line(text(Duration.between(from, Instant.now())));
        return result;
    }

    /** A line below the title of the step. */
    void line(String text) {
        out.println("   " + text);
    }

    /** Waits until a job has ended and answers its last state. @throws DemoFailure when it did not succeed */
    JsonNode follow(FudaApi api, String service, String job, String doing) {
        while (true) {
            JsonNode view = api.get("/api/services/" + service + "/jobs/" + job);
            if (terminal) {
                out.printf(
                        "\r   %s %d of %d ",
                        doing, view.path("done").asInt(), view.path("total").asInt());
                out.flush();
            }
            if (OVER.contains(view.path("state").asText())) {
                if (terminal) {
                    out.print("\r" + " ".repeat(60) + "\r");
                }
                if (!view.path("state").asText().equals("succeeded")) {
                    throw new DemoFailure("The job '" + view.path("title").asText() + "' ended as "
                            + view.path("state").asText() + ": "
                            + view.path("error").asText("no reason given"));
                }
                return view;
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    static String text(Duration took) {
        return took.toMillis() < 1000
                ? took.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }
}
