package dev.fuda.dataset.operation;

import dev.fuda.dataset.caption.Undisturbed;
import dev.fuda.dataset.dataset.DatasetRepository;
import dev.fuda.dataset.operation.OperationService.Undone;
import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.web.Author;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The history of a dataset, and the way back. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations")
public class OperationResource {

    private final OperationRepository operations;
    private final OperationService service;
    private final DatasetRepository datasets;
    private final Author author;

    OperationResource(
            OperationRepository operations, OperationService service, DatasetRepository datasets, Author author) {
        this.operations = operations;
        this.service = service;
        this.datasets = datasets;
        this.author = author;
    }

    /** @param total operations on all pages */
    public record OperationPage(List<Operation> operations, long total, int page, int limit, int totalPages) {}

    @GET
    @Path("datasets/{dataset}/operations")
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "The history of a dataset or of one item, newest first")
    public Uni<OperationPage> listOperations(
            @PathParam("dataset") long dataset,
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

    @POST
    @Path("operations/{id}/undo")
    @Consumes(MediaType.WILDCARD)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Take an operation back where nobody changed the same since")
    public Uni<Undone> undoOperation(@PathParam("id") String id) {
        return Undisturbed.run(service.undo(uuid(id), author.name()));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("operation", id);
        }
    }
}
