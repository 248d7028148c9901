package dev.fuda.dataset.search;

import dev.fuda.dataset.dataset.DatasetRepository;
import dev.fuda.kernel.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tags of a dataset. */
@Path("/datasets/{dataset_id}/tags")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "items")
public class TagCountResource {

    private final ItemSearch search;
    private final DatasetRepository datasets;

    TagCountResource(ItemSearch search, DatasetRepository datasets) {
        this.search = search;
        this.datasets = datasets;
    }

    @GET
    @Operation(summary = "The tags of the items that match a search, the most frequent first")
    public Uni<List<TagCount>> listDatasetTags(
            @PathParam("dataset_id") long dataset,
            @QueryParam("search") String query,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        Page rows = Page.of(1, limit, 10_000);
        return datasets.require(dataset).flatMap(found -> search.tagCounts(dataset, query, rows.limit()));
    }
}
