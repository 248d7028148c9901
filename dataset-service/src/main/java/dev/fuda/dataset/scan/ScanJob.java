package dev.fuda.dataset.scan;

import dev.fuda.kernel.event.DatasetEvent.DatasetReindexed;
import dev.fuda.kernel.job.JobContext;
import dev.fuda.kernel.job.JobHandler;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.stream.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Brings the index of a dataset in line with its folder. Reading files is spread over the cores, writing goes in
 * batches. Started again after a crash it skips what it has written, because files of known size and time are not read.
 */
@ApplicationScoped
public class ScanJob implements JobHandler {

    public static final String KIND = "scan";

    /** Items that are read and written together: large enough for the database, small enough to cancel soon. */
    private static final int BATCH = 200;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ScanStore store;
    private final ItemWriter writer;
    private final AllowedRoots roots;
    private final Outbox outbox;
    private final Pool pool;

    ScanJob(ScanStore store, ItemWriter writer, AllowedRoots roots, Outbox outbox, Pool pool) {
        this.store = store;
        this.writer = writer;
        this.roots = roots;
        this.outbox = outbox;
        this.pool = pool;
    }

    /**
     * What a scan is created with.
     *
     * @param readAll read files of known size and time as well, because the settings changed
     */
    public record Params(long datasetId, boolean readAll) {}

    /** What a scan has found so far, in items; {@code broken} counts files. */
    public record Counts(int added, int changed, int unchanged, int removed, int broken) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        Counts plus(List<ItemReading> readings) {
            int newOnes = 0;
            int same = 0;
            int other = 0;
            for (ItemReading reading : readings) {
                if (reading.unchanged()) {
                    same++;
                } else if (reading.isUsable()) {
                    newOnes += reading.known() == null ? 1 : 0;
                    other += reading.known() == null ? 0 : 1;
                }
            }
            return new Counts(added + newOnes, changed + other, unchanged + same, removed, broken);
        }

        Counts plusRemoved(int items) {
            return new Counts(added, changed, unchanged, removed + items, broken);
        }

        Counts withBroken(int files) {
            return new Counts(added, changed, unchanged, removed, files);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** A small dataset need not wait for a large one. */
    @Override
    public int parallel() {
        return 2;
    }

    @Override
    public void run(JobContext job) {
        Params params = job.params(Params.class);
        ScanStore.Target target = await(store.target(params.datasetId()));
        if (target == null) {
            throw Problem.notFound("dataset", params.datasetId());
        }
        Path root = roots.folder(target.path());
        try (ExecutorService readers = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform()
                        .name("scan-", 0)
                        .daemon()
                        .priority(Thread.MIN_PRIORITY)
                        .factory())) {
            new Run(job, params, target, root, readers).scan();
        }
    }

    /** One run over a folder. */
    private final class Run {
        private final JobContext job;
        private final long dataset;
        private final Path root;
        private final ExecutorService readers;
        private final ScanSettings settings;
        private final ItemReader reader;
        private final Set<String> visited = new HashSet<>();
        private final List<String> unreadable = new ArrayList<>();
        private final int total;
        private int done;
        private Counts counts;

        Run(JobContext job, Params params, ScanStore.Target target, Path root, ExecutorService readers) {
            this.job = job;
            this.dataset = params.datasetId();
            this.root = root;
            this.readers = readers;
            this.settings = target.settings();
            this.reader = new ItemReader(settings, ScanLimits.DEFAULT, params.readAll());
            this.counts = job.checkpoint(Counts.class).orElse(Counts.NONE);
            this.total = countImages();
        }

        void scan() {
            job.progress(0, total);
            FolderWalk walk = walk();
            while (walk.hasNext()) {
                job.checkCancelled();
                scanFolder(walk.next());
            }
            markVanishedFolders();
            counts = await(pool.withTransaction(tx -> store.countBroken(tx, dataset)
                    .map(counts::withBroken)
                    .call(found -> outbox.append(
                            tx,
                            new DatasetReindexed(
                                    dataset,
                                    job.id(),
                                    found.added(),
                                    found.changed(),
                                    found.removed(),
                                    found.broken())))
                    .call(found -> store.finish(tx, dataset, job.id()))));
            job.result(counts);
            job.progress(total, total);
        }

        private void scanFolder(FoundFolder folder) {
            visited.add(folder.relative());
            boolean cut = folder.problems().stream()
                    .anyMatch(problem -> problem.reason() == FileProblem.Reason.UNREADABLE_FOLDER);
            FolderGrouping.Result grouped = FolderGrouping.group(folder, settings);
            List<FileProblem> problems = new ArrayList<>(folder.problems());
            problems.addAll(grouped.problems());
            List<String> keys = new ArrayList<>();
            for (int from = 0; from < grouped.items().size(); from += BATCH) {
                job.checkCancelled();
                List<FoundItem> batch = grouped.items()
                        .subList(from, Math.min(from + BATCH, grouped.items().size()));
                for (ItemReading reading : scanBatch(folder, batch)) {
                    if (reading.isUsable()) {
                        keys.add(reading.item().groupKey());
                    }
                    if (reading.unchanged() || !reading.isUsable()) {
                        problems.addAll(reading.problems());
                    }
                }
            }
            if (cut) {
                unreadable.add(folder.relative());
                await(writer.noteProblems(dataset, folder.relative(), problems));
            } else {
                counts = counts.plusRemoved(await(writer.finishFolder(dataset, folder.relative(), keys, problems)));
                job.checkpoint(counts);
            }
        }

        private List<ItemReading> scanBatch(FoundFolder folder, List<FoundItem> items) {
            Map<String, KnownItem> known = await(
                    store.known(dataset, items.stream().map(FoundItem::groupKey).toList()));
            List<CompletableFuture<ItemReading>> pending = items.stream()
                    .map(item -> CompletableFuture.supplyAsync(
                            () -> reader.read(item, folder, known.get(item.groupKey())), readers))
                    .toList();
            List<ItemReading> readings = new ArrayList<>();
            for (CompletableFuture<ItemReading> reading : pending) {
                ItemReading read = reading.join();
                readings.add(read);
                done += read.item().images().size();
                job.progress(Math.min(done, total), total);
            }
            List<ItemReading> changed = readings.stream()
                    .filter(reading -> reading.isUsable() && !reading.unchanged())
                    .toList();
            await(writer.write(dataset, job.id(), folder, changed));
            counts = counts.plus(readings);
            job.checkpoint(counts);
            return readings;
        }

        /** Folders that are gone, and were not just unreadable, take their items along. */
        private void markVanishedFolders() {
            Set<String> gone = new HashSet<>(await(store.directories(dataset)));
            gone.addAll(await(store.directoriesWithProblems(dataset)));
            gone.removeAll(visited);
            for (String directory : gone) {
                if (unreadable.stream().noneMatch(cut -> isInside(directory, cut))) {
                    counts = counts.plusRemoved(await(writer.finishFolder(dataset, directory, List.of(), List.of())));
                }
            }
        }

        private int countImages() {
            int images = 0;
            FolderWalk walk = walk();
            while (walk.hasNext()) {
                job.checkCancelled();
                images += walk.next().images().size();
            }
            return images;
        }

        private FolderWalk walk() {
            return new FolderWalk(root, roots, settings.maxDepth(), ScanLimits.DEFAULT);
        }
    }

    private static boolean isInside(String directory, String folder) {
        return folder.isEmpty() || directory.equals(folder) || directory.startsWith(folder + "/");
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
