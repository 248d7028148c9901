package dev.fuda.bench.dictionary;

import dev.fuda.bench.House;
import dev.fuda.dictionary.suggest.Spelling;
import dev.fuda.dictionary.suggest.TagEntry;
import dev.fuda.local.DatabaseAccess;
import dev.fuda.local.Durability;
import dev.fuda.local.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The peer: PostgreSQL with every name, alias and translation as a row, a prefix index and a trigram index over their keys. */
final class PostgresTags implements AutoCloseable {

    private static final int BATCH = 5_000;

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final Connection connection;
    private final PreparedStatement prefix;
    private final PreparedStatement inside;
    private final PreparedStatement similar;

    PostgresTags(Path folder, List<TagEntry> tags) throws SQLException, IOException {
        this.folder = folder;
        this.postgres = new EmbeddedPostgres(Files.createDirectories(folder), 0, Durability.PROCESS_KILL).start();
        DatabaseAccess database = postgres.ensureDatabase("fuda_dictionary");
        this.connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        fill(tags);
        this.prefix = best("key like ?");
        this.inside = best("key like ?");
        this.similar = connection.prepareStatement(
                "select tag from text where key % ? order by similarity(key, ?) desc, count desc, tag limit 20");
    }

    private PreparedStatement best(String where) throws SQLException {
        return connection.prepareStatement("select tag from text where " + where
                + " group by tag, count order by count desc, tag collate \"C\" limit 20");
    }

    private void fill(List<TagEntry> tags) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table text (key text not null, tag text not null, count integer not null)");
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into text select * from unnest(?::text[], ?::text[], ?::integer[])")) {
                List<Object[]> rows = new ArrayList<>();
                for (TagEntry tag : tags) {
                    rows.add(new Object[] {key(tag.name()), tag.name(), tag.count()});
                    tag.aliases().forEach(alias -> rows.add(new Object[] {key(alias), tag.name(), tag.count()}));
                    tag.translations().forEach(each -> rows.add(new Object[] {key(each), tag.name(), tag.count()}));
                    if (rows.size() >= BATCH) {
                        insert(insert, rows);
                    }
                }
                insert(insert, rows);
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("set maintenance_work_mem = '512MB'");
            statement.execute("create index on text (key text_pattern_ops, count desc)");
            statement.execute("create index on text (count desc)");
            statement.execute("create index on text using gin (key gin_trgm_ops)");
            statement.execute("vacuum analyze text");
        }
    }

    private void insert(PreparedStatement insert, List<Object[]> rows) throws SQLException {
        for (int column = 0; column < 3; column++) {
            int at = column;
            insert.setArray(
                    column + 1,
                    connection.createArrayOf(
                            column < 2 ? "text" : "integer",
                            rows.stream().map(row -> row[at]).toArray()));
        }
        insert.executeUpdate();
        rows.clear();
    }

    private static String key(String text) {
        return new String(Spelling.key(text), StandardCharsets.UTF_8);
    }

    private static String literal(String key) {
        return key.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    List<String> prefix(String typed) throws SQLException {
        prefix.setString(1, literal(key(typed)) + "%");
        return names(prefix);
    }

    List<String> inside(String typed) throws SQLException {
        inside.setString(1, "%" + literal(key(typed)) + "%");
        return names(inside);
    }

    List<String> similar(String typed) throws SQLException {
        similar.setString(1, key(typed));
        similar.setString(2, key(typed));
        return names(similar);
    }

    private static List<String> names(PreparedStatement query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        postgres.stop();
        House.delete(folder);
    }
}
