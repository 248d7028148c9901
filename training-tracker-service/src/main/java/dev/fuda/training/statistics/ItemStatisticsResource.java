package dev.fuda.training.statistics;

import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How often items were trained on. */
@Path("/training/item-stats")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "training runs")
public class ItemStatisticsResource {

    private static final int MOST_ITEMS = 500;

    private final StatisticsRows statistics;

    ItemStatisticsResource(StatisticsRows statistics) {
        this.statistics = statistics;
    }

    @GET
    @Operation(
            summary = "How often items were trained on, over all runs",
            description = "Items that were never trained on are left out.")
    public Uni<List<ItemStatistics>> listItemStats(@QueryParam("item_id") List<Long> itemIds) {
        if (itemIds.isEmpty() || itemIds.size() > MOST_ITEMS) {
            throw Problem.badRequest(
                            "bad-items", "Name 1 to " + MOST_ITEMS + " items as item_id, not " + itemIds.size() + ".")
                    .field("item_id", "1 to " + MOST_ITEMS + " of them");
        }
        return statistics.ofItems(itemIds);
    }
}
