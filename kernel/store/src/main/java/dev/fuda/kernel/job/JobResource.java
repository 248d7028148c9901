package dev.fuda.kernel.job;

import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The jobs of a service: followed, cancelled, tried again. */
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs")
public class JobResource {

    @Inject
    Jobs jobs;

    @GET
    @Operation(summary = "The newest jobs of this service")
    public Uni<List<JobView>> listJobs(
            @QueryParam("state") String state, @QueryParam("limit") @DefaultValue("50") int limit) {
        return jobs.list(
                state == null ? null : parse(state), Page.of(1, limit, 200).limit());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One job with its first failures")
    public Uni<JobView> getJob(@PathParam("id") String id) {
        return jobs.get(uuid(id));
    }

    @GET
    @Path("/{id}/failures")
    @Operation(summary = "The failed items of a job with their reasons")
    public Uni<List<JobView.Failure>> listJobFailures(
            @PathParam("id") String id,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("limit") @DefaultValue("200") int limit) {
        Page rows = Page.of(page, limit, 1_000);
        return jobs.failures(uuid(id), rows.offset(), rows.limit());
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(summary = "Stop a job; what it has done stays done")
    public Uni<JobView> cancelJob(@PathParam("id") String id) {
        return jobs.cancel(uuid(id));
    }

    @POST
    @Path("/{id}/retry")
    @Operation(summary = "Start an ended job again where it stopped, or its failed items")
    public Uni<JobView> retryJob(@PathParam("id") String id) {
        return jobs.retry(uuid(id));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("job", id);
        }
    }

    private static JobState parse(String state) {
        return Arrays.stream(JobState.values())
                .filter(known -> known.name().equalsIgnoreCase(state))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "bad-state",
                        "state must be one of "
                                + Arrays.stream(JobState.values())
                                        .map(s -> s.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
