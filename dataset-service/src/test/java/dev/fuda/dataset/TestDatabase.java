package dev.fuda.dataset;

import dev.fuda.local.DatabaseAccess;
import dev.fuda.local.LocalStackResource;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import org.flywaydb.core.Flyway;

/** The service's schema in a real PostgreSQL, for tests that need the database and nothing else. */
public final class TestDatabase implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    // A process that is killed could not remove the folder in which Vert.x keeps files of the class path.
    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setFileSystemOptions(
                    new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false)));
    private final Address address;
    private final Pool pool;

    /** Where a database is, for another process. */
    public record Address(String uri, String user, String password) {}

    /** A new database with the service's tables. */
    public TestDatabase() {
        this(migrated());
    }

    /** A database that another process made. */
    public TestDatabase(Address address) {
        this.address = address;
        this.pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(PgConnectOptions.fromUri(address.uri())
                        .setUser(address.user())
                        .setPassword(address.password()))
                .using(vertx)
                .build();
    }

    private static Address migrated() {
        new LocalStackResource().start();
        DatabaseAccess access = LocalStackResource.freshDatabase("dataset");
        Flyway.configure()
                .dataSource(access.jdbcUrl(), access.user(), access.password())
                .locations("db/kernel", "db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        return new Address(access.reactiveUrl().replaceFirst("^vertx-reactive:", ""), access.user(), access.password());
    }

    public Address address() {
        return address;
    }

    public Pool pool() {
        return pool;
    }

    public RowSet<Row> run(String sql, Object... parameters) {
        return pool.preparedQuery(sql)
                .execute(parameters.length == 0 ? Tuple.tuple() : Tuple.from(parameters))
                .await()
                .atMost(PATIENCE);
    }

    @Override
    public void close() {
        pool.close().await().atMost(PATIENCE);
        vertx.close().await().atMost(PATIENCE);
    }
}
