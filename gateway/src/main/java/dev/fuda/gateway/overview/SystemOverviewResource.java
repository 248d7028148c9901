package dev.fuda.gateway.overview;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fuda.gateway.forward.Upstreams;
import dev.fuda.gateway.live.LiveFeed;
import dev.fuda.gateway.overview.ServiceCalls.Reply;
import dev.fuda.gateway.overview.SystemOverview.LiveHealth;
import dev.fuda.gateway.overview.SystemOverview.ServiceHealth;
import dev.fuda.gateway.overview.SystemOverview.ServiceState;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How every part is doing, for the system page. */
@Path("/api/system")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "system")
public class SystemOverviewResource {

    @Inject
    ServiceCalls calls;

    @Inject
    Upstreams upstreams;

    @Inject
    LiveFeed live;

    @ConfigProperty(name = "quarkus.application.version")
    String version;

    @GET
    @Operation(summary = "State of the services, their dead letters and the live feed")
    public Uni<SystemOverview> showSystem() {
        return Uni.join()
                .all(upstreams.names().stream().map(this::health).toList())
                .andFailFast()
                .map(services ->
                        new SystemOverview(version, services, new LiveHealth(live.connected(), live.clients())));
    }

    private Uni<ServiceHealth> health(String service) {
        return Uni.combine()
                .all()
                .unis(calls.ask(service, "/q/health/ready"), calls.ask(service, "/dead-letters?limit=1"))
                .with((ready, letters) -> health(service, ready, letters));
    }

    private static ServiceHealth health(String service, Reply readiness, Reply letters) {
        return switch (readiness) {
            case Reply.Silence(String reason) ->
                new ServiceHealth(service, ServiceState.DOWN, false, null, null, reason);
            case Reply.Answer answer -> {
                boolean ready = answer.status() == 200;
                yield new ServiceHealth(
                        service,
                        ready ? ServiceState.UP : ServiceState.NOT_READY,
                        ready,
                        answer.took().toMillis(),
                        deadLetters(letters),
                        ready ? null : "Not ready: " + failing(answer.body()) + ".");
            }
        };
    }

    private static Long deadLetters(Reply letters) {
        return letters instanceof Reply.Answer(int status, JsonNode body, var took)
                        && status == 200
                        && body != null
                        && body.path("total").isNumber()
                ? body.path("total").asLong()
                : null;
    }

    private static String failing(JsonNode health) {
        List<String> names = new ArrayList<>();
        if (health != null) {
            health.path("checks").forEach(check -> {
                if (!"UP".equals(check.path("status").asText())) {
                    names.add(check.path("name").asText());
                }
            });
        }
        return names.isEmpty() ? "it does not say why" : String.join(", ", names);
    }
}
