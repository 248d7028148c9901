package dev.fuda.kernel.event;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes UUIDv7 ids (RFC 9562 §5.7): 48 bits of Unix milliseconds, a version, then 74 random bits. */
public final class EventIds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private EventIds() {}

    /** An id of now. */
    public static UUID next() {
        return next(Clock.systemUTC(), RANDOM);
    }

    /** An id of the clock's time. */
    public static UUID next(Clock clock, RandomGenerator random) {
        long high = clock.millis() << 16 | 0x7000 | random.nextLong() & 0x0fff;
        long low = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
