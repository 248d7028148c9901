package dev.fuda.local;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** Makes roles and databases on a PostgreSQL server, as its superuser (or a role that may create both). */
public final class PostgresAdmin {

    private static final List<String> EXTENSIONS = List.of("pg_trgm", "intarray");

    private final DatabaseAccess admin;

    public PostgresAdmin(DatabaseAccess admin) {
        this.admin = admin;
    }

    /** @param url {@code postgresql://user:password@host:port/database}, as in {@code FUDA_POSTGRES_URL} */
    public static PostgresAdmin of(String url) {
        URI uri = URI.create(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
        String[] who = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        if (uri.getHost() == null || who.length < 2) {
            throw new LocalStackException(
                    "FUDA_POSTGRES_URL must look like postgresql://admin:password@host:5432/postgres.");
        }
        String path = uri.getPath() == null || uri.getPath().length() < 2
                ? "postgres"
                : uri.getPath().substring(1);
        return new PostgresAdmin(new DatabaseAccess(
                uri.getHost(), uri.getPort() < 0 ? 5432 : uri.getPort(), path, decode(who[0]), decode(who[1])));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Who it is and where, without the password. */
    @Override
    public String toString() {
        return admin.toString();
    }

    /**
     * A role and a database of its own, both called {@code name}, with the extensions the services use; what exists is
     * kept, but for the password, which is set.
     */
    public DatabaseAccess ensureDatabase(String name, String password) {
        try (Connection connection = connect(admin.name());
                Statement statement = connection.createStatement()) {
            String role = quoted(name);
            String verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name) ? "ALTER" : "CREATE";
            statement.execute(verb + " ROLE " + role + " LOGIN PASSWORD '" + password.replace("'", "''") + "'");
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                // An administrator that is no superuser must be a member of the role to give it a database.
                statement.execute("GRANT " + role + " TO CURRENT_USER");
                statement.execute("CREATE DATABASE " + role + " OWNER " + role + " TEMPLATE template0 ENCODING 'UTF8'");
                statement.execute("REVOKE CONNECT ON DATABASE " + role + " FROM PUBLIC");
            }
        } catch (SQLException e) {
            throw new LocalStackException(
                    "Cannot make the database " + name + " on " + admin + ": " + e.getMessage(), e);
        }
        try (Connection connection = connect(name);
                Statement statement = connection.createStatement()) {
            for (String extension : EXTENSIONS) {
                statement.execute("CREATE EXTENSION IF NOT EXISTS " + extension);
            }
        } catch (SQLException e) {
            throw new LocalStackException(
                    "Cannot add the extensions " + EXTENSIONS + " to the database " + name + ": " + e.getMessage(), e);
        }
        return new DatabaseAccess(admin.host(), admin.port(), name, name, password);
    }

    /** The server's version, for example {@code 18.6}. @throws LocalStackException when it does not let the administrator in */
    public String version() {
        try (Connection connection = connect(admin.name())) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new LocalStackException("PostgreSQL at " + admin + " does not answer: " + e.getMessage(), e);
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", admin.user());
        properties.setProperty("password", admin.password());
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("ApplicationName", "fuda-local");
        String url = new DatabaseAccess(admin.host(), admin.port(), database, "", "").jdbcUrl();
        // Not through DriverManager, which finds drivers by the class loader of whoever calls.
        return new org.postgresql.Driver().connect(url, properties);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
