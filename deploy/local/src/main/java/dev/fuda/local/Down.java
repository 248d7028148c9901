package dev.fuda.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/** {@code down}: ends the stack of a data folder, whichever terminal started it. */
final class Down {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DataFolder folder;
    private final PrintStream out;

    Down(DataFolder folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    int run() {
        Optional<State> state = folder.isRunning() ? folder.state() : Optional.empty();
        if (state.isEmpty()) {
            out.println("Fuda does not run on " + folder.path() + ".");
            return 0;
        }
        long pid = state.get().launcher();
        ServerProcess.signal(pid, "TERM");
        boolean ended = ProcessHandle.of(pid)
                .map(launcher -> ServerProcess.await(launcher, PATIENCE))
                .orElse(true);
        if (!ended) {
            // The watchdog then ends the parts.
            ServerProcess.signal(pid, "KILL");
            out.println("Fuda on " + folder.path() + " did not end within " + PATIENCE.toSeconds()
                    + " s and was ended by force.");
            return 1;
        }
        out.println("Fuda on " + folder.path() + " has ended.");
        return 0;
    }
}
