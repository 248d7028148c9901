package dev.fuda.dictionary.imports;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Only an import may be large, since it is streamed to a file; every other body is held in memory and has a limit of
 * its own.
 */
@Singleton
class BodyLimits {

    private static final long MOST_IN_MEMORY = 16L << 20;
    private static final int EARLY = 1_000;

    void register(@Observes Filters filters) {
        filters.register(BodyLimits::limit, EARLY);
    }

    private static void limit(RoutingContext request) {
        if (!request.normalizedPath().equals("/tag-dictionary/import")) {
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, MOST_IN_MEMORY);
        }
        request.next();
    }
}
