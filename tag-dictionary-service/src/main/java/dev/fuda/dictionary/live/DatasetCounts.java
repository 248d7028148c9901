package dev.fuda.dictionary.live;

import dev.fuda.dictionary.dataset.Datasets;
import dev.fuda.dictionary.dataset.Datasets.TagCount;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * How often tags stand in a dataset, for suggestions. A search never waits for it: the counts are asked for beside, and
 * anew after a while; until they are here there are none.
 */
@ApplicationScoped
class DatasetCounts {

    private static final int MOST_DATASETS = 200;
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Datasets datasets;
    private final Map<Long, Known> known = new ConcurrentHashMap<>();
    private final Semaphore asking = new Semaphore(2);

    DatasetCounts(Datasets datasets) {
        this.datasets = datasets;
    }

    /** @param counts null until they are known */
    private record Known(Map<String, Long> counts, Instant askedAt) {
        private static final Known NOTHING = new Known(null, Instant.EPOCH);
    }

    /** What is known of a dataset now, or null. Never waits. */
    Map<String, Long> of(long dataset) {
        Known now = known.getOrDefault(dataset, Known.NOTHING);
        if (now.askedAt().plus(FRESH).isBefore(Instant.now()) && asking.tryAcquire()) {
            if (known.size() >= MOST_DATASETS) {
                known.clear();
            }
            known.put(dataset, new Known(now.counts(), Instant.now()));
            Thread.startVirtualThread(() -> {
                try {
                    ask(dataset, now);
                } finally {
                    asking.release();
                }
            });
        }
        return now.counts();
    }

    private void ask(long dataset, Known before) {
        Optional<List<TagCount>> answer = datasets.counts(dataset);
        Map<String, Long> counts = new HashMap<>();
        answer.ifPresent(tags -> tags.forEach(tag -> counts.put(tag.tag(), tag.count())));
        known.put(dataset, new Known(answer.isPresent() ? counts : before.counts(), Instant.now()));
    }
}
