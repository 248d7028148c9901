package dev.fuda.dataset.operation;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The history of a dataset. */
@Path("/datasets/{dataset_id}/operations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations")
public class HistoryResource {

    private final OperationRepository operations;
    private final DatasetRepository datasets;

    HistoryResource(OperationRepository operations, DatasetRepository datasets) {
        this.operations = operations;
        this.datasets = datasets;
    }

    /** @param total operations on all pages */
    public record OperationPage(List<Operation> operations, long total, int page, int limit, int totalPages) {}

    @GET
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "The history of a dataset or of one item, newest first")
    public Uni<OperationPage> listOperations(
            @PathParam("dataset_id") long dataset,
            @QueryParam("item_id") Long item,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        Page rows = Page.of(page, limit, 200);
        return datasets.require(dataset)
                .flatMap(found -> operations.count(dataset, item))
                .flatMap(total -> operations
                        .list(dataset, item, rows)
                        .map(found -> new OperationPage(found, total, page, limit, rows.pages(total))));
    }
}
