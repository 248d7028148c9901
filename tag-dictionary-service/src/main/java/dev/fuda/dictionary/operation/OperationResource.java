package dev.fuda.dictionary.operation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.dictionary.operation.OperationInput.Order;
import dev.fuda.dictionary.page.Pages;
import dev.fuda.dictionary.page.Pages.Listing;
import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.web.Author;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What reaches from the dictionary into datasets: shown first, done as one, taken back as one. */
@Path("/tag-dictionary/operations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tag-dictionary")
public class OperationResource {

    private static final int MOST_ON_A_PAGE = 200;
    private static final Listing LISTING =
            new Listing(OperationView.COLUMNS, "from dictionary_operation", "created_at desc, id");

    @Inject
    Operations operations;

    @Inject
    Author author;

    @Inject
    Pool pool;

    @Inject
    ObjectMapper json;

    /** Part of the list of operations. */
    @Schema(name = "DictionaryOperationPage")
    public record OperationPage(List<OperationView> items, long total, int page, int limit, int totalPages) {}

    @GET
    @Operation(summary = "Operations on the dictionary, the newest first")
    public Uni<OperationPage> listDictionaryOperations(
            @RestQuery @DefaultValue("1") @Parameter(description = "From 1") int page,
            @RestQuery @DefaultValue("50") @Parameter(description = "1 to 200") int limit) {
        return Pages.of(
                pool,
                LISTING,
                Tuple.tuple(),
                Page.of(page, limit, MOST_ON_A_PAGE),
                row -> OperationView.of(row, json),
                OperationPage::new);
    }

    @POST
    @Path("/preview")
    @Operation(
            summary = "What an operation would touch",
            description = "Does it and keeps nothing of it, so whatever stands against it is told here too.")
    @APIResponse(responseCode = "200", description = "What it would touch")
    @APIResponse(
            responseCode = "409",
            description = "It can't be done: a name is taken, or relations would be circular")
    public Uni<OperationPreview> previewDictionaryOperation(OperationInput input) {
        return operations.preview(order(input), author.name());
    }

    @POST
    @Operation(
            summary = "Rename, merge, alias, deprecate, imply or delete, in the dictionary and in datasets",
            description = "One transaction here and one operation in the history of each dataset, which follows soon.")
    @APIResponseSchema(
            value = OperationView.class,
            responseCode = "201",
            responseDescription = "What was done; undo it by its id")
    @APIResponse(
            responseCode = "409",
            description = "It can't be done: a name is taken, or relations would be circular")
    public Uni<RestResponse<OperationView>> runDictionaryOperation(OperationInput input) {
        return operations
                .run(order(input), author.name())
                .map(done -> RestResponse.ResponseBuilder.<OperationView>created(
                                URI.create("/tag-dictionary/operations/" + done.id()))
                        .entity(done)
                        .build());
    }

    @POST
    @Path("/{operation_id}/undo")
    @Operation(
            summary = "Take an operation back, in the dictionary and in datasets",
            description = "Refused as a whole when something that it did to the dictionary was changed since; in"
                    + " datasets, what was changed since stays.")
    @APIResponse(responseCode = "200", description = "The operation, now undone")
    @APIResponse(responseCode = "409", description = "It was undone already, or changed since")
    public Uni<OperationView> undoDictionaryOperation(@RestPath("operation_id") UUID id) {
        return operations.undo(id, author.name());
    }

    private static Order order(OperationInput input) {
        if (input == null) {
            throw Problem.badRequest("body-missing", "The request needs a JSON body.");
        }
        return input.check();
    }
}
