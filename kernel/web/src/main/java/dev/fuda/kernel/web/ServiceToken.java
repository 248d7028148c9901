package dev.fuda.kernel.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets only the gateway and the other services in, when {@code fuda.service-token} is set. Health and metrics stay open:
 * probes carry no token, and they tell nothing of the data.
 */
public class ServiceToken {

    /** The header that carries the token. */
    public static final String HEADER = "X-Fuda-Service-Token";

    @Inject
    @ConfigProperty(name = "fuda.service-token")
    Optional<String> token;

    @Inject
    @ConfigProperty(name = "fuda.service-token.checked", defaultValue = "true")
    boolean checked;

    void register(@Observes Router router) {
        if (checked && token.isPresent()) {
            byte[] expected = token.get().getBytes(StandardCharsets.UTF_8);
            router.route().order(Integer.MIN_VALUE + 1).handler(request -> admit(request, expected));
        }
    }

    private static void admit(RoutingContext request, byte[] expected) {
        String given = request.request().getHeader(HEADER);
        boolean known = given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected);
        if (known || request.request().path().startsWith("/q/")) {
            request.next();
            return;
        }
        request.response()
                .setStatusCode(401)
                .putHeader("Content-Type", "application/problem+json")
                .end("{\"type\":\"urn:fuda:problem:no-service-token\",\"title\":\"Unauthorized\",\"status\":401,"
                        + "\"code\":\"no-service-token\",\"detail\":\"This address is for Fuda's own services; "
                        + "go through the gateway.\",\"request_id\":\"" + RequestIds.of(request) + "\"}");
    }
}
