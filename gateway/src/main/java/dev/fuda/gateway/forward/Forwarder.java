package dev.fuda.gateway.forward;

import dev.fuda.gateway.GatewayConfig;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Passes {@code /api/<prefix>/…} on to the service that owns the prefix, without {@code /api}. Bodies stream in both
 * directions, so an upload or an export may be larger than the memory.
 */
public class Forwarder {

    /** Before Quarkus REST, which answers what is left under {@code /api}: the gateway's own resources, or 404. */
    private static final int BEFORE_OWN_RESOURCES = 100;

    private static final String API = "/api";

    @Inject
    GatewayConfig config;

    @Inject
    Upstreams upstreams;

    private Routes routes;

    void register(@Observes Router router) {
        routes = new Routes(config.services(), config.forward());
        router.route(API + "/*").order(BEFORE_OWN_RESOURCES).handler(this::forward);
    }

    private void forward(RoutingContext request) {
        // The normalised path: "/api/datasets/../q" must not slip past the prefixes.
        String path = request.normalizedPath().substring(API.length());
        Optional<Routes.Target> target = routes.find(path);
        if (target.isEmpty()) {
            request.next();
        } else {
            new Exchange(request, target.get(), upstreams).start();
        }
    }
}
