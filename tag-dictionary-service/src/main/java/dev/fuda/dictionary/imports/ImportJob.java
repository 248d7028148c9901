package dev.fuda.dictionary.imports;

import dev.fuda.dictionary.file.TagFile;
import dev.fuda.dictionary.file.UnreadableFileException;
import dev.fuda.dictionary.file.Vocabulary;
import dev.fuda.dictionary.live.IndexFeed;
import dev.fuda.dictionary.name.Category;
import dev.fuda.kernel.job.JobContext;
import dev.fuda.kernel.job.JobHandler;
import dev.fuda.kernel.job.JobOffer;
import dev.fuda.kernel.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Imports a kept upload while nobody waits. The import itself is one transaction under the job's id: a job that is taken
 * up again after a crash either finds it in the log or begins anew, and a cancelled one leaves nothing.
 */
@ApplicationScoped
class ImportJob implements JobHandler {

    private static final Logger LOG = Logger.getLogger(ImportJob.class);
    static final String KIND = "tag-import";

    private final ImportService imports;
    private final IndexFeed feed;
    private final MissingUploads missing;

    ImportJob(
            ImportService imports,
            IndexFeed feed,
            @ConfigProperty(name = "fuda.imports.patience", defaultValue = "1h") Duration patience) {
        this.imports = imports;
        this.feed = feed;
        this.missing = new MissingUploads(patience, Clock.systemUTC());
    }

    /**
     * @param path where the upload is kept until the job has ended
     * @param site null in jobs from before lists of other sites than Danbooru could be told apart
     */
    record Params(
            String path,
            String fileName,
            @Nullable Category category,
            @Nullable Vocabulary vocabulary,
            @Nullable Site site,
            Conflicts conflicts,
            boolean dryRun,
            String author) {}

    @Override
    public String kind() {
        return KIND;
    }

    /** An upload lies on the disk of the instance that took it, unless all have one folder. */
    @Override
    public boolean canRun(JobOffer job) {
        return missing.isHereOrLost(job.id(), Path.of(job.params(Params.class).path()));
    }

    @Override
    public void run(JobContext job) throws InterruptedException {
        Params params = job.params(Params.class);
        Path upload = Path.of(params.path());
        TagFile file = new TagFile(upload, params.fileName(), params.category(), params.vocabulary());
        boolean over = true;
        try {
            if (!Files.isReadable(upload)) {
                throw Problem.unprocessable(
                        "upload-gone", "The uploaded file is on none of the machines any more. Import it again.");
            }
            ImportReport report = imports.run(
                    new ImportService.Order(
                            job.id(),
                            file,
                            params.site() == null ? Site.DANBOORU : params.site(),
                            params.conflicts(),
                            params.dryRun(),
                            params.author()),
                    watch(job));
            if (!params.dryRun()) {
                feed.rebuilt().await().indefinitely();
            }
            job.progress(100, 100);
            job.result(report);
        } catch (UnreadableFileException e) {
            throw Problem.unprocessable("unreadable-file", e.getMessage());
        } catch (IOException e) {
            throw Problem.unprocessable("unreadable-file", "The uploaded file can't be read: " + e.getMessage());
        } catch (SQLException e) {
            // It left nothing and can be tried again.
            over = false;
            LOG.warnf(e, "The import %s was broken off", job.id());
            throw Problem.unavailable(
                    "import-broken-off",
                    "The database broke the import off (" + e.getMessage()
                            + "). Nothing of it was kept; try it again.");
        } catch (UnwantedException e) {
            // Whoever goes on with it needs the file; a cancelled one does not.
            over = !job.lost();
            job.checkCancelled();
        } finally {
            if (over) {
                forget(upload);
            }
        }
    }

    private static ImportWatch watch(JobContext job) {
        return new ImportWatch() {
            @Override
            public void percent(int done) {
                job.progress(done, 100);
            }

            @Override
            public boolean unwanted() {
                return job.cancelled();
            }
        };
    }

    private static void forget(Path upload) {
        try {
            Files.deleteIfExists(upload);
        } catch (IOException e) {
            LOG.warnf("The upload %s can't be removed: %s", upload.getFileName(), e.getMessage());
        }
    }
}
