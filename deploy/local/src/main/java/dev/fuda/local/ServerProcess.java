package dev.fuda.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** One child process whose output goes to a file, since a pipe that nobody drains blocks its writer. */
final class ServerProcess {

    private final Process process;
    private final ProcessHandle server;

    private ServerProcess(Process process, ProcessHandle server) {
        this.process = process;
        this.server = server;
    }

    static Process launch(List<String> command, Path workingFolder, Path log, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(workingFolder.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command.getFirst(), e);
        }
    }

    /**
     * @param stopSignal what ends the server in an orderly way, as {@code kill} names it
     * @param pid the server's own process id, which is not the launched one's where {@code su} stays in between
     */
    static ServerProcess watched(Process process, long pid, String stopSignal) {
        ProcessHandle server = ProcessHandle.of(pid).orElse(process.toHandle());
        Watchdog.shared().watch(server.pid(), stopSignal);
        return new ServerProcess(process, server);
    }

    boolean isAlive() {
        return server.isAlive();
    }

    long pid() {
        return server.pid();
    }

    /** Ends the server and its children at once, as a power cut would. */
    void kill() {
        List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
        all.addFirst(server);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> await(handle, Duration.ofSeconds(10)));
        ended();
    }

    /** Asks the server to end by {@code signal} and kills it after {@code patience}. */
    void stop(String signal, Duration patience) {
        if (server.isAlive()) {
            signal(server.pid(), signal);
            if (!await(server, patience)) {
                kill();
                return;
            }
        }
        ended();
    }

    private void ended() {
        Watchdog.shared().forget(server.pid());
        process.destroy();
    }

    static void signal(long pid, String signal) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run /bin/sh", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static boolean await(ProcessHandle handle, Duration patience) {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !handle.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Ends a server that a launcher killed by force has left behind on the same data, so that a new one can start.
     *
     * @param program what the command of the process must contain, since process ids are used again
     */
    static void endLeftover(long pid, String program, String signal) {
        Optional<ProcessHandle> leftover = ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> commandOf(handle).contains(program));
        leftover.ifPresent(handle -> {
            signal(pid, signal);
            if (!await(handle, Duration.ofSeconds(15))) {
                handle.destroyForcibly();
                await(handle, Duration.ofSeconds(5));
            }
        });
    }

    /** The command of a process; /proc is asked because the JDK shows nothing of another account's processes. */
    static String commandOf(ProcessHandle handle) {
        Path line = Path.of("/proc", String.valueOf(handle.pid()), "cmdline");
        try {
            return Files.exists(line)
                    ? Files.readString(line).replace('\0', ' ')
                    : handle.info().commandLine().or(handle.info()::command).orElse("");
        } catch (IOException e) {
            return handle.info().command().orElse("");
        }
    }

    /** The last lines of a server's log, for the message that says why it did not start. */
    static String lastLines(Path log, int count) {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return String.join(" | ", all.subList(Math.max(0, all.size() - count), all.size()));
        } catch (IOException | UncheckedIOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }
}
