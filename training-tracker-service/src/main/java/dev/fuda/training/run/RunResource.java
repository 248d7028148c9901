package dev.fuda.training.run;

import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Training runs: made by a trainer, followed by people. */
@Path("/training/runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "training runs")
public class RunResource {

    private final RunService runs;

    RunResource(RunService runs) {
        this.runs = runs;
    }

    @GET
    @Operation(summary = "The training runs, newest first")
    public Uni<RunView.RunPage> listTrainingRuns(
            @QueryParam("dataset_id") Long datasetId,
            @QueryParam("status") String status,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        Page rows = Page.of(page, limit, 500);
        String known = status == null ? null : status(status);
        return Panache.withSession(() -> {
            PanacheQuery<TrainingRun> query = TrainingRun.find(
                    "(:dataset is null or datasetId = :dataset) and (:status is null or status = :status)",
                    Sort.descending("id"),
                    Parameters.with("dataset", datasetId).and("status", known));
            return query.count()
                    .chain(total -> query.range(rows.offset(), rows.offset() + rows.limit() - 1)
                            .list()
                            .map(found -> page(found, total, rows)));
        });
    }

    private static RunView.RunPage page(List<TrainingRun> found, long total, Page rows) {
        return new RunView.RunPage(
                found.stream().map(RunView::of).toList(), total, rows.page(), rows.limit(), rows.pages(total));
    }

    @POST
    @Operation(
            summary = "Register a training run",
            description = "Without run_number it gets the next one of its name.")
    @APIResponse(responseCode = "201", description = "The new run")
    public Uni<RestResponse<RunView>> createTrainingRun(RunInput input) {
        return runs.create(present(input))
                .map(run -> RestResponse.ResponseBuilder.<RunView>created(URI.create("/training/runs/" + run.id))
                        .entity(RunView.of(run))
                        .build());
    }

    @GET
    @Path("/{run_id}")
    @Operation(summary = "A training run")
    public Uni<RunView> getTrainingRun(@PathParam("run_id") long id) {
        return Panache.withSession(() -> RunService.find(id)).map(RunView::of);
    }

    @PATCH
    @Path("/{run_id}")
    @Operation(
            summary = "Change a training run",
            description =
                    "Only the given fields change. With version, the change is refused (409, with the current run)"
                            + " if somebody else changed the run since.")
    public Uni<RunView> changeTrainingRun(@PathParam("run_id") long id, RunInput input) {
        return runs.change(id, present(input)).map(RunView::of);
    }

    @DELETE
    @Path("/{run_id}")
    @Operation(summary = "Forget a training run and all it reported")
    @APIResponse(responseCode = "204", description = "Forgotten")
    public Uni<Void> deleteTrainingRun(@PathParam("run_id") long id) {
        return runs.delete(id);
    }

    private static RunInput present(RunInput input) {
        if (input == null) {
            throw Problem.badRequest("body-missing", "The request needs a JSON body.");
        }
        return input;
    }

    private static String status(String text) {
        return Arrays.stream(RunStatus.values())
                .map(status -> status.name().toLowerCase(Locale.ROOT))
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                                "bad-status",
                                "status must be pending, running, completed, failed or cancelled, not '" + text + "'.")
                        .field("status", "unknown"));
    }
}
