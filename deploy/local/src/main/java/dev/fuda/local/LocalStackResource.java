package dev.fuda.local;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Real PostgreSQL and Redis for tests: {@code @WithTestResource(value = LocalStackResource.class, initArgs =
 * @ResourceArg(name = "service", value = "dataset"))}. The two servers start once per JVM in a folder below
 * {@code target/}, which is deleted with the JVM; every start of a test application gets an empty database of its own and
 * an empty Redis database of its own. The static methods let a test break the servers.
 */
public final class LocalStackResource implements QuarkusTestResourceLifecycleManager {

    private static final String PREFIX = "local-stack-";
    private static final int REDIS_DATABASES = 256;
    private static final AtomicInteger STARTS = new AtomicInteger();

    private static EmbeddedPostgres postgres;
    private static EmbeddedRedis redis;

    private String service = "kernel";

    @Override
    public void init(Map<String, String> initArgs) {
        service = initArgs.getOrDefault("service", service);
    }

    @Override
    public Map<String, String> start() {
        ensureRunning();
        int number = STARTS.getAndIncrement();
        DatabaseAccess database = postgres.ensureDatabase("fuda_" + service + "_" + number);
        return config(database, redis.url(number % REDIS_DATABASES));
    }

    private static Map<String, String> config(DatabaseAccess database, String redisUrl) {
        Map<String, String> config = new HashMap<>();
        config.put("fuda.db.host", database.host());
        config.put("fuda.db.port", String.valueOf(database.port()));
        config.put("fuda.db.name", database.name());
        config.put("fuda.db.user", database.user());
        config.put("fuda.db.password", database.password());
        config.put("fuda.redis.url", redisUrl);
        config.put("quarkus.datasource.reactive.url", database.reactiveUrl());
        config.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        config.put("quarkus.datasource.username", database.user());
        config.put("quarkus.datasource.password", database.password());
        config.put("quarkus.redis.hosts", redisUrl);
        config.put("quarkus.http.test-port", "0");
        return config;
    }

    /** Nothing: the servers serve the next test application, and end with the JVM. */
    @Override
    public void stop() {}

    /** A new empty database beside those of the running applications. */
    public static DatabaseAccess freshDatabase(String purpose) {
        ensureRunning();
        return postgres.ensureDatabase("fuda_" + purpose + "_" + STARTS.getAndIncrement());
    }

    /** The address of a Redis database that no application of this JVM uses. */
    public static String freshRedis() {
        ensureRunning();
        return redis.url(STARTS.getAndIncrement() % REDIS_DATABASES);
    }

    /** SIGKILL to PostgreSQL and all its processes. */
    public static void killPostgres() {
        postgres.kill();
    }

    /** Starts PostgreSQL again after {@link #killPostgres()}, on the same port and data. */
    public static void startPostgres() {
        postgres.start();
    }

    /** SIGKILL to Redis. */
    public static void killRedis() {
        redis.kill();
    }

    /** Starts Redis again after {@link #killRedis()}, on the same port and data. */
    public static void startRedis() {
        redis.start();
    }

    /** FLUSHALL: every stream, group and key is gone. */
    public static void flushRedis() {
        redis.flushAll();
    }

    private static synchronized void ensureRunning() {
        if (postgres != null) {
            return;
        }
        try {
            Path parent = parent();
            sweep(parent);
            Path folder = parent.resolve(PREFIX + ProcessHandle.current().pid());
            Files.createDirectories(folder);
            EmbeddedPostgres freshPostgres = new EmbeddedPostgres(folder, 0, Durability.PROCESS_KILL);
            EmbeddedRedis freshRedis = new EmbeddedRedis(folder, 0);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(freshPostgres, freshRedis, folder)));
            Thread other = Thread.ofPlatform().start(freshRedis::start);
            freshPostgres.start();
            other.join();
            redis = freshRedis.start();
            postgres = freshPostgres;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder of the test servers", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while the test servers started", e);
        }
    }

    /** {@code target/} of the module under test; the temporary folder where the servers' account cannot get there. */
    private static Path parent() throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        Path chosen = RunAs.current().reaches(target)
                ? target
                : Path.of(System.getProperty("java.io.tmpdir"), "fuda-tests-" + System.getProperty("user.name"));
        return Files.createDirectories(chosen);
    }

    /** Deletes what test JVMs that were killed have left; their watchdogs have ended the servers. */
    private static void sweep(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                String pid = folder.getFileName().toString().substring(PREFIX.length());
                if (pid.matches("\\d+") && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                    delete(folder);
                }
            }
        }
    }

    private static void end(EmbeddedPostgres postgres, EmbeddedRedis redis, Path folder) {
        postgres.kill();
        redis.kill();
        delete(folder);
    }

    private static void delete(Path folder) {
        try {
            BinaryCache.deleteTree(folder);
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(LocalStackResource.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "The folder of a test's servers could not be deleted: " + folder,
                            e);
        }
    }
}
