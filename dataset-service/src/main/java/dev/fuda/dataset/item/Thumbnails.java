package dev.fuda.dataset.item;

import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Thumbnails on disk, by the version of their image, so that every image is drawn once per size. They can be deleted at
 * any time; they are drawn again when they are asked for.
 */
@ApplicationScoped
class Thumbnails {

    private static final int MOST_WAITING = 2_000;

    private final Path folder;
    private final ThumbnailMaker maker = new ThumbnailMaker();
    private final Map<Path, CompletableFuture<Path>> inProgress = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor painters;

    Thumbnails(@ConfigProperty(name = "fuda.data") Path data) {
        folder = data.toAbsolutePath().resolve("thumbnails");
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
     * The file of a thumbnail, drawn when it is not there yet. Requests for the same one wait for the same drawing.
     *
     * @throws Problem 422 when the image is damaged, 503 when too many are being drawn
     */
    Uni<Path> of(ItemFile image, int size) {
        Path target = path(image, size);
        return Uni.createFrom()
                .item(() -> Files.exists(target))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(there -> there
                        ? Uni.createFrom().item(target)
                        : Uni.createFrom().completionStage(() -> drawing(image, size, target)));
    }

    private Path path(ItemFile image, int size) {
        // A version that is no hash could name two images: the path tells them apart.
        String name = image.version().startsWith("changed-")
                ? UUID.nameUUIDFromBytes((image.path() + image.version()).getBytes(StandardCharsets.UTF_8))
                        .toString()
                : image.version();
        return folder.resolve(name.substring(0, 2)).resolve(name + "-" + size + ".jpg");
    }

    private CompletableFuture<Path> drawing(ItemFile image, int size, Path target) {
        try {
            return inProgress.computeIfAbsent(target, t -> {
                CompletableFuture<Path> drawn =
                        CompletableFuture.supplyAsync(() -> draw(image, size, target), painters);
                drawn.whenComplete((path, failure) -> inProgress.remove(target, drawn));
                return drawn;
            });
        } catch (RejectedExecutionException full) {
            return CompletableFuture.failedFuture(Problem.unavailable(
                    "thumbnails-busy", "Too many thumbnails are being drawn. Ask again in a few seconds."));
        }
    }

    private Path draw(ItemFile image, int size, Path target) {
        try {
            if (!Files.exists(target)) {
                byte[] jpeg = maker.draw(image.path(), size);
                Files.createDirectories(target.getParent());
                Path part = Files.createTempFile(target.getParent(), "part", ".tmp");
                Files.write(part, jpeg);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return target;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
