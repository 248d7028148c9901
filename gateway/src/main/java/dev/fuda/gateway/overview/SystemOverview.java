package dev.fuda.gateway.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the house is doing.
 *
 * @param version of the gateway
 */
public record SystemOverview(String version, List<ServiceHealth> services, LiveHealth live) {

    /**
     * One service.
     *
     * @param ready whether it can answer its questions now
     * @param latencyMs milliseconds until it answered, null when it did not
     * @param deadLetters events that it could not apply and that wait for a person, null when unknown
     * @param detail what is wrong, null when all is well
     */
    public record ServiceHealth(
            String name,
            ServiceState state,
            boolean ready,
            Long latencyMs,
            Long deadLetters,
            @Nullable String detail) {}

    /** What a service's answer means. */
    public enum ServiceState {
        /** It answers and is ready. */
        UP,
        /** It answers and says that it is not ready yet, or not any more. */
        NOT_READY,
        /** It does not answer. */
        DOWN
    }

    /**
     * The live feed.
     *
     * @param connected whether every event stream is being read
     * @param clients open pages that listen
     */
    public record LiveHealth(boolean connected, int clients) {}
}
