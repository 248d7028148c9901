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
import java.util.concurrent.locks.LockSupport;

/**
 * PostgreSQL 18 of one data folder, run as a child process on the loopback address with password sign-in. The data
 * outlive SIGKILL of the server and of this JVM; the next {@link #start()} takes over from what is left.
 *
 * <p>Below the given folder: {@code postgres} (the data, owned by the account of {@link RunAs}), {@code secrets},
 * {@code logs/postgres.log}, {@code ports.properties}.
 */
public final class EmbeddedPostgres {

    private static final String ADMIN = "postgres";
    private static final Duration START_PATIENCE = Duration.ofSeconds(120);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final Path folder;
    private final Path data;
    private final Path log;
    private final Durability durability;
    private final RunAs runAs = RunAs.current();
    private final Secrets secrets;
    private final int port;
    private final Path installation;
    private ServerProcess server;

    /** @param port the TCP port, or 0 for the one remembered by the folder (chosen free at first) */
    public EmbeddedPostgres(Path folder, int port, Durability durability) {
        this.folder = folder.toAbsolutePath().normalize();
        this.data = this.folder.resolve("postgres");
        this.log = this.folder.resolve("logs/postgres.log");
        this.durability = durability;
        this.secrets = new Secrets(this.folder.resolve("secrets"));
        runAs.reach(this.folder);
        endLeftover();
        this.port = port == 0 ? Ports.remembered(this.folder.resolve("ports.properties"), "postgres") : port;
        this.installation = BinaryCache.standard(runAs).postgres(Platform.current());
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

    /** The administrator's way in. */
    public PostgresAdmin admin() {
        return new PostgresAdmin(new DatabaseAccess("127.0.0.1", port, ADMIN, ADMIN, secrets.get("postgres-admin")));
    }

    /** See {@link PostgresAdmin#ensureDatabase}; the password is drawn once per folder. */
    public DatabaseAccess ensureDatabase(String name) {
        return admin().ensureDatabase(name, secrets.get(name));
    }

    /** The way into a database that {@link #ensureDatabase} made before. */
    public DatabaseAccess access(String name) {
        return new DatabaseAccess("127.0.0.1", port, name, name, secrets.get(name));
    }

    /** Makes the data at the first start, and returns when connections are accepted (after crash recovery if need be). */
    public synchronized EmbeddedPostgres start() {
        if (isRunning()) {
            return this;
        }
        try {
            Files.createDirectories(log.getParent());
            endLeftover();
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialise();
            }
            refusePort();
            Optional<String> stale = lockFile();
            Process process = ServerProcess.launch(
                    runAs.wrap(commandLine()), data, log, Map.of("LC_ALL", "C", "TZ", "UTC", "PGTZ", "UTC"));
            long pid = awaitReady(process, stale.map(EmbeddedPostgres::identity).orElse(""));
            server = ServerProcess.watched(process, pid, "INT");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start PostgreSQL in " + folder, e);
        }
        return this;
    }

    /** Ends PostgreSQL orderly: open transactions are rolled back, the rest is written out. */
    public synchronized void stop() {
        if (server != null) {
            server.stop("INT", STOP_PATIENCE);
            server = null;
        }
    }

    /** SIGKILL to the server and all its processes: what a crash looks like. */
    public synchronized void kill() {
        if (server != null) {
            server.kill();
            server = null;
        }
    }

    private void refusePort() {
        if (!Ports.isFree(port)) {
            throw new LocalStackException(
                    "Port " + port + " for PostgreSQL is taken by another program. Stop that, or delete "
                            + folder.resolve("ports.properties") + " to have another chosen.");
        }
    }

    private void endLeftover() {
        lockFile()
                .map(text -> text.lines().findFirst().orElse(""))
                .filter(pid -> pid.matches("\\d+"))
                .ifPresent(pid -> {
                    long leftover = Long.parseLong(pid);
                    ServerProcess.endLeftover(leftover, data.toString(), "INT");
                    boolean taken = ProcessHandle.of(leftover)
                            .filter(handle -> !ServerProcess.commandOf(handle).contains("postgres"))
                            .isPresent();
                    if (taken) {
                        // After a crash the number may belong to a program that is not PostgreSQL at all, which would
                        // stop it from starting.
                        try {
                            Files.deleteIfExists(data.resolve("postmaster.pid"));
                        } catch (IOException e) {
                            throw new UncheckedIOException("Cannot delete the stale lock file in " + data, e);
                        }
                    }
                });
    }

    /** What is in {@code postmaster.pid}: process id, data folder, start time, port, …, and in line 8 the state. */
    private Optional<String> lockFile() {
        try {
            Path file = data.resolve("postmaster.pid");
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String identity(String lockFile) {
        return String.join("/", lockFile.lines().limit(3).toList());
    }

    private long awaitReady(Process process, String stale) {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            List<String> lines = lockFile().filter(text -> !identity(text).equals(stale)).stream()
                    .flatMap(String::lines)
                    .toList();
            if (lines.size() >= 8 && lines.get(7).strip().equals("ready")) {
                return Long.parseLong(lines.getFirst().strip());
            }
            if (!process.isAlive()) {
                break;
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        process.destroy();
        throw new LocalStackException(
                "PostgreSQL did not start: " + ServerProcess.lastLines(log, 3) + " (all of it in " + log + ")");
    }

    private void initialise() throws IOException {
        BinaryCache.deleteTree(data);
        runAs.privateFolder(data);
        Path password = Files.createTempFile(folder, ".admin", "");
        try {
            Files.writeString(password, secrets.get("postgres-admin"));
            runAs.own(password);
            // Case and word rules of Unicode with the order of code points. The second line is for systems without
            // C.UTF-8.
            if (initdb(password, "C.UTF-8") != 0) {
                BinaryCache.deleteTree(data);
                runAs.privateFolder(data);
                if (initdb(password, "C") != 0) {
                    BinaryCache.deleteTree(data);
                    throw new LocalStackException(
                            "PostgreSQL could not make its data folder: " + ServerProcess.lastLines(log, 3));
                }
            }
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private int initdb(Path passwordFile, String characterTypes) {
        List<String> line = new ArrayList<>(List.of(
                installation.resolve("bin/initdb").toString(),
                "--pgdata=" + data,
                "--username=" + ADMIN,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--lc-ctype=" + characterTypes,
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
        if (durability == Durability.PROCESS_KILL) {
            line.add("--no-sync");
        }
        try {
            return ServerProcess.launch(runAs.wrap(line), data, log, Map.of()).waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while PostgreSQL made its data folder", e);
        }
    }

    private List<String> commandLine() {
        List<String> line =
                new ArrayList<>(List.of(installation.resolve("bin/postgres").toString(), "-D", data.toString()));
        settings().forEach((name, value) -> {
            line.add("-c");
            line.add(name + "=" + value);
        });
        return line;
    }

    private Map<String, String> settings() {
        boolean durable = durability == Durability.POWER_LOSS;
        return Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("port", String.valueOf(port)),
                Map.entry("unix_socket_directories", ""),
                Map.entry("max_connections", "120"),
                Map.entry("shared_buffers", "64MB"),
                Map.entry("work_mem", "8MB"),
                Map.entry("effective_cache_size", "512MB"),
                Map.entry("max_wal_size", "512MB"),
                Map.entry("random_page_cost", "1.1"),
                Map.entry("jit", "off"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("fsync", durable ? "on" : "off"),
                Map.entry("full_page_writes", durable ? "on" : "off"),
                // Not minimal: after a crash, identity columns would give out ids again that rows already have.
                Map.entry("wal_level", "replica"),
                Map.entry("max_wal_senders", "0"),
                Map.entry("io_method", "sync"),
                Map.entry("autovacuum_max_workers", "2"),
                Map.entry("password_encryption", "scram-sha-256"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"));
    }
}
