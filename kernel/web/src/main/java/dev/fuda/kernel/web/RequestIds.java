package dev.fuda.kernel.web;

import dev.fuda.kernel.event.EventIds;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** Gives every request an id: the gateway's, or a new one when it is absent or malformed. */
public class RequestIds {

    /** The header that carries the id in both directions. */
    public static final String HEADER = "X-Request-Id";

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final String KEY = "fuda.request-id";

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(request -> {
            String id = of(request);
            request.response().putHeader(HEADER, id);
            MDC.put("request_id", id);
            request.next();
        });
    }

    /** The id of a request; made on the first call. */
    public static String of(RoutingContext request) {
        String known = request.get(KEY);
        if (known != null) {
            return known;
        }
        String given = request.request().getHeader(HEADER);
        String id = given != null && WELL_FORMED.matcher(given).matches()
                ? given
                : EventIds.next().toString();
        request.put(KEY, id);
        return id;
    }
}
