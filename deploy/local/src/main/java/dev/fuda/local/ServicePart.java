package dev.fuda.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A service as a child JVM of the launcher. */
final class ServicePart implements Part {

    private static final Duration START_PATIENCE = Duration.ofSeconds(120);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final Service service;
    private final Build build;
    private final int port;
    private final Path log;
    private final Supplier<Map<String, String>> environment;
    private final AotUse aot;
    private volatile ServerProcess process;
    private volatile boolean stopped;

    /** Whether the JVM reads its AOT cache, or writes one when it ends. */
    enum AotUse {
        READ,
        RECORD
    }

    /** @param environment asked at each start, when the servers it tells of are up */
    ServicePart(
            Service service, Build build, int port, Path log, Supplier<Map<String, String>> environment, AotUse aot) {
        this.service = service;
        this.build = build;
        this.port = port;
        this.log = log;
        this.environment = environment;
        this.aot = aot;
    }

    @Override
    public String name() {
        return service.label();
    }

    @Override
    public void start() {
        if (isAlive() || stopped) {
            return;
        }
        if (!Ports.isFree(port)) {
            throw new LocalStackException("Port " + port + " for " + name() + " is taken by another program. "
                    + (service == Service.GATEWAY
                            ? "Choose another: ./fuda up --port " + Ports.free()
                            : "Stop that program and start Fuda again."));
        }
        LogFiles.rotate(log);
        Process child = ServerProcess.launch(RunAs.apart(commandLine()), build.root(), log, environment.get());
        ServerProcess started = ServerProcess.watched(child, child.pid(), "TERM");
        process = started;
        awaitReady(started);
    }

    private void awaitReady(ServerProcess process) {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!Readiness.ready(port)) {
            if (!process.isAlive()) {
                process.stop("TERM", STOP_PATIENCE);
                throw new LocalStackException("The " + name() + " service ended while it started: "
                        + LogFiles.reason(log) + " (all of it in " + log + ")");
            }
            if (System.nanoTime() > deadline) {
                process.stop("TERM", STOP_PATIENCE);
                throw new LocalStackException("The " + name() + " service was not ready after "
                        + START_PATIENCE.toSeconds() + " s: " + LogFiles.reason(log) + " (all of it in " + log + ")");
            }
            LockSupport.parkNanos(Duration.ofMillis(40).toNanos());
        }
    }

    private List<String> commandLine() {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(service.jvmOptions());
        Path cache = build.aotCache(service);
        switch (aot) {
            case READ -> {
                if (Files.exists(cache)) {
                    line.add("-XX:AOTCache=" + cache);
                    // A cache that does not fit is no news to anybody: the service starts as it would without.
                    line.add("-Xlog:disable");
                }
            }
            case RECORD -> {
                line.add("-XX:AOTCacheOutput=" + cache);
                line.add("-Xlog:disable");
            }
        }
        line.add("-jar");
        line.add(build.runner(service).toString());
        return line;
    }

    @Override
    public boolean isAlive() {
        ServerProcess now = process;
        return now != null && now.isAlive();
    }

    @Override
    public void stop() {
        // Also while it is still starting: a person who presses Ctrl-C does not wait for that.
        stopped = true;
        ServerProcess now = process;
        if (now != null) {
            // Writing an AOT cache at the end takes longer than ending.
            now.stop("TERM", aot == AotUse.RECORD ? START_PATIENCE : STOP_PATIENCE);
        }
    }

    @Override
    public Optional<Long> pid() {
        return Optional.ofNullable(process).map(ServerProcess::pid);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String log() {
        return log.toString();
    }
}
