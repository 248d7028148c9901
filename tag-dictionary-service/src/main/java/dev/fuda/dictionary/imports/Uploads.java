package dev.fuda.dictionary.imports;

import dev.fuda.dictionary.file.TagFile;
import dev.fuda.kernel.job.Jobs;
import dev.fuda.kernel.job.NewJob;
import dev.fuda.kernel.problem.Problem;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Keeps uploaded lists until their jobs have ended. */
@ApplicationScoped
class Uploads {

    private static final Logger LOG = Logger.getLogger(Uploads.class);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;
    private final Pool pool;
    private final Jobs jobs;

    Uploads(@ConfigProperty(name = "fuda.imports.folder") Path folder, Pool pool, Jobs jobs) {
        this.folder = folder.toAbsolutePath();
        this.pool = pool;
        this.jobs = jobs;
    }

    /** Those of jobs that failed stay for another try, but not for ever. */
    void tidy(@Observes StartupEvent started) {
        Instant oldest = Instant.now().minus(KEPT);
        try (DirectoryStream<Path> uploads =
                Files.isDirectory(folder) ? Files.newDirectoryStream(folder, "*.upload") : null) {
            for (Path upload : uploads == null ? List.<Path>of() : uploads) {
                if (Files.getLastModifiedTime(upload).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(upload);
                }
            }
        } catch (IOException e) {
            LOG.warnf("Old uploads can't be removed: %s", e.getMessage());
        }
    }

    /**
     * Keeps the file and creates the job that imports it.
     *
     * @return the job's id
     * @throws Problem 422 when the file can't be kept
     */
    UUID start(ImportForm.Choice choice, String author) {
        TagFile file = choice.file();
        Path kept = folder.resolve(UUID.randomUUID() + ".upload");
        try {
            Files.createDirectories(folder);
            Files.move(file.path(), kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Problem.unprocessable(
                    "upload-not-kept", "The file can't be kept in the data folder: " + e.getMessage() + ".");
        }
        ImportJob.Params params = new ImportJob.Params(
                kept.toString(),
                file.name(),
                file.category(),
                file.vocabulary(),
                choice.site(),
                choice.conflicts(),
                choice.dryRun(),
                author);
        return pool.withTransaction(tx -> jobs.create(
                        tx,
                        new NewJob(
                                ImportJob.KIND,
                                (choice.dryRun() ? "Dry run of " : "Import of ") + file.name(),
                                "tag-import",
                                100,
                                params)))
                .await()
                .atMost(PATIENCE);
    }
}
