package dev.fuda.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * PostgreSQL and Redis of a stack: its own on the data folder, or those that {@code FUDA_POSTGRES_URL} and
 * {@code FUDA_REDIS_URL} name.
 */
final class DatabaseServers {

    private final DataFolder folder;
    private final Map<String, String> environment;
    private final Durability durability;
    private final Map<Service, DatabaseAccess> databases = new EnumMap<>(Service.class);
    private EmbeddedPostgres postgres;
    private EmbeddedRedis redis;

    DatabaseServers(DataFolder folder, Map<String, String> environment, Durability durability) {
        this.folder = folder;
        this.environment = environment;
        this.durability = durability;
    }

    /** The servers that this stack runs itself, and so has to start, watch and stop. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        if (environment.get("FUDA_POSTGRES_URL") == null) {
            parts.add(new PostgresPart());
        }
        if (environment.get("FUDA_REDIS_URL") == null) {
            parts.add(new RedisPart());
        }
        return parts;
    }

    /** Makes roles and databases where they are missing; PostgreSQL must be running. */
    void prepareDatabases() {
        String url = environment.get("FUDA_POSTGRES_URL");
        PostgresAdmin admin = url == null ? postgres.admin() : PostgresAdmin.of(url);
        Path made = folder.path().resolve("postgres/fuda-databases.made");
        for (Service service : Service.values()) {
            if (service.hasDatabase()) {
                String name = service.databaseName();
                databases.put(
                        service,
                        url == null && made.toFile().exists()
                                ? postgres.access(name)
                                : admin.ensureDatabase(name, folder.secrets().get(name)));
            }
        }
        if (url == null) {
            folder.mark(made);
        }
    }

    /** What {@code service} needs to find its database and Redis. */
    Map<String, String> environmentOf(Service service) {
        String redisUrl = environment.get("FUDA_REDIS_URL");
        Map<String, String> result = new java.util.TreeMap<>();
        result.put("FUDA_REDIS_URL", redisUrl == null ? redis.url(0) : redisUrl);
        DatabaseAccess database = databases.get(service);
        if (database != null) {
            result.put("FUDA_DB_HOST", database.host());
            result.put("FUDA_DB_PORT", String.valueOf(database.port()));
            result.put("FUDA_DB_NAME", database.name());
            result.put("FUDA_DB_USER", database.user());
            result.put("FUDA_DB_PASSWORD", database.password());
        }
        return result;
    }

    private final class PostgresPart implements Part {

        @Override
        public String name() {
            return "postgres";
        }

        @Override
        public void start() {
            if (postgres == null) {
                postgres = new EmbeddedPostgres(folder.path(), 0, durability);
            }
            postgres.start();
        }

        @Override
        public boolean isAlive() {
            return postgres != null && postgres.isRunning();
        }

        @Override
        public void stop() {
            if (postgres != null) {
                postgres.stop();
            }
        }

        @Override
        public Optional<Long> pid() {
            return postgres == null ? Optional.empty() : postgres.pid();
        }

        @Override
        public int port() {
            return postgres == null ? 0 : postgres.port();
        }

        @Override
        public String log() {
            return folder.log(name()).toString();
        }
    }

    private final class RedisPart implements Part {

        @Override
        public String name() {
            return "redis";
        }

        @Override
        public void start() {
            if (redis == null) {
                redis = new EmbeddedRedis(folder.path(), 0);
            }
            redis.start();
        }

        @Override
        public boolean isAlive() {
            return redis != null && redis.isRunning();
        }

        @Override
        public void stop() {
            if (redis != null) {
                redis.stop();
            }
        }

        @Override
        public Optional<Long> pid() {
            return redis == null ? Optional.empty() : redis.pid();
        }

        @Override
        public int port() {
            return redis == null ? 0 : redis.port();
        }

        @Override
        public String log() {
            return folder.log(name()).toString();
        }
    }
}
