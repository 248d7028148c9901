package dev.fuda.tagger.score;

import dev.fuda.tagger.image.ImageDecoder;
import dev.fuda.tagger.image.UnreadableImage;
import dev.fuda.tagger.model.ModelSettings;
import dev.fuda.tagger.model.Scores;
import dev.fuda.tagger.model.Tagger;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Decodes and measures images on a few threads that do nothing else and never touch the database. Only so many callers
 * may wait; the next is refused at once, which keeps memory and waiting times bounded.
 */
@ApplicationScoped
public class Measuring {

    /** Callers that may wait for a thread. */
    private static final int WAITING = 32;

    /** Bytes that a pixel takes at most while its image is worked on. */
    private static final int PIXEL_BYTES = 12;

    private final ImageDecoder decoder;
    private final ThreadPoolExecutor threads;

    /** Memory that decoded pixels may take together, in MiB: large images wait for one another. */
    private final Semaphore memory;

    private final int budget;

    private final MeterRegistry meters;

    Measuring(ModelSettings settings, MeterRegistry meters) {
        this.decoder = new ImageDecoder(settings.maxPixels());
        this.budget = settings.pixelMemory();
        this.memory = new Semaphore(budget, true);
        this.meters = meters;
        this.threads = new ThreadPoolExecutor(
                settings.workerCount(),
                settings.workerCount(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("measuring-", 1).factory());
        meters.gauge("fuda.tagger.measuring.waiting", threads.getQueue(), Collection::size);
    }

    /** What became of an image. */
    public sealed interface Measured {
        /** Its raw scores. */
        record Scored(Scores scores) implements Measured {}

        /** Why it has none and never will. */
        record Unreadable(String reason) implements Measured {}
    }

    /**
     * Measures images together, each on its own: a damaged one doesn't harm the others.
     *
     * @param files image files
     * @return one result for each file, in order; fails with {@link dev.fuda.tagger.model.BrokenModel} if the model does
     * @throws java.util.concurrent.RejectedExecutionException if too many callers wait
     */
    public CompletableFuture<List<Measured>> measure(Tagger tagger, List<Path> files) {
        CompletableFuture<List<Measured>> result = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                result.complete(measureNow(tagger, files));
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private List<Measured> measureNow(Tagger tagger, List<Path> files) {
        Measured[] results = new Measured[files.size()];
        List<Integer> places = new ArrayList<>();
        List<float[]> pictures = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            try {
                pictures.add(picture(tagger, files.get(i)));
                places.add(i);
            } catch (UnreadableImage e) {
                results[i] = new Measured.Unreadable(e.getMessage());
            }
        }
        if (!pictures.isEmpty()) {
            Timer.Sample sample = Timer.start(meters);
            List<Scores> scores = tagger.score(pictures);
            sample.stop(
                    meters.timer("fuda.tagger.inference", "model", tagger.spec().name()));
            meters.counter("fuda.tagger.measured", "model", tagger.spec().name())
                    .increment(pictures.size());
            for (int i = 0; i < places.size(); i++) {
                results[places.get(i)] = new Measured.Scored(scores.get(i));
            }
        }
        return List.of(results);
    }

    private float[] picture(Tagger tagger, Path file) throws UnreadableImage {
        long need = decoder.header(file).pixels() * PIXEL_BYTES >> 20;
        int permits = Math.clamp(need, 1, budget);
        memory.acquireUninterruptibly(permits);
        try (ImageDecoder.Decoded image = decoder.decode(file)) {
            return tagger.spec().input().apply(image);
        } finally {
            memory.release(permits);
        }
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }
}
