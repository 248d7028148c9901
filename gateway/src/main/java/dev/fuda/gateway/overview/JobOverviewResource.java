package dev.fuda.gateway.overview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fuda.gateway.forward.Upstreams;
import dev.fuda.gateway.overview.JobOverview.JobState;
import dev.fuda.gateway.overview.JobOverview.ServiceJob;
import dev.fuda.gateway.overview.JobOverview.Unavailable;
import dev.fuda.gateway.overview.ServiceCalls.Reply;
import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The jobs of the whole house in one list. */
@Path("/api/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs")
public class JobOverviewResource {

    private static final int MOST = 200;

    @Inject
    ServiceCalls calls;

    @Inject
    Upstreams upstreams;

    @Inject
    ObjectMapper json;

    @GET
    @Operation(
            summary = "The newest jobs of all services",
            description =
                    "A service that does not answer is named in 'unavailable'; the jobs of the others still come.")
    public Uni<JobOverview> listAllJobs(
            @QueryParam("state") String state, @QueryParam("limit") @DefaultValue("50") int limit) {
        Page.of(1, limit, MOST);
        String query = "?limit=" + limit + (state == null ? "" : "&state=" + known(state));
        List<String> services = List.copyOf(upstreams.names());
        return Uni.join()
                .all(services.stream()
                        .map(service -> calls.ask(service, "/jobs" + query))
                        .toList())
                .andFailFast()
                .map(replies -> {
                    Map<String, Reply> byService = new LinkedHashMap<>();
                    for (int i = 0; i < services.size(); i++) {
                        byService.put(services.get(i), replies.get(i));
                    }
                    return merge(byService, limit);
                });
    }

    private static String known(String state) {
        List<String> states = Arrays.stream(JobState.values())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        String asked = state.toLowerCase(Locale.ROOT);
        if (!states.contains(asked)) {
            throw Problem.badRequest("bad-state", "state must be one of " + String.join(", ", states) + ".")
                    .field("state", "unknown state");
        }
        return asked;
    }

    private JobOverview merge(Map<String, Reply> replies, int limit) {
        List<ServiceJob> jobs = new ArrayList<>();
        List<Unavailable> unavailable = new ArrayList<>();
        replies.forEach((service, reply) -> {
            switch (reply) {
                case Reply.Answer(int status, JsonNode body, var took)
                when status == 200 && isList(body) -> body.forEach(job -> jobs.add(read(service, job)));
                case Reply.Answer(int status, JsonNode body, var took) ->
                    unavailable.add(new Unavailable(
                            service, "The " + service + " service can't list its jobs now (status " + status + ")."));
                case Reply.Silence(String reason) -> unavailable.add(new Unavailable(service, reason));
            }
        });
        return new JobOverview(
                jobs.stream()
                        .sorted(Comparator.comparing(ServiceJob::createdAt).reversed())
                        .limit(limit)
                        .collect(Collectors.toList()),
                unavailable);
    }

    private static boolean isList(JsonNode body) {
        return body != null && body.isArray();
    }

    private ServiceJob read(String service, JsonNode job) {
        try {
            return json.treeToValue(((ObjectNode) job).put("service", service), ServiceJob.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "The " + service + " service lists jobs in a way the gateway can't read", e);
        }
    }
}
