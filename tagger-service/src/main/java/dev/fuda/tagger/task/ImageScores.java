package dev.fuda.tagger.task;

import dev.fuda.tagger.model.BrokenModel;
import dev.fuda.tagger.model.Scores;
import dev.fuda.tagger.model.Tagger;
import dev.fuda.tagger.score.Measuring;
import dev.fuda.tagger.score.Measuring.Measured;
import dev.fuda.tagger.score.ScoreStore;
import dev.fuda.tagger.task.DatasetImages.Fetched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/** Finds the scores of images: those that are stored, then those of images that are fetched and measured. */
final class ImageScores {

    private static final Logger LOG = Logger.getLogger(ImageScores.class);

    private final ScoreStore store;
    private final DatasetImages images;
    private final Measuring measuring;

    /** Images that a worker of this instance looks after, by model and hash. */
    private final Map<String, CompletableFuture<Outcome>> underWay = new ConcurrentHashMap<>();

    ImageScores(ScoreStore store, DatasetImages images, Measuring measuring) {
        this.store = store;
        this.images = images;
        this.measuring = measuring;
    }

    /**
     * The scores of images. An image that another worker measures right now is waited for, not measured again.
     *
     * @param urls by the hash of each image, the places where it may be fetched; the first that has it counts
     * @return one outcome for each hash
     * @throws BrokenModel if the model fails
     */
    Map<String, Outcome> scores(Tagger tagger, Map<String, Set<String>> urls) throws InterruptedException {
        int modelId = TaggingWorker.await(store.modelId(tagger.spec()));
        Map<String, CompletableFuture<Outcome>> own = new LinkedHashMap<>();
        Map<String, CompletableFuture<Outcome>> others = new HashMap<>();
        for (String hash : urls.keySet()) {
            CompletableFuture<Outcome> mine = new CompletableFuture<>();
            CompletableFuture<Outcome> earlier = underWay.putIfAbsent(modelId + hash, mine);
            (earlier == null ? own : others).put(hash, earlier == null ? mine : earlier);
        }
        Map<String, Outcome> outcomes;
        try {
            // Own work comes before waiting, so that two workers never wait for each other.
            outcomes = find(tagger, modelId, own.keySet(), urls);
            outcomes.forEach((hash, outcome) -> own.get(hash).complete(outcome));
        } finally {
            own.forEach((hash, mine) -> {
                underWay.remove(modelId + hash);
                mine.complete(new Outcome.Postponed("Another try of this image was given up."));
            });
        }
        others.forEach((hash, other) -> outcomes.put(hash, ofOther(other.join())));
        return outcomes;
    }

    private Map<String, Outcome> find(Tagger tagger, int modelId, Set<String> hashes, Map<String, Set<String>> urls)
            throws InterruptedException {
        Map<String, Outcome> outcomes = new HashMap<>();
        TaggingWorker.await(store.find(modelId, hashes))
                .forEach((hash, scores) -> outcomes.put(hash, new Outcome.Tagged(scores)));
        Map<String, Set<String>> missing = new LinkedHashMap<>();
        hashes.stream().filter(hash -> !outcomes.containsKey(hash)).forEach(hash -> missing.put(hash, urls.get(hash)));
        Map<String, Path> files = new LinkedHashMap<>();
        fetch(missing).forEach((hash, fetched) -> {
            switch (fetched) {
                case Fetched.Image(Path file) -> files.put(hash, file);
                case Fetched.Gone(String reason) -> outcomes.put(hash, new Outcome.Failed(reason));
                case Fetched.Away(String reason) -> outcomes.put(hash, new Outcome.Postponed(reason));
            }
        });
        try {
            if (!files.isEmpty()) {
                measure(tagger, modelId, files, outcomes);
            }
        } finally {
            files.values().forEach(ImageScores::delete);
        }
        return outcomes;
    }

    private Map<String, Fetched> fetch(Map<String, Set<String>> urls) throws InterruptedException {
        Map<String, Fetched> fetched = new LinkedHashMap<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<Fetched>> pending = new LinkedHashMap<>();
            urls.forEach((hash, places) -> pending.put(hash, each.submit(() -> fetch(places, hash))));
            for (Map.Entry<String, Future<Fetched>> entry : pending.entrySet()) {
                fetched.put(entry.getKey(), entry.getValue().get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A fetch ended in an unforeseen way", e.getCause());
        }
        return fetched;
    }

    /** A failure of another worker may be that of its place: this one tries its own places later. */
    private static Outcome ofOther(Outcome outcome) {
        return outcome instanceof Outcome.Tagged
                ? outcome
                : new Outcome.Postponed("Another try of the same image did not succeed.");
    }

    private Fetched fetch(Set<String> urls, String hash) throws InterruptedException {
        Fetched fetched = null;
        for (String url : urls) {
            Fetched next = images.fetch(url, hash);
            if (next instanceof Fetched.Image) {
                return next;
            }
            // What may pass is worth another try, whatever the other places said.
            fetched = fetched instanceof Fetched.Away ? fetched : next;
        }
        return fetched;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf("The temporary file %s can't be deleted: %s", file, e.getMessage());
        }
    }

    /** Measures and stores, so that whoever asks next finds the scores. */
    private void measure(Tagger tagger, int modelId, Map<String, Path> files, Map<String, Outcome> outcomes) {
        List<String> hashes = new ArrayList<>(files.keySet());
        Map<String, Scores> scored = new LinkedHashMap<>();
        try {
            List<Measured> measured =
                    measuring.measure(tagger, List.copyOf(files.values())).join();
            for (int i = 0; i < hashes.size(); i++) {
                switch (measured.get(i)) {
                    case Measured.Scored(Scores scores) -> scored.put(hashes.get(i), scores);
                    case Measured.Unreadable(String reason) -> outcomes.put(hashes.get(i), new Outcome.Failed(reason));
                }
            }
        } catch (RejectedExecutionException e) {
            hashes.forEach(
                    hash -> outcomes.put(hash, new Outcome.Postponed("Too many images are measured right now.")));
        } catch (CompletionException e) {
            throw e.getCause() instanceof BrokenModel broken ? broken : e;
        }
        TaggingWorker.await(store.save(modelId, scored))
                .forEach((hash, stored) -> outcomes.put(hash, new Outcome.Tagged(stored)));
    }
}
