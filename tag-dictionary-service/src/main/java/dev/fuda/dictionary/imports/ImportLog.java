package dev.fuda.dictionary.imports;

import dev.fuda.dictionary.imports.TagImporter.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** The record of what was installed, written in the transaction of the import. */
final class ImportLog {

    private static final String ADD = """
            insert into tag_import (id, file_name, conflicts, author, imported, updated, skipped, rejected)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
            """;

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
            return insert.executeUpdate() == 1;
        }
    }

    /** Tells every instance to read all tags anew after the commit. */
    static void allChanged(Connection connection) throws SQLException {
        try (Statement insert = connection.createStatement()) {
            insert.execute("insert into tag_change (tag_id) values (null)");
        }
    }
}
