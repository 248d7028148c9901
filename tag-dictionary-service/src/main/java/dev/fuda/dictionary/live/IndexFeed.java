package dev.fuda.dictionary.live;

import dev.fuda.dictionary.live.TagRows.Change;
import dev.fuda.dictionary.suggest.LiveIndex;
import dev.fuda.dictionary.suggest.Resolver;
import dev.fuda.dictionary.suggest.TagEntry;
import dev.fuda.dictionary.suggest.TagIndex;
import dev.fuda.dictionary.suggest.TagIndexBuilder;
import dev.fuda.kernel.loop.Loop;
import dev.fuda.kernel.stream.Notifications;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Keeps the index in memory equal to the tables, in every instance: NOTIFY makes it quick, a look each 400 ms
 * makes it certain. A rebuild goes on beside; edits that come meanwhile are shown at once and put on the new index too.
 */
@ApplicationScoped
public class IndexFeed {

    private static final Logger LOG = Logger.getLogger(IndexFeed.class);
    private static final Duration LOOK = Duration.ofMillis(400);
    private static final Duration EDIT_PATIENCE = Duration.ofSeconds(2);
    private static final Duration IMPORT_PATIENCE = Duration.ofSeconds(10);
    private static final Duration CHANGES_KEPT = Duration.ofHours(24);
    private static final Duration LONGEST_ABSENCE = Duration.ofHours(12);
    private static final int MOST_EDITS = 400;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Inject
    Notifications notifications;

    @Inject
    MeterRegistry metrics;

    private final LiveIndex index = new LiveIndex();
    private final Queue<Waiter> waiting = new ConcurrentLinkedQueue<>();
    private final List<Waiter> taken = new ArrayList<>();
    private final Horizon horizon = new Horizon();

    private OwnConnection database;
    private Loop loop;
    private Rebuild rebuild;
    private Instant lastLook = Instant.EPOCH;
    private Instant lastForgetting = Instant.EPOCH;
    private boolean stale = true;
    private Set<Long> known = Set.of();
    private volatile Map<String, String> replacements = Map.of();

    /** An index in the making, and the tags that changed since its making began. */
    private record Rebuild(CompletableFuture<TagIndex> made, Set<Long> changed) {}

    /** Somebody who waits to see a change; {@code whole} for changes that only a rebuild shows. */
    private record Waiter(CompletableFuture<Void> done, boolean whole) {}

    void start(@Observes StartupEvent started) {
        Gauge.builder("fuda.tag.index.tags", index, LiveIndex::size)
                .description("Tags that can be found")
                .register(metrics);
        Gauge.builder("fuda.tag.index.bytes", index, LiveIndex::bytes)
                .description("Memory of the index without the edits on top")
                .baseUnit("bytes")
                .register(metrics);
        Gauge.builder("fuda.tag.index.edits", index, LiveIndex::edits)
                .description("Edits on top of the index, taken in by the next rebuild")
                .register(metrics);
        database = new OwnConnection(url, user, password);
        loop = new Loop("index of tags", this::look);
        notifications.on("fuda_tag_change", loop::wake);
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.close();
        database.close();
    }

    public LiveIndex index() {
        return index;
    }

    /** What names mean, as of now. */
    public Resolver resolver() {
        return new Resolver(index, replacements);
    }

    /** Completes when every edit committed before this call can be found, or after two seconds; never fails. */
    public Uni<Void> caughtUp() {
        return seen(false, EDIT_PATIENCE);
    }

    /** Completes when every import committed before this call can be found, or after ten seconds; never fails. */
    public Uni<Void> rebuilt() {
        return seen(true, IMPORT_PATIENCE);
    }

    private Uni<Void> seen(boolean whole, Duration patience) {
        return Uni.createFrom().emitter(emitter -> {
            CompletableFuture<Void> done = new CompletableFuture<>();
            done.completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                    .thenRun(() -> emitter.complete(null));
            waiting.add(new Waiter(done, whole));
            loop.wake();
        });
    }

    private Duration look() throws Exception {
        try {
            lookOnce();
            database.worked();
            return LOOK;
        } catch (SQLException e) {
            if (database.failed()) {
                return Duration.ZERO;
            }
            throw e;
        }
    }

    private void lookOnce() throws SQLException {
        for (Waiter each = waiting.poll(); each != null; each = waiting.poll()) {
            taken.add(each);
        }
        takeRebuilt();
        if (horizon.isKnown()) {
            applyChanges(database.forLooks());
        }
        if (rebuild == null && (stale || index.edits() > MOST_EDITS)) {
            startRebuild();
        }
        serve();
        lastLook = Instant.now();
    }

    /** Who waits for a rebuild is served by the look that puts it in place. */
    private void serve() {
        boolean whole = rebuild == null && !stale;
        taken.removeIf(waiter -> {
            boolean served = whole || !waiter.whole();
            if (served) {
                waiter.done().complete(null);
            }
            return served || waiter.done().isDone();
        });
    }

    private void applyChanges(Connection connection) throws SQLException {
        // An instance that was away longer than changes are kept can't know what it missed.
        if (lastLook.isBefore(Instant.now().minus(LONGEST_ABSENCE))) {
            stale = true;
        }
        long newHorizon = TagRows.horizon(connection);
        List<Change> changes = TagRows.changesSince(connection, horizon.transaction());
        Set<Long> fresh = new HashSet<>();
        Set<Long> seen = new HashSet<>();
        for (Change change : changes) {
            seen.add(change.seq());
            if (!known.contains(change.seq())) {
                if (change.tagId() == 0) {
                    stale = true;
                } else {
                    fresh.add(change.tagId());
                }
            }
        }
        if (!fresh.isEmpty() || stale) {
            replacements = TagRows.replacements(connection);
        }
        if (!fresh.isEmpty()) {
            List<TagEntry> present = TagRows.some(connection, fresh);
            index.edit(present, gone(fresh, present));
            if (rebuild != null) {
                rebuild.changed().addAll(fresh);
            }
        }
        known = seen;
        horizon.looked(Instant.now(), newHorizon);
        forgetSometimes(connection);
    }

    private static Set<Long> gone(Set<Long> asked, List<TagEntry> present) {
        Set<Long> gone = new HashSet<>(asked);
        present.forEach(tag -> gone.remove(tag.id()));
        return gone;
    }

    private void startRebuild() throws SQLException {
        if (!horizon.isKnown()) {
            Connection connection = database.forLooks();
            long first = TagRows.horizon(connection);
            replacements = TagRows.replacements(connection);
            horizon.looked(Instant.now(), first);
        }
        stale = false;
        CompletableFuture<TagIndex> made = new CompletableFuture<>();
        rebuild = new Rebuild(made, new HashSet<>());
        Thread.ofPlatform().name("rebuild of the tag index").daemon().start(() -> {
            try {
                made.complete(build());
            } catch (Exception | OutOfMemoryError e) {
                made.completeExceptionally(e);
            }
            loop.wake();
        });
    }

    private TagIndex build() throws SQLException {
        long started = System.nanoTime();
        TagIndexBuilder builder = new TagIndexBuilder();
        try (Connection connection = database.forReading()) {
            // Without a transaction the driver would hold all rows in memory.
            connection.setAutoCommit(false);
            TagRows.all(connection, builder::add);
        }
        TagIndex built = builder.build();
        LOG.infof(
                "%d tags are ready to be found after %d ms, in %d KiB",
                built.size(), (System.nanoTime() - started) / 1_000_000, built.bytes() >> 10);
        return built;
    }

    /** Puts a finished rebuild in place, with what changed meanwhile on top. */
    private void takeRebuilt() throws SQLException {
        if (rebuild == null || !rebuild.made().isDone()) {
            return;
        }
        if (rebuild.made().isCompletedExceptionally()) {
            Throwable failure = rebuild.made().exceptionNow();
            rebuild = null;
            stale = true;
            throw new IllegalStateException("The tags could not be read", failure);
        }
        Set<Long> changed = rebuild.changed();
        List<TagEntry> present = changed.isEmpty() ? List.of() : TagRows.some(database.forLooks(), changed);
        index.install(rebuild.made().resultNow(), present, gone(changed, present));
        rebuild = null;
    }

    private void forgetSometimes(Connection connection) throws SQLException {
        Instant now = Instant.now();
        if (lastForgetting.plus(Duration.ofHours(1)).isBefore(now)) {
            TagRows.forgetChanges(connection, CHANGES_KEPT);
            lastForgetting = now;
        }
    }
}
