package dev.fuda.local;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait before a part that ended is started again: 1 s, doubled at each end in a row up to 30 s. A part that
 * ran for a minute has recovered and starts from 1 s again.
 */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration RECOVERED = Duration.ofMinutes(1);

    private Duration next = FIRST;

    /** @param started when the part that has ended now was started */
    Duration after(Instant started, Instant now) {
        if (Duration.between(started, now).compareTo(RECOVERED) >= 0) {
            next = FIRST;
        }
        Duration wait = next;
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return wait;
    }
}
