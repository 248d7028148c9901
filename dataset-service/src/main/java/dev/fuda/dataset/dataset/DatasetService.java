package dev.fuda.dataset.dataset;

import dev.fuda.dataset.scan.AllowedRoots;
import dev.fuda.dataset.scan.ScanJob;
import dev.fuda.dataset.scan.ScanPreview;
import dev.fuda.kernel.event.DatasetEvent.ItemRemoved;
import dev.fuda.kernel.job.Jobs;
import dev.fuda.kernel.job.NewJob;
import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.stream.Outbox;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Registers folders as datasets. A dataset is an index: nothing here ever changes a file. */
@ApplicationScoped
public class DatasetService {

    private static final Duration PREVIEW = Duration.ofSeconds(3);

    private final DatasetRepository datasets;
    private final AllowedRoots roots;
    private final Jobs jobs;
    private final Outbox outbox;
    private final Pool pool;

    DatasetService(DatasetRepository datasets, AllowedRoots roots, Jobs jobs, Outbox outbox, Pool pool) {
        this.datasets = datasets;
        this.roots = roots;
        this.jobs = jobs;
        this.outbox = outbox;
        this.pool = pool;
    }

    Uni<List<Dataset>> list(Page page) {
        return datasets.list(page);
    }

    Uni<Long> count() {
        return datasets.count();
    }

    Uni<Dataset> get(long id) {
        return datasets.get(pool, id);
    }

    /** Registers a folder and starts its first scan. */
    Uni<Dataset> register(DatasetDraft draft) {
        draft.checkedName();
        draft.scanSettings();
        return folder(draft)
                .flatMap(path -> pool.withTransaction(tx -> datasets.insert(tx, draft, path.toString())
                        .call(id -> startScan(tx, id, draft.checkedName(), false))
                        .flatMap(id -> datasets.get(tx, id))));
    }

    /** What a scan of this folder would find. */
    Uni<ScanPreview> preview(DatasetDraft draft) {
        draft.scanSettings();
        return folder(draft)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(path -> ScanPreview.of(path, roots, draft.scanSettings(), PREVIEW));
    }

    /** Changes the settings, and scans again when the index depends on what changed. */
    Uni<Dataset> update(long id, DatasetDraft draft) {
        draft.checkedName();
        draft.scanSettings();
        return datasets.get(pool, id)
                // A dataset on a disk that is away can still be renamed.
                .flatMap(dataset -> dataset.path().equals(draft.path())
                        ? Uni.createFrom().item(Path.of(dataset.path()))
                        : folder(draft))
                .flatMap(path -> pool.withTransaction(tx -> update(tx, id, draft, path)));
    }

    private Uni<Dataset> update(SqlConnection tx, long id, DatasetDraft draft, Path path) {
        return datasets.get(tx, id)
                .call(before -> datasets.update(tx, id, draft, path.toString()))
                .flatMap(before -> datasets.get(tx, id)
                        .call(after -> sameIndex(before, after)
                                ? Uni.createFrom().voidItem()
                                : startScan(tx, id, after.name(), true)))
                .flatMap(done -> datasets.get(tx, id));
    }

    /** Starts a scan; the one that is queued or running already is answered instead of a second one. */
    Uni<UUID> reindex(long id) {
        return pool.withTransaction(
                tx -> datasets.get(tx, id).flatMap(dataset -> startScan(tx, id, dataset.name(), false)));
    }

    /** Forgets a dataset and everything indexed or edited in it. Its files stay as they are. */
    Uni<Void> delete(long id) {
        return datasets.get(pool, id)
                .call(dataset -> dataset.activeJobId() == null
                        ? Uni.createFrom().voidItem()
                        : jobs.cancel(dataset.activeJobId())
                                .onFailure(Problem.class)
                                .recoverWithNull())
                .flatMap(dataset -> pool.withTransaction(tx -> forget(tx, id))
                        // An edit may hold an item and wait for the dataset; the database ends one of the two.
                        .onFailure(DatasetRepository::isDeadlock)
                        .retry()
                        .atMost(5));
    }

    private Uni<Void> forget(SqlConnection tx, long id) {
        return datasets.activeJob(tx, id)
                .flatMap(locked -> datasets.items(tx, id))
                .flatMap(items -> outbox.append(
                        tx,
                        items.stream().map(item -> new ItemRemoved(id, item)).toList()))
                .flatMap(done -> datasets.delete(tx, id));
    }

    private Uni<UUID> startScan(SqlConnection tx, long id, String name, boolean readAll) {
        return datasets.activeJob(tx, id)
                // A scan under way does not know new settings: one with them comes after it.
                .flatMap(active -> active != null && !readAll
                        ? Uni.createFrom().item(active)
                        : jobs.create(
                                        tx,
                                        new NewJob(
                                                ScanJob.KIND,
                                                "Scan " + name,
                                                "dataset/" + id,
                                                null,
                                                new ScanJob.Params(id, readAll)))
                                .call(job -> datasets.setJob(tx, id, job)));
    }

    /** Looking at a path waits for the disk, which an event loop must not. */
    private Uni<Path> folder(DatasetDraft draft) {
        return Uni.createFrom()
                .item(() -> roots.folder(draft.path()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static boolean sameIndex(Dataset before, Dataset after) {
        return before.path().equals(after.path())
                && before.datasetType() == after.datasetType()
                && before.captionSuffixes().equals(after.captionSuffixes())
                && before.imageSuffixes().equals(after.imageSuffixes())
                && before.recursive() == after.recursive()
                && before.readExif() == after.readExif()
                && Objects.equals(before.maxDepth(), after.maxDepth());
    }
}
