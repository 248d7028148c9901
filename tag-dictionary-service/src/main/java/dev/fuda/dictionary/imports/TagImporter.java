package dev.fuda.dictionary.imports;

import dev.fuda.dictionary.file.Rejection;
import dev.fuda.dictionary.file.TagFile;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a whole file into the tables: COPY into a staging table, then sets. Everything happens in the transaction of
 * the given connection; the caller commits or rolls back.
 *
 * <p>Importers of overlapping files wait for each other and never deadlock: new names are inserted in their order, and
 * only after that tags that exist are locked in theirs. Who inserts holds no lock of the second kind, so that nobody
 * who waits for one can be waited for in turn.
 */
final class TagImporter {

    /** Reading takes this part of the time of an import, in percent; each further step is told when it begins. */
    private static final int READING = 50;

    private final Connection connection;
    private final ImportWatch watch;
    private final RejectionList rejections = new RejectionList();

    /** @param connection with auto-commit off */
    TagImporter(Connection connection, ImportWatch watch) {
        this.connection = connection;
        this.watch = watch;
    }

    /** How many rows of the file ended how, and the first of those that were not taken. */
    record Outcome(long imported, long updated, long skipped, long rejected, List<Rejection> rejections) {}

    /**
     * @param source what new tags get as their source
     * @param official whether new tags are official ones of that source
     */
    Outcome run(TagFile file, Conflicts conflicts, String source, boolean official) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            long staged = stage(statement, file);
            step(READING);
            long distinct = statement.executeUpdate(ImportSql.FRESH);
            statement.execute("analyze fresh");
            if (distinct < staged) {
                rejections.addLate(repeated(statement), staged - distinct);
            }
            step(60);
            long imported = write(ImportSql.INSERT_NEW, source, official);
            step(80);
            statement.executeUpdate(ImportSql.LOST_RACES);
            statement.executeUpdate(
                    ImportSql.LOCK_EXISTING.formatted(conflicts == Conflicts.SKIP ? "and t.is_starter" : ""));
            statement.execute("analyze existing");
            long updated = write(ImportSql.REPLACE_STARTERS, source, official)
                    + switch (conflicts) {
                        case SKIP -> 0;
                        case UPDATE -> statement.executeUpdate(ImportSql.UPDATE_EXISTING);
                        case MERGE -> statement.executeUpdate(ImportSql.MERGE_EXISTING);
                    };
            step(85);
            statement.executeUpdate(ImportSql.ALIASES_OF_NEW);
            step(99);
            return new Outcome(
                    imported, updated, distinct - imported - updated, rejections.count(), rejections.byLine());
        }
    }

    private long stage(Statement statement, TagFile file) throws SQLException, IOException {
        statement.execute(ImportSql.STAGING);
        try (CopyRows copy = new CopyRows(connection, rejections)) {
            long size = Math.max(1, Files.size(file.path()));
            file.read(copy, bytes -> step((int) (READING * Math.min(bytes, size) / size)));
            return copy.end();
        }
    }

    private void step(int percent) {
        if (watch.unwanted()) {
            throw new UnwantedException();
        }
        watch.percent(percent);
    }

    private static List<Rejection> repeated(Statement statement) throws SQLException {
        List<Rejection> repeated = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(ImportSql.REPEATED)) {
            while (rows.next()) {
                String reason = "the name is already on line " + rows.getLong(3) + ", which was taken";
                repeated.add(Rejection.of(rows.getLong(1), reason, rows.getString(2)));
            }
        }
        return repeated;
    }

    private long write(String sql, String source, boolean official) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            write.setString(1, source);
            write.setBoolean(2, official);
            return write.executeUpdate();
        }
    }
}
