package dev.fuda.dictionary.imports;

import dev.fuda.dictionary.file.ImportRow;
import dev.fuda.dictionary.file.Rejection;
import dev.fuda.dictionary.file.RowSink;
import dev.fuda.dictionary.file.TagFile;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
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

    private static final String NAME_TAKEN = "23505";

    private final Connection connection;
    private final ImportWatch watch;
    private final Site site;
    private final RejectionList rejections = new RejectionList();
    /** Null unless the file holds whole tags. */
    private WholeTags whole;

    /** An importer of Danbooru's lists. @param connection with auto-commit off */
    TagImporter(Connection connection, ImportWatch watch) {
        this(connection, watch, Site.DANBOORU);
    }

    /** An importer of a site's lists. @param connection with auto-commit off */
    TagImporter(Connection connection, ImportWatch watch, Site site) {
        this.connection = connection;
        this.watch = watch;
        this.site = site;
    }

    /** How many rows of the file ended how, and the first of those that were not taken. */
    record Outcome(long imported, long updated, long skipped, long rejected, List<Rejection> rejections) {}

    /**
     * @param source what new tags get as their source
     * @param official whether new tags are official ones of that source
     */
    Outcome run(TagFile file, Conflicts conflicts, String source, boolean official) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            if (site != Site.DANBOORU) {
                statement.execute(SiteSql.TURN.formatted(site.id));
            }
            long staged = stage(statement, file);
            step(READING);
            if (whole != null) {
                whole.hold();
            }
            long distinct = statement.executeUpdate(ImportSql.FRESH);
            statement.execute(ImportSql.ANALYZE_FRESH);
            if (distinct < staged) {
                rejections.addLate(repeated(statement), staged - distinct);
            }
            step(60);
            long imported = insertNew(statement, source, official);
            step(80);
            long updated = site == Site.DANBOORU
                    ? writeTags(statement, conflicts, source, official)
                    : writeOfSite(statement, conflicts);
            if (whole != null) {
                step(95);
                updated += whole.write(site, conflicts);
            }
            step(99);
            return new Outcome(
                    imported, updated, distinct - imported - updated, rejections.count(), rejections.byLine());
        }
    }

    /**
     * Most often nobody else brings in the same names, and who finds out that somebody does begins this step again. What
     * was inserted until then is gone by that, so that whoever waited for it goes on.
     */
    private long insertNew(Statement statement, String source, boolean official) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            long inserted = write(ImportSql.INSERT_NEW, source, official);
            connection.releaseSavepoint(before);
            return inserted;
        } catch (SQLException e) {
            if (!NAME_TAKEN.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
        }
        long inserted = write(ImportSql.INSERT_STILL_NEW, source, official);
        statement.executeUpdate(ImportSql.LOST_RACES);
        return inserted;
    }

    /** What the list says is what the dictionary says. */
    private long writeTags(Statement statement, Conflicts conflicts, String source, boolean official)
            throws SQLException {
        statement.executeUpdate(ImportSql.LOCK_EXISTING.formatted(
                conflicts == Conflicts.SKIP ? "and (t.is_starter or t.source <> 'danbooru')" : ""));
        statement.execute("analyze existing");
        Kinds kinds = kinds(statement);
        if (kinds.foreign()) {
            // Before the list is made to say what people say.
            statement.execute(SiteSql.CHANGED);
            statement.execute(SiteSql.knownForeign(site));
        }
        if (conflicts != Conflicts.SKIP && kinds.own()) {
            statement.executeUpdate(ImportSql.NOTE_BASE);
            statement.executeUpdate(ImportSql.KEEP_OWN);
        }
        long updated = write(ImportSql.REPLACE_STARTERS, source, official)
                + switch (conflicts) {
                    case SKIP -> 0;
                    case UPDATE -> statement.executeUpdate(ImportSql.UPDATE_EXISTING);
                    case MERGE -> statement.executeUpdate(ImportSql.MERGE_EXISTING);
                };
        step(85);
        statement.executeUpdate(ImportSql.ALIASES_OF_NEW);
        if (kinds.foreign()) {
            statement.execute(SiteSql.status(site, conflicts));
            statement.execute(SiteSql.count(site, conflicts));
            updated += statement.executeUpdate(SiteSql.TOUCH);
        }
        return updated;
    }

    /** What the list says is noted of its site alone. */
    private long writeOfSite(Statement statement, Conflicts conflicts) throws SQLException {
        statement.execute(SiteSql.OTHER_NAMES);
        statement.execute(SiteSql.LOCK);
        statement.execute("analyze existing");
        statement.execute(SiteSql.CHANGED);
        statement.execute(SiteSql.known(site));
        statement.execute("analyze known");
        statement.execute(SiteSql.status(site, conflicts));
        statement.execute(SiteSql.count(site, conflicts));
        step(85);
        statement.execute(SiteSql.otherStatus(site, conflicts));
        statement.execute(SiteSql.SHORTEN.formatted(site.id));
        statement.execute(SiteSql.aliases(conflicts));
        return statement.executeUpdate(SiteSql.TOUCH);
    }

    /** Whether there are tags that need more than others: those of other sites, and those with a person's fields. */
    private record Kinds(boolean foreign, boolean own) {}

    private static Kinds kinds(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select bool_or(is_foreign), bool_or(is_own) from existing")) {
            row.next();
            return new Kinds(row.getBoolean(1), row.getBoolean(2));
        }
    }

    private long stage(Statement statement, TagFile file) throws SQLException, IOException {
        statement.execute(ImportSql.STAGING);
        try (CopyRows copy = new CopyRows(connection, rejections)) {
            long size = Math.max(1, Files.size(file.path()));
            file.read(
                    site == Site.DANBOORU ? copy : onlyTypes(copy),
                    bytes -> step((int) (READING * Math.min(bytes, size) / size)));
            whole = copy.hasDetails() ? new WholeTags(statement, copy.hasDeprecated()) : null;
            return copy.end();
        }
    }

    /** A site has no type for some categories, and so can't have such tags. */
    private RowSink onlyTypes(RowSink next) {
        return new RowSink() {
            @Override
            public void row(ImportRow row) throws IOException {
                if (site.hasTypeFor(row.category())) {
                    next.row(row);
                } else {
                    String reason =
                            site.label() + " has no category '" + row.category().label() + "'";
                    next.reject(Rejection.of(row.line(), reason, row.name()));
                }
            }

            @Override
            public void reject(Rejection rejection) {
                next.reject(rejection);
            }
        };
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
