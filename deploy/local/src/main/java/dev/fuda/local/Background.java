package dev.fuda.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** {@code up --background}: starts the launcher again as a process of its own and returns when its stack is ready. */
final class Background {

    private final DataFolder folder;
    private final Build build;
    private final PrintStream out;

    Background(DataFolder folder, Build build, PrintStream out) {
        this.folder = folder;
        this.build = build;
        this.out = out;
    }

    /** Prints what the launcher prints until it is ready. @return 0 when it is, 1 when it has ended instead */
    int up(int port) {
        folder.prepare();
        if (folder.isRunning()) {
            State running = folder.state().orElseThrow();
            throw new LocalStackException("Fuda already runs on " + folder.path() + " at " + running.address()
                    + ". Use it, or end it with ./fuda down.");
        }
        Path log = folder.log("launcher");
        try {
            Files.deleteIfExists(log);
            Process launcher =
                    ServerProcess.launch(RunAs.apart(commandLine(port)), build.root(), log, java.util.Map.of());
            long shown = 0;
            while (launcher.isAlive() && !isReady(launcher.pid())) {
                shown = show(log, shown);
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            show(log, shown);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the launcher in the background", e);
        }
        return folder.state()
                        .filter(state -> state.phase() == State.Phase.READY)
                        .isPresent()
                ? 0
                : 1;
    }

    private boolean isReady(long launcher) {
        return folder.state()
                .filter(state -> state.launcher() == launcher && state.phase() == State.Phase.READY)
                .isPresent();
    }

    private long show(Path log, long from) throws IOException {
        if (!Files.exists(log)) {
            return from;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] fresh = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(fresh);
            out.print(new String(fresh, StandardCharsets.UTF_8));
            return from + fresh.length;
        }
    }

    private List<String> commandLine(int port) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        line.addAll(List.of("up", "--data", folder.path().toString(), "--port", String.valueOf(port)));
        return line;
    }
}
