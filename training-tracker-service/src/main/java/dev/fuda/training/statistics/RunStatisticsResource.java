package dev.fuda.training.statistics;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How evenly a run used its items. */
@Path("/training/runs/{run_id}/stats")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "training runs")
public class RunStatisticsResource {

    private final StatisticsRows statistics;

    RunStatisticsResource(StatisticsRows statistics) {
        this.statistics = statistics;
    }

    @GET
    @Operation(summary = "How evenly a run has used its items")
    public Uni<RunStatistics> getTrainingRunStats(@PathParam("run_id") long id) {
        return statistics.ofRun(id);
    }
}
