package dev.fuda.dictionary.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * From which transaction on changes are looked for: from a few seconds before the last look. A server that crashes
 * forgets transactions which were rolled back in its last moments, and gives their numbers to new ones; those would lie
 * before a look that had counted the old ones.
 */
final class Horizon {

    /** Within a second, the server has written down whatever it does not write at once. */
    private static final Duration MARGIN = Duration.ofSeconds(3);

    private final Deque<Look> looks = new ArrayDeque<>();

    private record Look(Instant at, long transaction) {}

    /** False until the first look. */
    boolean isKnown() {
        return !looks.isEmpty();
    }

    /** @param transaction the oldest one that this look could not see, see {@link TagRows#horizon} */
    void looked(Instant at, long transaction) {
        Look oldest = looks.pollFirst();
        while (!looks.isEmpty() && looks.peekFirst().at().isBefore(at.minus(MARGIN))) {
            oldest = looks.pollFirst();
        }
        if (oldest != null) {
            looks.addFirst(oldest);
        }
        looks.addLast(new Look(at, transaction));
    }

    /** Whoever asks for changes of this transaction and later ones misses none. */
    long transaction() {
        return looks.stream().mapToLong(Look::transaction).min().orElseThrow();
    }
}
