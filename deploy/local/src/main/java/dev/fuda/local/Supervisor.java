package dev.fuda.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps the parts of a stack running: starts them side by side, starts again what ends (after a pause that grows), and
 * ends them in order. What it prints is for the person at the terminal, one line per event.
 */
final class Supervisor {

    private static final Duration GLANCE = Duration.ofMillis(300);
    private static final int PLACE_FOR_NAMES = 11;

    private final PrintStream out;
    private final Map<Part, Instant> started = new ConcurrentHashMap<>();
    private final Map<Part, Instant> due = new ConcurrentHashMap<>();
    private final Map<Part, Backoff> backoffs = new ConcurrentHashMap<>();
    private final List<Part> running = new CopyOnWriteArrayList<>();
    private final ExecutorService starters =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory());
    private volatile boolean stopping;

    Supervisor(PrintStream out) {
        this.out = out;
    }

    /** Starts {@code parts} side by side and returns when all can answer. @throws LocalStackException of the first that cannot */
    void start(List<? extends Part> parts) {
        running.addAll(parts);
        List<CompletableFuture<Void>> starts = parts.stream()
                .map(part -> CompletableFuture.runAsync(() -> start(part), starters))
                .toList();
        CompletableFuture<Void> all = CompletableFuture.allOf(starts.toArray(CompletableFuture<?>[]::new));
        // The first that cannot start ends the waiting for the others.
        starts.forEach(each -> each.exceptionally(failure -> {
            all.completeExceptionally(failure);
            return null;
        }));
        try {
            all.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LocalStackException cause
                    ? cause
                    : new LocalStackException("A part did not start: " + e.getCause(), e.getCause());
        }
    }

    private void start(Part part) {
        Instant from = Instant.now();
        part.start();
        started.put(part, Instant.now());
        line(part, "ready in " + Readiness.text(Duration.between(from, Instant.now())) + " on port " + part.port());
    }

    /** Looks after the parts until {@link #stop()}; @param changed is run after each restart */
    void watch(Runnable changed) {
        while (!stopping) {
            for (Part part : running) {
                look(part, changed);
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private void look(Part part, Runnable changed) {
        if (stopping || (part.isAlive() && !due.containsKey(part))) {
            return;
        }
        Instant now = Instant.now();
        if (!due.containsKey(part)) {
            Duration wait =
                    backoffs.computeIfAbsent(part, any -> new Backoff()).after(started.getOrDefault(part, now), now);
            due.put(part, now.plus(wait));
            line(part, "has ended; it is started again in " + wait.toSeconds() + " s (why: " + part.log() + ")");
        } else if (!now.isBefore(due.get(part))) {
            // Started beside this loop, so that two parts that ended do not wait for one another.
            due.put(part, Instant.MAX);
            starters.execute(() -> restart(part, changed));
        }
    }

    private void restart(Part part, Runnable changed) {
        try {
            start(part);
            changed.run();
        } catch (RuntimeException e) {
            if (!stopping) {
                line(part, e.getMessage());
            }
        }
        due.remove(part);
    }

    /** Ends all parts: the latest started layer first, the parts of a layer side by side. */
    void stop(List<? extends List<? extends Part>> layers) {
        stopping = true;
        for (List<? extends Part> layer : layers) {
            CompletableFuture<?>[] ends = layer.stream()
                    .map(part -> CompletableFuture.runAsync(part::stop, starters))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(ends).join();
        }
    }

    private void line(Part part, String text) {
        synchronized (out) {
            out.println("  " + part.name()
                    + " ".repeat(Math.max(1, PLACE_FOR_NAMES - part.name().length())) + text);
        }
    }
}
