package dev.fuda.tagger.model;

import dev.fuda.kernel.problem.Problem;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The models of this instance: the built-in one and those in the models folder, which is looked at again whenever
 * somebody asks. Models load in the background, one after the other; each has one session until its files change.
 */
@ApplicationScoped
public class ModelRegistry {

    private static final Logger LOG = Logger.getLogger(ModelRegistry.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final ModelSettings settings;
    private final Map<String, Entry> entries = new TreeMap<>();
    private final ExecutorService loading = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("model loading").factory());

    /** A model on its way: not done while it loads, failed with {@link BrokenModel} when it can't be used. */
    record Entry(String name, boolean builtIn, String fingerprint, CompletableFuture<Tagger> tagger) {}

    ModelRegistry(ModelSettings settings) {
        this.settings = settings;
    }

    void start(@Observes StartupEvent started) {
        synchronized (entries) {
            entries.put(BuiltIn.PALETTE, new Entry(BuiltIn.PALETTE, true, "", loading(BuiltIn::palette)));
        }
        refresh();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loading.shutdown();
        synchronized (entries) {
            entries.values().forEach(ModelRegistry::release);
        }
    }

    /** All models, by name; the folder is looked at first. */
    List<Entry> list() {
        refresh();
        synchronized (entries) {
            return List.copyOf(entries.values());
        }
    }

    /**
     * A model that can be asked, as soon as it is loaded.
     *
     * @return fails with {@link BrokenModel} if it can't be used, with a 404 {@link Problem} if there is none of that name
     */
    public Uni<Tagger> ready(String name) {
        Entry entry = find(name);
        if (entry == null) {
            refresh();
            entry = find(name);
        }
        if (entry == null) {
            return Uni.createFrom().failure(Problem.notFound("tagger model", "'" + name + "'"));
        }
        CompletableFuture<Tagger> tagger = entry.tagger;
        return Uni.createFrom()
                .completionStage(() -> tagger)
                .onFailure(CompletionException.class)
                .transform(Throwable::getCause);
    }

    /** Whether the built-in model is loaded. */
    boolean answers() {
        Entry entry = find(BuiltIn.PALETTE);
        return entry != null && entry.tagger.isDone() && !entry.tagger.isCompletedExceptionally();
    }

    private Entry find(String name) {
        synchronized (entries) {
            return entries.get(name);
        }
    }

    private void refresh() {
        Map<String, ModelFolder> folders = folders();
        synchronized (entries) {
            entries.values().removeIf(entry -> {
                boolean gone = !entry.builtIn && !folders.containsKey(entry.name);
                if (gone) {
                    LOG.infof("The model %s was taken away", entry.name);
                    release(entry);
                }
                return gone;
            });
            folders.forEach(this::renew);
        }
    }

    private void renew(String name, ModelFolder folder) {
        Entry known = entries.get(name);
        if (known != null && known.builtIn) {
            return;
        }
        String fingerprint;
        try {
            fingerprint = folder.fingerprint();
        } catch (IOException e) {
            fingerprint = "unreadable: " + e.getMessage();
        }
        if (known == null || !known.fingerprint.equals(fingerprint)) {
            if (known != null) {
                release(known);
            }
            int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / settings.workerCount());
            entries.put(name, new Entry(name, false, fingerprint, loading(() -> folder.load(threads))));
        }
    }

    private Map<String, ModelFolder> folders() {
        Path models = settings.models().orElse(null);
        if (models == null || !Files.isDirectory(models)) {
            return Map.of();
        }
        Map<String, ModelFolder> found = new TreeMap<>();
        try (Stream<Path> folders = Files.list(models)) {
            folders.filter(Files::isDirectory)
                    .map(ModelFolder::new)
                    .filter(folder -> NAME.matcher(folder.name()).matches())
                    .forEach(folder -> found.put(folder.name(), folder));
        } catch (IOException e) {
            LOG.warnf("The models folder %s can't be read: %s", models, e.getMessage());
        }
        return found;
    }

    private CompletableFuture<Tagger> loading(Supplier<Tagger> load) {
        return CompletableFuture.supplyAsync(load, loading).whenComplete((tagger, failure) -> {
            if (failure != null) {
                Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                LOG.warnf("A model can't be used: %s", cause.getMessage());
            } else {
                LOG.infof(
                        "The model %s (version %s, %d tags) is ready",
                        tagger.spec().name(),
                        tagger.spec().version(),
                        tagger.spec().labels().size());
            }
        });
    }

    /** Closes the session as soon as it is loaded and nobody uses it. */
    private static void release(Entry entry) {
        entry.tagger.thenAcceptAsync(Tagger::close);
    }
}
