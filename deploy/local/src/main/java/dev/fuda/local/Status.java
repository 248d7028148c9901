package dev.fuda.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code status}: each part with its state, port, process and memory. */
final class Status {

    private final DataFolder folder;
    private final PrintStream out;

    Status(DataFolder folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /** @return 0 when all parts answer, 1 when one does not, 3 when nothing runs (as system services answer) */
    int run() {
        if (!folder.isRunning()) {
            out.println("Fuda does not run on " + folder.path() + ". Start it: ./fuda up");
            return 3;
        }
        State state = folder.state().orElseThrow();
        List<String> names = new ArrayList<>(List.of("postgres", "redis"));
        for (Service service : Service.values()) {
            names.add(service.label());
        }
        boolean allReady = true;
        long kilobytes = memory("launcher", state.launcher());
        for (String name : names) {
            Optional<Long> pid = state.pid(name);
            if (pid.isEmpty() && Service.labelled(name).isEmpty()) {
                out.println(row(name, "outside", "", "", ""));
                continue;
            }
            boolean ready = pid.flatMap(ProcessHandle::of).isPresent() && answers(name, state);
            allReady &= ready;
            long used = pid.map(number -> memory(name, number)).orElse(0L);
            kilobytes += used;
            out.println(row(
                    name,
                    ready ? "ready" : pid.isPresent() ? "not ready" : "not started",
                    state.port(name).map(port -> "port " + port).orElse(""),
                    pid.map(number -> "process " + number).orElse(""),
                    (used >> 10) + " MB"));
        }
        out.println((allReady ? "All of it is ready at " : "Not all of it is ready; ") + state.address() + ", "
                + (kilobytes >> 10) + " MB of memory together, data in " + folder.path());
        return allReady ? 0 : 1;
    }

    private static boolean answers(String name, State state) {
        return Service.labelled(name).isEmpty()
                || Readiness.ready(state.port(name).map(Long::intValue).orElse(0));
    }

    private static String row(String name, String readiness, String port, String process, String memory) {
        return String.format(Locale.ROOT, "  %-11s %-12s %-11s %-16s %s", name, readiness, port, process, memory)
                .stripTrailing();
    }

    /** Resident memory in kilobytes of a process and, for PostgreSQL, of its private share of those it has forked. */
    private static long memory(String name, long pid) {
        long own = resident(pid);
        if (!name.equals("postgres")) {
            return own;
        }
        return own
                + ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::children)
                        .mapToLong(child -> unshared(child.pid()))
                        .sum();
    }

    private static long resident(long pid) {
        return field(pid, "VmRSS:").orElse(0L);
    }

    /** What a forked process has for itself: its shared buffers are already counted with its parent. */
    private static long unshared(long pid) {
        return field(pid, "RssAnon:").orElse(0L);
    }

    private static Optional<Long> field(long pid, String label) {
        Path file = Path.of("/proc", String.valueOf(pid), "status");
        try {
            if (Files.exists(file)) {
                return Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith(label))
                        .map(line -> Long.valueOf(line.replaceAll("\\D", "")))
                        .findFirst();
            }
            return label.equals("VmRSS:") ? askPs(pid) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** For systems without /proc. */
    private static Optional<Long> askPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
        try (var in = ps.inputReader()) {
            return Optional.ofNullable(in.readLine())
                    .map(String::strip)
                    .filter(text -> text.matches("\\d+"))
                    .map(Long::valueOf);
        }
    }
}
