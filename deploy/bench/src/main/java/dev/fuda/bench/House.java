package dev.fuda.bench;

import dev.fuda.local.Build;
import dev.fuda.local.DatabaseAccess;
import dev.fuda.local.Durability;
import dev.fuda.local.EmbeddedPostgres;
import dev.fuda.local.EmbeddedRedis;
import dev.fuda.local.Ports;
import dev.fuda.local.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * PostgreSQL, Redis and the services that a benchmark needs, as they are shipped: the built jars with their JVM options
 * and durable settings, in a temporary folder that is deleted in the end.
 */
public final class House implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Build build;
    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final EmbeddedRedis redis;
    private final Map<Service, Integer> ports = new EnumMap<>(Service.class);
    private final List<Process> processes = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    /** The folder of the root pom. */
    public static Path root() {
        return Path.of(System.getProperty("fuda.root", ".")).toAbsolutePath().normalize();
    }

    public House(Path root) throws IOException {
        this.build = new Build(root);
        Path parent = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "fuda-bench"));
        this.folder = Files.createTempDirectory(parent, "house");
        folder.toFile().setExecutable(true, false);
        folder.toFile().setReadable(true, false);
        this.postgres = new EmbeddedPostgres(folder, 0, Durability.POWER_LOSS);
        this.redis = new EmbeddedRedis(folder, 0);
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        postgres.start();
        redis.start();
    }

    /** A database, made when it is not there. */
    public DatabaseAccess database(String name) {
        return postgres.ensureDatabase(name);
    }

    /**
     * Starts a service and returns when it is ready.
     *
     * @param settings environment on top of what the service needs
     */
    public void start(Service service, Map<String, String> settings) throws IOException, InterruptedException {
        int port = Ports.free();
        ports.put(service, port);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(service.jvmOptions());
        command.addAll(List.of("-jar", build.runner(service).toString()));
        Path log = folder.resolve(service.label() + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment(service, port));
        builder.environment().putAll(settings);
        Process process = builder.start();
        processes.add(process);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(service)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException(
                        "The " + service.label() + " service did not become ready:\n" + Files.readString(log));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private Map<String, String> environment(Service service, int port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("FUDA_HTTP_PORT", String.valueOf(port));
        environment.put("FUDA_REDIS_URL", redis.url(0));
        environment.put("FUDA_DATA", folder.toString());
        if (service.hasDatabase()) {
            DatabaseAccess database = database(service.databaseName());
            environment.put("FUDA_DB_HOST", database.host());
            environment.put("FUDA_DB_PORT", String.valueOf(database.port()));
            environment.put("FUDA_DB_NAME", database.name());
            environment.put("FUDA_DB_USER", database.user());
            environment.put("FUDA_DB_PASSWORD", database.password());
        }
        ports.forEach((other, at) -> environment.put("FUDA_" + other.name() + "_URL", "http://127.0.0.1:" + at));
        return environment;
    }

    private boolean isReady(Service service) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address(service, "/q/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Where a service that was started answers. */
    public URI address(Service service, String path) {
        return URI.create("http://127.0.0.1:" + ports.get(service) + path);
    }

    @Override
    public void close() {
        end();
    }

    private synchronized void end() {
        processes.forEach(Process::destroyForcibly);
        processes.clear();
        postgres.kill();
        redis.kill();
        delete(folder);
    }

    /** Removes what a benchmark made, as far as it can be removed. */
    public static void delete(Path folder) {
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println("The folder of the benchmark could not be deleted: " + folder);
        }
    }
}
