package dev.fuda.bench.dictionary;

import dev.fuda.dictionary.file.ImportRow;
import dev.fuda.local.DatabaseAccess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The least that bringing rows into the tables can cost: COPY of rows that were parsed, numbered and written out before
 * the clock starts, into the same tables with the same indexes and checks, as one durable transaction. It knows no rule
 * for rows that exist.
 */
final class RawCopy {

    private final byte[] tags;
    private final byte[] aliases;

    RawCopy(List<ImportRow> rows) {
        StringBuilder tagLines = new StringBuilder();
        StringBuilder aliasLines = new StringBuilder();
        long id = 0;
        for (ImportRow row : rows) {
            id++;
            tagLines.append(id).append('\t').append(escaped(row.name())).append('\t');
            tagLines.append(row.category().code()).append('\t').append(row.count());
            tagLines.append("\tdanbooru\tt\n");
            for (String alias : row.aliases()) {
                aliasLines.append(id).append('\t').append(escaped(alias)).append('\n');
            }
        }
        tags = tagLines.toString().getBytes(StandardCharsets.UTF_8);
        aliases = aliasLines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\");
    }

    void insert(DatabaseAccess database) throws SQLException, IOException {
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            connection.setAutoCommit(false);
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            copy.copyIn(
                    "copy tag (id, name, category, count, source, is_official) from stdin",
                    new ByteArrayInputStream(tags),
                    1 << 16);
            copy.copyIn("copy tag_alias (tag_id, alias) from stdin", new ByteArrayInputStream(aliases), 1 << 16);
            connection.commit();
        }
    }
}
