package dev.fuda.dataset.item;

import dev.fuda.dataset.dataset.DatasetRepository;
import dev.fuda.dataset.search.ItemSearch;
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

/** The items of a dataset. */
@Path("/datasets")
@Produces(MediaType.APPLICATION_JSON)
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "items")
public class ItemResource {

    private final ItemRepository items;
    private final DatasetRepository datasets;
    private final ItemSearch search;

    ItemResource(ItemRepository items, DatasetRepository datasets, ItemSearch search) {
        this.search = search;
        this.items = items;
        this.datasets = datasets;
    }

    @GET
    @Path("/{dataset_id}/items")
    @Operation(summary = "Items of a dataset, all or those that match a search")
    public Uni<ItemPage> listItems(
            @PathParam("dataset_id") long dataset,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("search") String query,
            @QueryParam("tag_filter") String tagFilter,
            @QueryParam("sort") String sort) {
        Page rows = Page.of(page, limit, 500);
        ItemSort order = ItemSort.of(sort);
        return datasets.require(dataset)
                .flatMap(found -> search.condition(dataset, query, tagFilter))
                .flatMap(condition -> items.page(condition.where(), condition.parameters(), order, rows));
    }

    @GET
    @Path("/{dataset_id}/items/count")
    @Operation(summary = "How many items match a search, of how many there are")
    public Uni<ItemSearch.Count> countItems(@PathParam("dataset_id") long dataset, @QueryParam("search") String query) {
        return datasets.require(dataset).flatMap(found -> search.count(dataset, query));
    }

    @GET
    @Path("/{dataset_id}/items/{item_id}")
    @Operation(summary = "One item with its captions, metadata and problems")
    public Uni<DatasetItemDetail> getItem(@PathParam("dataset_id") long dataset, @PathParam("item_id") long item) {
        return items.detail(dataset, item);
    }

    @GET
    @Path("/{dataset_id}/items/{item_id}/tags")
    @Operation(summary = "The tags of one caption of an item, in order")
    public Uni<List<Tag>> listItemTags(
            @PathParam("dataset_id") long dataset,
            @PathParam("item_id") long item,
            @QueryParam("caption_type") @DefaultValue("main") String captionType) {
        return items.tags(dataset, item, captionType);
    }

    @GET
    @Path("/{dataset_id}/problems")
    @Operation(summary = "Files that the latest scan could not use, or used with a reservation")
    public Uni<List<ItemProblem>> listProblems(
            @PathParam("dataset_id") long dataset,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        Page rows = Page.of(page, limit, 1_000);
        return datasets.require(dataset).flatMap(found -> items.problems(dataset, rows));
    }
}
