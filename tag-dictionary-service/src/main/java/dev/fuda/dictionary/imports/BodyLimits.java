package dev.fuda.dictionary.imports;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Only lists may be large, since they are streamed to a file; every other body is held in memory and has a limit of
 * its own.
 */
@Singleton
class BodyLimits {

    private static final long MOST_IN_MEMORY = 16L << 20;
    private static final int EARLY = 1_000;
    private static final Set<String> LISTS = Set.of(
            "/tag-dictionary/import",
            "/tag-dictionary/imports",
            "/tag-dictionary/overlay",
            "/tag-relations/import",
            "/tag-translations/import",
            "/vocabularies");

    void register(@Observes Filters filters) {
        filters.register(BodyLimits::limit, EARLY);
    }

    private static void limit(RoutingContext request) {
        if (LISTS.contains(request.normalizedPath())) {
            request.next();
            return;
        }
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.length() <= 18 && Long.parseLong(length) > MOST_IN_MEMORY) {
            refuse(request);
            return;
        }
        // A body that does not tell its length is measured as it comes.
        request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, MOST_IN_MEMORY);
        request.next();
    }

    private static void refuse(RoutingContext request) {
        JsonObject problem = new JsonObject()
                .put("type", "urn:fuda:problem:body-too-large")
                .put("title", "Request Entity Too Large")
                .put("status", 413)
                .put(
                        "detail",
                        "The body is larger than " + (MOST_IN_MEMORY >> 20) + " MB. Send long lists as an import.")
                .put("instance", request.normalizedPath())
                .put("code", "body-too-large");
        request.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(problem.encode());
    }
}
