package dev.fuda.gateway.edge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** A token bucket for each client; the ones that asked longest ago are forgotten beyond a bound. */
final class RateLimit {

    private static final int REMEMBERED_CLIENTS = 10_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final double perNano;
    private final double burst;
    private final LongSupplier nanoClock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED_CLIENTS;
        }
    };

    private record Bucket(double tokens, long at) {}

    /**
     * @param perSecond sustained requests per second, above 0
     * @param burst requests that may come at once, at least 1
     */
    RateLimit(double perSecond, int burst, LongSupplier nanoClock) {
        if (!(perSecond > 0) || burst < 1) {
            throw new IllegalArgumentException(
                    "A rate limit needs a rate above 0 and a burst of at least 1, not " + perSecond + " and " + burst);
        }
        this.perNano = perSecond / NANOS_PER_SECOND;
        this.burst = burst;
        this.nanoClock = nanoClock;
    }

    /** Takes one token: 0 when there was one, else the nanoseconds until there will be. */
    synchronized long take(String client) {
        long now = nanoClock.getAsLong();
        Bucket before = buckets.getOrDefault(client, new Bucket(burst, now));
        double tokens = Math.min(burst, before.tokens() + (now - before.at()) * perNano);
        if (tokens < 1) {
            buckets.put(client, new Bucket(tokens, now));
            return (long) Math.ceil((1 - tokens) / perNano);
        }
        buckets.put(client, new Bucket(tokens - 1, now));
        return 0;
    }
}
