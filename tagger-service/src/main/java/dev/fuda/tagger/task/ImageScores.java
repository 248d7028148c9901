package dev.fuda.tagger.task;

import dev.fuda.tagger.model.BrokenModel;
import dev.fuda.tagger.model.Scores;
import dev.fuda.tagger.model.Tagger;
import dev.fuda.tagger.score.Measuring;
import dev.fuda.tagger.score.ScoreStore;
import dev.fuda.tagger.task.DatasetImages.Fetched;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/** Finds the scores of images: those that are stored, then those of images that are fetched and measured. */
final class ImageScores {

    private final ScoreStore store;
    private final DatasetImages images;
    private final Measuring measuring;

    ImageScores(ScoreStore store, DatasetImages images, Measuring measuring) {
        this.store = store;
        this.images = images;
        this.measuring = measuring;
    }

    /**
     * The scores of images.
     *
     * @param urls where each image is fetched from, by its hash
     * @return one outcome for each hash
     * @throws BrokenModel if the model fails
     */
    Map<String, Outcome> scores(Tagger tagger, Map<String, String> urls) throws InterruptedException {
        int modelId = TaggingWorker.await(store.modelId(tagger.spec()));
        Map<String, Outcome> outcomes = new HashMap<>();
        TaggingWorker.await(store.find(modelId, urls.keySet()))
                .forEach((hash, scores) -> outcomes.put(hash, new Outcome.Tagged(scores)));
        Map<String, byte[]> files = new LinkedHashMap<>();
        fetch(urls, outcomes).forEach((hash, fetched) -> {
            switch (fetched) {
                case Fetched.Image(byte[] file) -> files.put(hash, file);
                case Fetched.Gone(String reason) -> outcomes.put(hash, new Outcome.Failed(reason));
                case Fetched.Away(String reason) -> outcomes.put(hash, new Outcome.Postponed(reason));
            }
        });
        if (!files.isEmpty()) {
            measure(tagger, files, outcomes);
        }
        return outcomes;
    }

    private Map<String, Fetched> fetch(Map<String, String> urls, Map<String, Outcome> known)
            throws InterruptedException {
        Map<String, Fetched> fetched = new LinkedHashMap<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<Fetched>> pending = new LinkedHashMap<>();
            urls.forEach((hash, url) -> {
                if (!known.containsKey(hash)) {
                    pending.put(hash, each.submit(() -> images.fetch(url, hash)));
                }
            });
            for (Map.Entry<String, Future<Fetched>> entry : pending.entrySet()) {
                fetched.put(entry.getKey(), entry.getValue().get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A fetch ended in an unforeseen way", e.getCause());
        }
        return fetched;
    }

    private void measure(Tagger tagger, Map<String, byte[]> files, Map<String, Outcome> outcomes) {
        List<String> hashes = new ArrayList<>(files.keySet());
        try {
            List<Measuring.Measured> measured =
                    measuring.measure(tagger, List.copyOf(files.values())).join();
            for (int i = 0; i < hashes.size(); i++) {
                outcomes.put(
                        hashes.get(i),
                        switch (measured.get(i)) {
                            case Measuring.Measured.Scored(Scores scores) -> new Outcome.Tagged(scores);
                            case Measuring.Measured.Unreadable(String reason) -> new Outcome.Failed(reason);
                        });
            }
        } catch (RejectedExecutionException e) {
            hashes.forEach(
                    hash -> outcomes.put(hash, new Outcome.Postponed("Too many images are measured right now.")));
        } catch (CompletionException e) {
            throw e.getCause() instanceof BrokenModel broken ? broken : e;
        }
    }
}
