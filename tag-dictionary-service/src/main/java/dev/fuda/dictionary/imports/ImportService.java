package dev.fuda.dictionary.imports;

import dev.fuda.dictionary.file.TagFile;
import dev.fuda.dictionary.imports.TagImporter.Outcome;
import dev.fuda.kernel.event.DictionaryEvent.SnapshotInstalled;
import dev.fuda.kernel.stream.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/**
 * Imports a file as one transaction: its tags, the record of the import, the event and the word to all instances that
 * their index is stale. Whatever ends it before the commit leaves nothing. Blocking.
 */
@ApplicationScoped
public class ImportService {

    /** More would only wait for each other in the database, and take the connections of everyone else. */
    private static final int AT_ONCE = 3;

    private static final String DANBOORU = "danbooru";

    /** Tags that only another site knows are here because somebody wanted them. */
    private static final String OF_PEOPLE = "user_custom";

    private static final String DEADLOCK = "40P01";
    private static final String CANCELLED = "57014";
    private static final int ATTEMPTS = 3;

    /** Rejected rows in an answer; all that are kept are in the log. */
    private static final int SHOWN = 1_000;

    @Inject
    DataSource database;

    @Inject
    Outbox outbox;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /** Imports a list of Danbooru for a person; its new tags count as official ones of that site. */
    public ImportReport run(TagFile file, Conflicts conflicts, boolean dryRun, String author)
            throws IOException, SQLException, InterruptedException {
        return run(new Order(UUID.randomUUID(), file, conflicts, dryRun, author), ImportWatch.NOBODY);
    }

    /**
     * An import that somebody wants.
     *
     * @param id under which it is logged: whatever was done under it is not done again
     */
    record Order(UUID id, TagFile file, Site site, Conflicts conflicts, boolean dryRun, String author) {
        /** Of a list of Danbooru. */
        Order(UUID id, TagFile file, Conflicts conflicts, boolean dryRun, String author) {
            this(id, file, Site.DANBOORU, conflicts, dryRun, author);
        }
    }

    /** @throws UnwantedException as soon as the watcher does not want it any more; nothing of it is left */
    ImportReport run(Order order, ImportWatch watch) throws IOException, SQLException, InterruptedException {
        turns.acquire();
        try {
            return again(order, watch);
        } finally {
            turns.release();
        }
    }

    /** A person who renames a tag to a name in the file can end in a deadlock with it; the import begins once more. */
    private ImportReport again(Order order, ImportWatch watch) throws SQLException, IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return inTransaction(order, watch);
            } catch (SQLException e) {
                if (watch.unwanted() && CANCELLED.equals(e.getSQLState())) {
                    throw new UnwantedException();
                }
                if (!DEADLOCK.equals(e.getSQLState()) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private ImportReport inTransaction(Order order, ImportWatch watch) throws SQLException, IOException {
        long started = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            ImportReport done = ImportLog.find(connection, order.id());
            if (done != null) {
                return done;
            }
            connection.setAutoCommit(false);
            boolean committed = false;
            try {
                Outcome outcome;
                try (StatementWatch _ = new StatementWatch(connection, watch)) {
                    boolean own = order.site() == Site.DANBOORU;
                    outcome = new TagImporter(connection, watch, order.site())
                            .run(order.file(), order.conflicts(), own ? DANBOORU : OF_PEOPLE, own);
                }
                if (!order.dryRun()) {
                    announce(connection, order, outcome);
                    connection.commit();
                    committed = true;
                }
                return new ImportReport(
                        outcome.imported(),
                        outcome.updated(),
                        outcome.skipped(),
                        outcome.rejected(),
                        outcome.rejections().stream().limit(SHOWN).toList(),
                        order.dryRun(),
                        (System.nanoTime() - started) / 1_000_000);
            } finally {
                if (!committed) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        }
    }

    private void announce(Connection connection, Order order, Outcome outcome) throws SQLException {
        ImportLog.add(
                connection, order.id(), order.file().name(), order.conflicts().label(), order.author(), outcome);
        if (outcome.imported() + outcome.updated() > 0) {
            append(connection, outbox.row(new SnapshotInstalled(order.id(), outcome.imported(), outcome.updated())));
            ImportLog.allChanged(connection);
        }
    }

    private static void append(Connection connection, Outbox.Row row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(Outbox.INSERT.replaceAll("\\$\\d", "?"))) {
            insert.setObject(1, row.id());
            insert.setString(2, row.stream());
            insert.setString(3, row.type());
            insert.setInt(4, row.version());
            insert.setString(5, row.source());
            insert.setObject(6, row.time());
            insert.setString(7, row.subject());
            insert.setString(8, row.data());
            insert.executeUpdate();
        }
    }
}
