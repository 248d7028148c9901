package dev.fuda.training.exposure;

import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a run saw: reported by the trainer, read by people. */
@Path("/training/runs/{run_id}/item-usage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "training runs")
public class UsageResource {

    private final Exposures exposures;
    private final UsageRows usage;

    UsageResource(Exposures exposures, UsageRows usage) {
        this.exposures = exposures;
        this.usage = usage;
    }

    @POST
    @Operation(
            summary = "Report what a run saw",
            description = "One step, or many in 'batches'. A step counts once: reports may be repeated, late, or out of"
                    + " order. A report is taken whole or not at all. The first report starts a pending run.")
    public Uni<Exposures.UsageReceipt> reportItemUsage(@PathParam("run_id") long id, UsageReport report) {
        if (report == null) {
            throw Problem.badRequest("body-missing", "The request needs a JSON body.");
        }
        return exposures.record(id, report.steps());
    }

    @GET
    @Operation(summary = "How often a run has used each item")
    public Uni<UsageRows.UsagePage> listItemUsage(
            @PathParam("run_id") long id,
            @QueryParam("sort") @DefaultValue("item_id") String sort,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        UsageRows.Order order = switch (sort) {
            case "item_id" -> UsageRows.Order.ITEM_ID;
            case "times_seen" -> UsageRows.Order.TIMES_SEEN;
            case "-times_seen" -> UsageRows.Order.MOST_SEEN;
            default ->
                throw Problem.badRequest(
                                "bad-sort", "sort must be item_id, times_seen or -times_seen, not '" + sort + "'.")
                        .field("sort", "unknown");
        };
        return usage.list(id, order, Page.of(page, limit, 1_000));
    }
}
