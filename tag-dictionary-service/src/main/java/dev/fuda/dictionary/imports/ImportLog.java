package dev.fuda.dictionary.imports;

import dev.fuda.dictionary.file.Rejection;
import dev.fuda.dictionary.imports.TagImporter.Outcome;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The record of what was installed, written in the transaction of the import. */
final class ImportLog {

    private static final String ADD = """
            insert into tag_import (id, file_name, conflicts, author, imported, updated, skipped, rejected)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
            """;

    private static final String ADD_REJECTIONS = """
            insert into tag_import_rejection (import_id, n, line, reason, text)
            select ?, ? + n, line, reason, text from unnest(?, ?, ?) with ordinality as r (line, reason, text, n)
            """;

    private static final int BATCH = 5_000;

    private ImportLog() {}

    /** False if this import is in the log already; a transaction that is adding it is waited for. */
    static boolean add(
            Connection connection, UUID id, String fileName, String conflicts, String author, Outcome outcome)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, id);
            insert.setString(2, fileName);
            insert.setString(3, conflicts);
            insert.setString(4, author);
            insert.setLong(5, outcome.imported());
            insert.setLong(6, outcome.updated());
            insert.setLong(7, outcome.skipped());
            insert.setLong(8, outcome.rejected());
            if (insert.executeUpdate() == 0) {
                return false;
            }
        }
        addRejections(connection, id, outcome.rejections());
        return true;
    }

    private static void addRejections(Connection connection, UUID id, List<Rejection> rejections) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD_REJECTIONS)) {
            for (int from = 0; from < rejections.size(); from += BATCH) {
                List<Rejection> part = rejections.subList(from, Math.min(rejections.size(), from + BATCH));
                insert.setObject(1, id);
                insert.setInt(2, from);
                insert.setArray(
                        3,
                        connection.createArrayOf(
                                "bigint", part.stream().map(Rejection::line).toArray()));
                insert.setArray(4, texts(connection, part, Rejection::reason));
                insert.setArray(5, texts(connection, part, Rejection::text));
                insert.executeUpdate();
            }
        }
    }

    /** A row that is broken may hold what a text of the database can't. */
    private static Array texts(Connection connection, List<Rejection> rows, Function<Rejection, String> text)
            throws SQLException {
        return connection.createArrayOf(
                "text", rows.stream().map(text).map(t -> t.replace("\0", "")).toArray());
    }

    /** What an import did that is in the log already, or null. */
    static ImportReport find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select imported, updated, skipped, rejected from tag_import where id = ?")) {
            query.setObject(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? new ImportReport(
                                row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), List.of(), false, 0)
                        : null;
            }
        }
    }

    /** Tells every instance to read all tags anew after the commit. */
    static void allChanged(Connection connection) throws SQLException {
        try (Statement insert = connection.createStatement()) {
            insert.execute("insert into tag_change (tag_id) values (null)");
        }
    }
}
