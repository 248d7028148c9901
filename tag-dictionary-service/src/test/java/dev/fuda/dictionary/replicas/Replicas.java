package dev.fuda.dictionary.replicas;

import dev.fuda.local.DatabaseAccess;
import dev.fuda.local.LocalStackResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;

/** Two instances on one PostgreSQL, one Redis and one data folder, for all tests of a JVM. */
final class Replicas {

    private static Replicas both;

    private final Path folder;
    private final DatabaseAccess database = LocalStackResource.freshDatabase("replicas");
    private final String redis = LocalStackResource.freshRedis();
    private final Instance a;
    private final Instance b;

    private Replicas(Path folder) throws IOException {
        this.folder = folder;
        a = instance("replica-a", database.port());
        b = instance("replica-b", database.port());
        // At once, so that they also meet in an empty database.
        a.start();
        b.start();
    }

    /** Started when they are first asked for, and both ready. */
    static synchronized Replicas ready() {
        try {
            if (both == null) {
                LocalStackResource.startPostgres();
                LocalStackResource.startRedis();
                both = new Replicas(emptied(Path.of("target/replicas").toAbsolutePath()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The instances can't be started", e);
        }
        both.a.awaitReady();
        both.b.awaitReady();
        return both;
    }

    /** Of what former tests left there, to be looked at. */
    private static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) left.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(each);
            }
        }
        return Files.createDirectories(folder);
    }

    Instance a() {
        return a;
    }

    Instance b() {
        return b;
    }

    int databasePort() {
        return database.port();
    }

    /** One more, which finds PostgreSQL elsewhere; not started. */
    Instance instance(String name, int databasePort) throws IOException {
        return new Instance(name, database, databasePort, redis, folder);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    /** What a query answers with its only value; empty without a row. */
    String text(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    /** Ends all connections of an instance; how many there were. */
    long endConnections(String name) throws SQLException {
        return number("select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = '" + name
                + "'");
    }
}
