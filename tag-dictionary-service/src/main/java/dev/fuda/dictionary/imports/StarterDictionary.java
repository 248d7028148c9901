package dev.fuda.dictionary.imports;

import dev.fuda.dictionary.file.TagFile;
import dev.fuda.dictionary.file.Vocabulary;
import dev.fuda.dictionary.imports.TagImporter.Outcome;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The few hundred general tags that a new house starts with, so that autocomplete and the built-in tagger have words
 * before anybody has imported a list. Installed once, into an empty dictionary; the first real list replaces them.
 */
@ApplicationScoped
public class StarterDictionary {

    private static final Logger LOG = Logger.getLogger(StarterDictionary.class);
    private static final UUID ID = new UUID(0, 1);
    private static final String FILE = "starter-tags.csv";

    @Inject
    DataSource database;

    @ConfigProperty(name = "fuda.dictionary.starter", defaultValue = "true")
    boolean wanted;

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent started)
            throws SQLException, IOException {
        if (!wanted) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                installOnce(connection);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void installOnce(Connection connection) throws SQLException, IOException {
        Outcome none = new Outcome(0, 0, 0, 0, List.of());
        if (!ImportLog.add(connection, ID, FILE, "skip", "fuda", none) || hasTags(connection)) {
            return;
        }
        Path copy = Files.createTempFile("fuda-starter", ".csv");
        try (InputStream tags = StarterDictionary.class.getResourceAsStream(FILE)) {
            Files.copy(tags, copy, StandardCopyOption.REPLACE_EXISTING);
            TagFile file = new TagFile(copy, FILE, null, Vocabulary.DANBOORU);
            Outcome outcome =
                    new TagImporter(connection, ImportWatch.NOBODY).run(file, Conflicts.SKIP, "danbooru", false);
            try (Statement update = connection.createStatement()) {
                update.execute("update tag set is_starter = true");
                update.execute("update tag_import set imported = " + outcome.imported() + " where id = '" + ID + "'");
            }
            ImportLog.allChanged(connection);
            LOG.infof("Installed the starter dictionary of %d tags", outcome.imported());
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static boolean hasTags(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("select exists (select from tag)")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
