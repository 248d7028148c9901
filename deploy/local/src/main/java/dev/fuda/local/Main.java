package dev.fuda.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** The launcher behind {@code ./fuda}: {@code up}, {@code down}, {@code status}, {@code doctor}; {@code train}, {@code where} and {@code free-port} serve the script. */
public final class Main {

    /** The disk is looked at this often while a stack runs. */
    private static final Duration DISK_GLANCE = Duration.ofSeconds(30);

    private final Map<String, String> environment;
    private final PrintStream out;

    Main(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    public static void main(String[] arguments) {
        int status = 1;
        try {
            status = new Main(System.getenv(), System.out).run(arguments);
        } catch (LocalStackException e) {
            System.err.println(e.getMessage());
        } catch (UncheckedIOException e) {
            System.err.println(e.getMessage() + ": " + e.getCause().getMessage());
        }
        System.exit(status);
    }

    /** @return the exit status: 0 when what was asked for is so */
    int run(String[] arguments) {
        Options options = Options.parse(arguments, defaultData(), Path.of(System.getProperty("fuda.caller", "")));
        DataFolder folder = new DataFolder(options.data());
        Build build = new Build(Path.of(System.getProperty("fuda.root", ".")));
        return switch (options.command()) {
            case "up" ->
                options.background()
                        ? new Background(folder, build, out).up(options.port())
                        : up(folder, build, options.port());
            case "down" -> new Down(folder, out).run();
            case "status" -> new Status(folder, out).run();
            case "doctor" -> new Doctor(folder, build, environment, out).run();
            case "where" -> {
                out.println(folder.path());
                yield 0;
            }
            case "free-port" -> {
                out.println(Ports.free());
                yield 0;
            }
            case "train" -> {
                new AotTraining(build, environment, out).run();
                yield 0;
            }
            default ->
                throw new LocalStackException("There is no command '" + options.command() + "'. See ./fuda help.");
        };
    }

    /** {@code FUDA_HOME}, else {@code ~/.fuda}; for root, whose home the databases' account may not enter, {@code /var/lib/fuda}. */
    private Path defaultData() {
        String wished = environment.getOrDefault("FUDA_HOME", "");
        if (!wished.isBlank()) {
            return Path.of(wished);
        }
        String home = environment.getOrDefault("HOME", "");
        Path person = Path.of(home.isBlank() ? System.getProperty("user.home") : home);
        return RunAs.current().reaches(person) ? person.resolve(".fuda") : Path.of("/var/lib/fuda");
    }

    private int up(DataFolder folder, Build build, int port) {
        Instant from = Instant.now();
        folder.prepare();
        try (FileLock lock = folder.lock()) {
            if (!Ports.isFree(port)) {
                throw new LocalStackException("Port " + port
                        + " is taken by another program. Choose another: ./fuda up --port " + Ports.free());
            }
            Stack stack = new Stack(folder, build, port, environment, ServicePart.AotUse.READ, out);
            AtomicBoolean ended = new AtomicBoolean();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack, ended)));
            out.println("Starting Fuda on " + folder.path());
            try {
                stack.start();
            } catch (LocalStackException e) {
                if (ended.get()) {
                    // Not a failure: a person has ended the start.
                    return 1;
                }
                end(stack, ended);
                throw e;
            }
            out.println("Ready after " + Readiness.text(Duration.between(from, Instant.now())) + ". Open "
                    + folder.state().orElseThrow().address() + " in a browser; Ctrl-C ends everything.");
            Thread.ofVirtual().start(() -> watchDisk(folder));
            stack.watch();
            return lock.isValid() ? 0 : 1;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot release the lock of " + folder.path(), e);
        }
    }

    private void end(Stack stack, AtomicBoolean ended) {
        if (ended.compareAndSet(false, true)) {
            stack.stop();
            out.println("Fuda has ended; nothing is left running.");
        }
    }

    private void watchDisk(DataFolder folder) {
        boolean told = false;
        while (!Thread.currentThread().isInterrupted()) {
            boolean low = folder.freeBytes() < DataFolder.LEAST_FREE_BYTES;
            if (low && !told) {
                out.println("  disk       only " + (folder.freeBytes() >> 20) + " MB are free at " + folder.path()
                        + "; free some space before writing fails.");
            }
            told = low;
            java.util.concurrent.locks.LockSupport.parkNanos(DISK_GLANCE.toNanos());
        }
    }
}
