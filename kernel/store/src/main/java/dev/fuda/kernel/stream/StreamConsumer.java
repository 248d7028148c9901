package dev.fuda.kernel.stream;

import dev.fuda.kernel.event.Envelope;
import dev.fuda.kernel.event.Event;
import dev.fuda.kernel.event.EventCodec;
import dev.fuda.kernel.loop.Loop;
import dev.fuda.kernel.loop.RedisLink;
import io.micrometer.core.instrument.Metrics;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Reads one stream for one handler. A batch is one transaction; when it fails, its entries are applied one by one, and
 * those that fail alone wait for their next try while the others go on. Nothing is acknowledged before its effect, or
 * its dead letter, is committed. Used by one loop only.
 */
public final class StreamConsumer implements Loop.Step, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(StreamConsumer.class);
    private static final Duration BLOCK = Duration.ofSeconds(1);
    private static final Duration CURSOR_EVERY = Duration.ofSeconds(2);
    private static final Duration OLD_CONSUMER = Duration.ofHours(1);

    private static final int MOST_HICCUPS = 200;

    private final GroupReader reader;
    private final Effects effects;
    private final EventCodec codec;
    private final Cursors cursors;
    private final EventHandler<?> handler;
    private final EventSettings settings;
    private final Map<EntryId, Retry> retries = new HashMap<>();
    private long nextTakeOver = System.nanoTime();
    private long nextCursor = System.nanoTime();

    /** An entry that waits for its next try; hiccups are tries that failed for want of a database. */
    private record Retry(Entry entry, Envelope<Event> event, int attempts, int hiccups, long dueNanos) {}

    /**
     * @param redis a connection that nobody else uses
     * @param consumer the name of this process within the group; never used twice
     */
    public StreamConsumer(
            Pool pool,
            RedisLink redis,
            EventCodec codec,
            EventHandler<?> handler,
            EventSettings settings,
            String consumer) {
        this.codec = codec;
        this.handler = handler;
        this.settings = settings;
        this.effects = new Effects(pool, handler, new DeadLetters(pool));
        this.cursors = new Cursors(pool, handler.stream().key(), handler.group());
        this.reader = new GroupReader(redis, handler.stream().key(), handler.group(), consumer, cursors::get);
    }

    @Override
    public Duration run() throws IOException, InterruptedException {
        long now = System.nanoTime();
        if (now >= nextTakeOver) {
            takeOver();
            nextTakeOver = now + settings.lease().toNanos() / 3;
        }
        tryAgain();
        // With many open failures the trouble is not one entry's: no more is taken until they are through.
        if (retries.size() < settings.batch()) {
            process(reader.read(settings.batch(), untilNextRetry()));
        } else {
            return untilNextRetry();
        }
        if (now >= nextCursor) {
            cursors.save(reader.position());
            nextCursor = now + CURSOR_EVERY.toNanos();
        }
        return Duration.ZERO;
    }

    private void takeOver() throws IOException, InterruptedException {
        reader.forgetOldConsumers(OLD_CONSUMER);
        List<Entry> taken = new ArrayList<>(reader.takeOver(settings.batch(), settings.lease()));
        taken.removeIf(entry -> retries.containsKey(entry.id()));
        Map<EntryId, Long> deliveries = reader.deliveries(taken);
        List<Entry> hopeless = taken.stream()
                .filter(entry -> deliveries.getOrDefault(entry.id(), 1L) > settings.deliveries())
                .toList();
        for (Entry entry : hopeless) {
            long times = deliveries.get(entry.id());
            effects.bury(
                    entry,
                    event(entry),
                    "It was taken " + times + " times and never finished.",
                    Math.toIntExact(times));
            count("dead", 1);
        }
        reader.finished(hopeless.stream().map(Entry::id).toList());
        taken.removeAll(hopeless);
        count("taken_over", taken.size());
        process(taken);
    }

    private Envelope<Event> event(Entry entry) {
        return codec.read(entry.fields()) instanceof EventCodec.Reading.Known known ? known.envelope() : null;
    }

    private void process(List<Entry> entries) throws IOException, InterruptedException {
        List<Entry> known = new ArrayList<>();
        List<Envelope<Event>> events = new ArrayList<>();
        List<EntryId> finished = new ArrayList<>();
        for (Entry entry : entries) {
            switch (codec.read(entry.fields())) {
                case EventCodec.Reading.Known(var envelope)
                when handler.stream().events().isInstance(envelope.data()) -> {
                    known.add(entry);
                    events.add(envelope);
                }
                case EventCodec.Reading.Known(var envelope) -> {
                    effects.bury(entry, null, envelope.type() + " does not belong on this stream.", 1);
                    count("dead", 1);
                    finished.add(entry.id());
                }
                case EventCodec.Reading.Unknown(var type, var version) -> {
                    LOG.debugf("Skipped %s version %s, which this build does not know", type, version);
                    count("unknown", 1);
                    finished.add(entry.id());
                }
                case EventCodec.Reading.Broken(var reason) -> {
                    effects.bury(entry, null, reason, 1);
                    count("dead", 1);
                    finished.add(entry.id());
                }
            }
        }
        finished.addAll(apply(known, events));
        reader.finished(finished);
    }

    private List<EntryId> apply(List<Entry> entries, List<Envelope<Event>> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        try {
            count("applied", effects.apply(events));
            return entries.stream().map(Entry::id).toList();
        } catch (RuntimeException together) {
            List<EntryId> finished = new ArrayList<>();
            boolean away = Failures.isTransient(together);
            for (int i = 0; i < entries.size(); i++) {
                Retry first = new Retry(entries.get(i), events.get(i), 0, 0, 0);
                if (away) {
                    postpone(first, 0, 1);
                } else if (succeedsAlone(first)) {
                    finished.add(first.entry().id());
                }
            }
            return finished;
        }
    }

    private void tryAgain() throws IOException, InterruptedException {
        List<EntryId> finished = new ArrayList<>();
        for (Retry retry : List.copyOf(retries.values())) {
            if (retry.dueNanos() - System.nanoTime() <= 0 && succeedsAlone(retry)) {
                retries.remove(retry.entry().id());
                finished.add(retry.entry().id());
            }
        }
        reader.finished(finished);
    }

    /** Whether the entry is done with: applied, or buried after its last try. */
    private boolean succeedsAlone(Retry retry) {
        try {
            count("applied", effects.apply(List.of(retry.event())));
            return true;
        } catch (RuntimeException e) {
            // A database that is away is nobody's fault; only a failure that looks so for very long counts as one.
            boolean away = Failures.isTransient(e);
            int attempts = retry.attempts() + (away ? 0 : 1);
            int hiccups = retry.hiccups() + (away ? 1 : 0);
            if (attempts < settings.attempts() && hiccups < MOST_HICCUPS) {
                postpone(retry, attempts, hiccups);
                return false;
            }
            try {
                effects.bury(retry.entry(), retry.event(), Failures.explain(e), attempts);
            } catch (RuntimeException unburied) {
                postpone(retry, retry.attempts(), hiccups);
                return false;
            }
            LOG.warnf(
                    "%s %s became a dead letter after %d tries: %s",
                    retry.event().type(), retry.event().id(), attempts, Failures.explain(e));
            count("dead", 1);
            return true;
        }
    }

    private void postpone(Retry retry, int attempts, int hiccups) {
        Duration wait = settings.backOff().multipliedBy((long) Math.pow(3, Math.max(0, Math.min(5, attempts) - 1)));
        retries.put(
                retry.entry().id(),
                new Retry(retry.entry(), retry.event(), attempts, hiccups, System.nanoTime() + wait.toNanos()));
        count("retried", 1);
    }

    private Duration untilNextRetry() {
        long next = retries.values().stream()
                .mapToLong(retry -> retry.dueNanos() - System.nanoTime())
                .min()
                .orElse(BLOCK.toNanos());
        return Duration.ofNanos(Math.clamp(next, 1_000_000, BLOCK.toNanos()));
    }

    private void count(String outcome, int events) {
        Metrics.counter("fuda.events", "stream", handler.stream().key(), "group", handler.group(), "outcome", outcome)
                .increment(events);
    }

    @Override
    public void close() {
        reader.close();
    }
}
