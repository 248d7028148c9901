package dev.fuda.dictionary.relation;

import dev.fuda.dictionary.name.TagName;
import dev.fuda.dictionary.operation.OperationInput.Order;
import dev.fuda.dictionary.operation.Operations;
import dev.fuda.dictionary.operation.Tx;
import dev.fuda.dictionary.page.Pages;
import dev.fuda.dictionary.page.Pages.Listing;
import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.web.Author;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Which tags imply which; new ones come as operations of the dictionary or with a list. */
@Path("/tag-implications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tag-aliases")
public class ImplicationResource {

    private static final int MOST_ON_A_PAGE = 500;

    private static final Listing LISTING =
            new Listing("i.id, a.name as a, c.name as c, i.status, i.source", """
            from tag_implication i join tag a on a.id = i.antecedent_id join tag c on c.id = i.consequent_id
            where i.status = $1 and ($2::text is null or a.name = $2 or c.name = $2)""", "a.name, c.name");

    private static final String FIND = """
            select a.name as a, c.name as c
            from tag_implication i join tag a on a.id = i.antecedent_id join tag c on c.id = i.consequent_id
            where i.id = $1 and i.status <> 'deleted'
            """;

    @Inject
    Pool pool;

    @Inject
    Operations operations;

    @Inject
    Author author;

    /** Whatever has the tag {@code antecedent} also has {@code consequent}. */
    @Schema(name = "TagImplication")
    public record Implication(long id, String antecedent, String consequent, String status, String source) {
        static Implication of(Row row) {
            return new Implication(
                    row.getLong("id"),
                    row.getString("a"),
                    row.getString("c"),
                    row.getString("status"),
                    row.getString("source"));
        }
    }

    /** Part of the list of implications. */
    @Schema(name = "TagImplicationPage")
    public record ImplicationPage(List<Implication> items, long total, int page, int limit, int totalPages) {}

    @GET
    @Operation(summary = "Implications by name")
    public Uni<ImplicationPage> listTagImplications(
            @RestQuery @Parameter(description = "Only those from or to this tag") String tag,
            @RestQuery
                    @DefaultValue("active")
                    @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {"active", "pending", "rejected", "deleted", "retired"},
                                            defaultValue = "active"))
                    String status,
            @RestQuery @DefaultValue("1") @Parameter(description = "From 1") int page,
            @RestQuery @DefaultValue("100") @Parameter(description = "1 to 500") int limit) {
        return Pages.of(
                pool,
                LISTING,
                Tuple.of(RequestStatus.of(status), name(tag)),
                Page.of(page, limit, MOST_ON_A_PAGE),
                Implication::of,
                ImplicationPage::new);
    }

    @DELETE
    @Path("/{implication_id}")
    @Operation(
            summary = "Put an implication out of force",
            description = "Items keep the tags they have. An operation: its id is in the header Fuda-Operation, and"
                    + " undoing it puts the implication in force again.")
    @APIResponse(responseCode = "204", description = "Out of force")
    @APIResponse(responseCode = "409", description = "Somebody changes one of the tags at this moment")
    public Uni<RestResponse<Void>> deleteTagImplication(@RestPath("implication_id") long id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("implication", id))
                .flatMap(row -> operations.run(
                        Order.unimply(row.getString("a"), row.getString("c")), author.name(), same(id, row)))
                .map(done -> RestResponse.ResponseBuilder.<Void>noContent()
                        .header("Fuda-Operation", done.id())
                        .build());
    }

    /** Looks again once nobody else can change it: whether it is still between the tags of these names. */
    private static Consumer<Tx> same(long id, Row seen) {
        return tx -> {
            Row now = tx.row(FIND, id);
            if (now == null) {
                throw Problem.notFound("implication", id);
            }
            if (!now.getString("a").equals(seen.getString("a"))
                    || !now.getString("c").equals(seen.getString("c"))) {
                throw Problem.conflict("overtaken", "One of its tags was just renamed. Look at it again.");
            }
        };
    }

    private static String name(String tag) {
        if (tag == null || tag.isBlank()) {
            return null;
        }
        try {
            return TagName.of(tag);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("bad-tag", "tag can't be a name: " + e.getMessage() + ".")
                    .field("tag", e.getMessage());
        }
    }
}
