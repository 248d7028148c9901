package dev.fuda.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Redis 7 of one data folder, run as a child process on the loopback address with a password and an append-only file.
 * The bundled program is used where it runs, else {@code redis-server} from the PATH.
 *
 * <p>Below the given folder: {@code redis} (data and settings), {@code secrets}, {@code logs/redis.log},
 * {@code ports.properties}.
 */
public final class EmbeddedRedis {

    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

    private final Path folder;
    private final Path data;
    private final Path log;
    private final RunAs runAs = RunAs.current();
    private final Secrets secrets;
    private final int port;
    private ServerProcess server;

    /** @param port the TCP port, or 0 for the one remembered by the folder (chosen free at first) */
    public EmbeddedRedis(Path folder, int port) {
        this.folder = folder.toAbsolutePath().normalize();
        this.data = this.folder.resolve("redis");
        this.log = this.folder.resolve("logs/redis.log");
        this.secrets = new Secrets(this.folder.resolve("secrets"));
        runAs.reach(this.folder);
        endLeftover();
        this.port = port == 0 ? Ports.remembered(this.folder.resolve("ports.properties"), "redis") : port;
    }

    public int port() {
        return port;
    }

    public Path log() {
        return log;
    }

    public synchronized boolean isRunning() {
        return server != null && server.isAlive();
    }

    /** The server's process id while it runs. */
    public synchronized Optional<Long> pid() {
        return isRunning() ? Optional.of(server.pid()) : Optional.empty();
    }

    /** {@code redis://:password@127.0.0.1:port/database}; @param database 0–255, each with keys of its own */
    public String url(int database) {
        return "redis://:" + secrets.get("redis") + "@127.0.0.1:" + port + "/" + database;
    }

    /** Returns when commands are answered, which is after the append-only file has been read. */
    public synchronized EmbeddedRedis start() {
        if (isRunning()) {
            return this;
        }
        try {
            Files.createDirectories(log.getParent());
            endLeftover();
            if (!Ports.isFree(port)) {
                throw new LocalStackException(
                        "Port " + port + " for Redis is taken by another program. Stop that, or delete "
                                + folder.resolve("ports.properties") + " to have another chosen.");
            }
            if (!Files.isDirectory(data)) {
                runAs.privateFolder(data);
            }
            Path settings = writeSettings();
            Process process = ServerProcess.launch(
                    runAs.wrap(List.of(program(runAs).toString(), settings.toString())), data, log, Map.of());
            server = ServerProcess.watched(process, awaitReady(process), "TERM");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start Redis in " + folder, e);
        }
        return this;
    }

    /** Ends Redis orderly, with everything written to the append-only file. */
    public synchronized void stop() {
        if (server != null) {
            server.stop("TERM", STOP_PATIENCE);
            server = null;
        }
    }

    /** SIGKILL: what a crash looks like. */
    public synchronized void kill() {
        if (server != null) {
            server.kill();
            server = null;
        }
    }

    /** Empties every database of the server. */
    public void flushAll() {
        try {
            String answer = RedisWire.ask(port, secrets.get("redis"), "FLUSHALL");
            if (!answer.equals("+OK")) {
                throw new LocalStackException("Redis did not flush: " + answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Redis on port " + port + " does not answer", e);
        }
    }

    /** The bundled program, or the one on the PATH where that does not run. */
    static Path program(RunAs runAs) {
        Path bundled = BinaryCache.standard(runAs).redis(Platform.current());
        if (Executables.firstLine(bundled, "--version").isPresent()) {
            return bundled;
        }
        return Executables.find("redis-server")
                .orElseThrow(() -> new LocalStackException("The bundled Redis does not run on this system. Install"
                        + " redis-server (7.0 or newer), or set FUDA_REDIS_URL to a server you run."));
    }

    /** The settings go through a private file, since a command line with the password could be read by everybody. */
    private Path writeSettings() throws IOException {
        Path file = data.resolve("redis.conf");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, """
                bind 127.0.0.1
                port %d
                requirepass %s
                dir "%s"
                pidfile "%s"
                daemonize no
                databases 256
                appendonly yes
                appendfsync everysec
                aof-load-truncated yes
                save ""
                maxmemory-policy noeviction
                """.formatted(port, secrets.get("redis"), data, pidFile()));
        runAs.own(file);
        return file;
    }

    private Path pidFile() {
        return data.resolve("redis.pid");
    }

    private Optional<Long> writtenPid() {
        try {
            return Files.exists(pidFile())
                    ? Optional.of(Files.readString(pidFile()).strip())
                            .filter(text -> text.matches("\\d+"))
                            .map(Long::valueOf)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void endLeftover() {
        writtenPid().ifPresent(pid -> ServerProcess.endLeftover(pid, "redis-server", "TERM"));
    }

    private long awaitReady(Process process) {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        String answer = "no answer";
        while (System.nanoTime() < deadline && process.isAlive()) {
            try {
                answer = RedisWire.ask(port, secrets.get("redis"), "PING");
                if (answer.equals("+PONG")) {
                    return writtenPid().orElse(process.pid());
                }
            } catch (IOException e) {
                answer = e.getMessage();
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        process.destroy();
        throw new LocalStackException("Redis did not start (" + answer + "): " + ServerProcess.lastLines(log, 3)
                + " (all of it in " + log + ")");
    }
}
