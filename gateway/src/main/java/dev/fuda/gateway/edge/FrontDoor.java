package dev.fuda.gateway.edge;

import dev.fuda.gateway.GatewayConfig;
import dev.fuda.gateway.ProblemAnswer;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.web.Author;
import dev.fuda.kernel.web.ServiceToken;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What every request passes first: is it asked under a name of ours, does another site's page try to change something,
 * does one client ask too much; then the headers that browsers keep to.
 */
public class FrontDoor {

    /** Right after the kernel's request id. */
    private static final int FIRST = Integer.MIN_VALUE + 2;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Inject
    GatewayConfig config;

    private Visitors visitors;
    private Optional<RateLimit> rateLimit = Optional.empty();

    void register(@Observes Router router) {
        GatewayConfig.Edge edge = config.edge();
        visitors = new Visitors(
                Set.copyOf(edge.allowedHosts()),
                edge.allowedOrigins().map(Set::copyOf).orElse(Set.of()));
        rateLimit = edge.requestsPerSecond().map(rate -> new RateLimit(rate, edge.burst(), System::nanoTime));
        router.route().order(FIRST).handler(this::admit);
    }

    private void admit(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        String path = ctx.normalizedPath();
        // Only the gateway says who asks; probes and metrics are asked by address, not by name.
        request.headers().remove(Author.HEADER).remove(ServiceToken.HEADER);
        SafetyHeaders.put(path, ctx.response().headers());
        if (path.startsWith("/q/health") || path.startsWith("/q/metrics")) {
            ctx.next();
            return;
        }
        refusal(request)
                .ifPresentOrElse(
                        problem -> {
                            problem.extra().computeIfPresent("retry_after_seconds", (name, seconds) -> {
                                ctx.response().putHeader("Retry-After", seconds.toString());
                                return seconds;
                            });
                            ProblemAnswer.send(ctx, problem);
                        },
                        ctx::next);
    }

    private Optional<Problem> refusal(HttpServerRequest request) {
        HostAndPort asked = request.authority();
        MultiMap headers = request.headers();
        if (asked == null || !visitors.knowsHost(asked.host())) {
            String name = asked == null ? "an address without a name" : "'" + asked.host() + "'";
            return Optional.of(new Problem(
                    421,
                    "host-not-allowed",
                    "Fuda does not answer to " + name + ". Ask it as "
                            + String.join(" or ", config.edge().allowedHosts())
                            + ", or add the name to FUDA_ALLOWED_HOSTS."));
        }
        boolean changes = !READING.contains(request.method()) || "websocket".equalsIgnoreCase(headers.get("Upgrade"));
        if (changes && !visitors.mayChange(headers.get("Origin"), asked, headers.get("Sec-Fetch-Site"))) {
            return Optional.of(new Problem(
                    403,
                    "foreign-origin",
                    "A page of " + headers.get("Origin") + " may not change anything here. If it is yours, add its"
                            + " origin to FUDA_ALLOWED_ORIGINS."));
        }
        return rateLimit.flatMap(limit -> {
            long waitNanos = limit.take(request.remoteAddress().hostAddress());
            long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(waitNanos + 999_999_999L));
            return waitNanos == 0
                    ? Optional.empty()
                    : Optional.of(new Problem(
                                    429,
                                    "too-many-requests",
                                    "You ask faster than this Fuda allows; the request was not carried out. Try"
                                            + " again in " + seconds + " s.")
                            .with("retry_after_seconds", seconds));
        });
    }
}
