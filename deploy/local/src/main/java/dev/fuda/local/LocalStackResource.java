package dev.fuda.local;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Real PostgreSQL and Redis for tests: {@code @WithTestResource(value = LocalStackResource.class, initArgs =
 * @ResourceArg(name = "service", value = "dataset"))}. The two servers start once per JVM in a folder below
 * {@code target/}, which is deleted with the JVM; every start of a test application gets an empty database of its own and
 * an empty Redis database of its own. The static methods let a test break the servers.
 */
public final class LocalStackResource implements QuarkusTestResourceLifecycleManager {

    private String service = "kernel";

    @Override
    public void init(Map<String, String> initArgs) {
        service = initArgs.getOrDefault("service", service);
    }

    @Override
    public Map<String, String> start() {
        TestServers.ask("start");
        return config(freshDatabase(service), freshRedis());
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
        String[] made = TestServers.ask("database " + purpose).split(" ");
        return new DatabaseAccess("127.0.0.1", Integer.parseInt(made[0]), made[1], made[1], made[2]);
    }

    /** The address of a Redis database that no application of this JVM uses. */
    public static String freshRedis() {
        return TestServers.ask("redis");
    }

    /** SIGKILL to PostgreSQL and all its processes. */
    public static void killPostgres() {
        TestServers.ask("kill-postgres");
    }

    /** Starts PostgreSQL again after {@link #killPostgres()}, on the same port and data. */
    public static void startPostgres() {
        TestServers.ask("start-postgres");
    }

    /** SIGKILL to Redis. */
    public static void killRedis() {
        TestServers.ask("kill-redis");
    }

    /** Starts Redis again after {@link #killRedis()}, on the same port and data. */
    public static void startRedis() {
        TestServers.ask("start-redis");
    }

    /** FLUSHALL: every stream, group and key is gone. */
    public static void flushRedis() {
        TestServers.ask("flush-redis");
    }
}
