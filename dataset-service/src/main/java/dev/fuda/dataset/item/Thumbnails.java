package dev.fuda.dataset.item;

import dev.fuda.kernel.problem.Problem;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Thumbnails on disk, by the version of their image, so that every image is drawn once per size. They can be deleted at
 * any time; they are drawn again when they are asked for.
 */
@ApplicationScoped
class Thumbnails {

    private static final Logger LOG = Logger.getLogger(Thumbnails.class);
    private static final int MOST_WAITING = 2_000;
    private static final int BETWEEN_CLEANINGS = 1_000;

    private final ThumbnailCache cache;
    private final AtomicLong drawn = new AtomicLong();
    private final ThumbnailMaker maker = new ThumbnailMaker();
    private final Map<Path, CompletableFuture<byte[]>> inProgress = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor painters;

    /** @param limit how large all of them together may be */
    Thumbnails(
            @ConfigProperty(name = "fuda.data") Path data,
            @ConfigProperty(name = "fuda.thumbnails.limit", defaultValue = "2G") MemorySize limit) {
        cache = new ThumbnailCache(data.toAbsolutePath().resolve("thumbnails"), limit.asLongValue());
        int threads = Runtime.getRuntime().availableProcessors();
        painters = new ThreadPoolExecutor(
                threads,
                threads,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().name("thumbnail-", 0).daemon().factory());
        painters.allowCoreThreadTimeOut(true);
    }

    @PreDestroy
    void close() {
        painters.shutdownNow();
    }

    /**
     * A thumbnail as JPEG, drawn when it is not there yet. Requests for the same one wait for the same drawing.
     *
     * @throws Problem 422 when the image is damaged, 503 when too many are being drawn
     */
    Uni<byte[]> of(ItemFile image, int size) {
        Path file = path(image, size);
        return Uni.createFrom()
                .item(() -> cache.read(file))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(found -> found.isPresent()
                        ? Uni.createFrom().item(found.get())
                        : Uni.createFrom().completionStage(() -> drawing(image, size, file)));
    }

    private Path path(ItemFile image, int size) {
        // A version that is no hash could name two images: the path tells them apart.
        String name = image.version().startsWith("changed-")
                ? UUID.nameUUIDFromBytes((image.path() + image.version()).getBytes(StandardCharsets.UTF_8))
                        .toString()
                : image.version();
        return cache.path(name + "-" + size);
    }

    private CompletableFuture<byte[]> drawing(ItemFile image, int size, Path file) {
        try {
            CompletableFuture<byte[]> drawing = inProgress.computeIfAbsent(
                    file, f -> CompletableFuture.supplyAsync(() -> draw(image, size, file), painters));
            drawing.whenComplete((jpeg, failure) -> inProgress.remove(file, drawing));
            return drawing;
        } catch (RejectedExecutionException full) {
            return CompletableFuture.failedFuture(Problem.unavailable(
                    "thumbnails-busy", "Too many thumbnails are being drawn. Ask again in a few seconds."));
        }
    }

    private byte[] draw(ItemFile image, int size, Path file) {
        return cache.read(file).orElseGet(() -> {
            byte[] jpeg = maker.draw(image.path(), size);
            try {
                cache.write(file, jpeg);
                if (drawn.incrementAndGet() % BETWEEN_CLEANINGS == 1) {
                    cache.clean();
                }
            } catch (IOException full) {
                LOG.warnf("A thumbnail could not be kept, it will be drawn again: %s", full.getMessage());
            }
            return jpeg;
        });
    }
}
