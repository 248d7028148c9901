package dev.fuda.dictionary.relation;

import dev.fuda.dictionary.name.TagName;
import dev.fuda.dictionary.page.Pages;
import dev.fuda.dictionary.page.Pages.Listing;
import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Which tags imply which; new ones come as operations of the dictionary or with a list. */
@Path("/tag-implications")
@Tag(name = "tag-aliases")
public class ImplicationResource {

    private static final int MOST_ON_A_PAGE = 500;

    private static final Listing LISTING =
            new Listing("i.id, a.name as a, c.name as c, i.status, i.source", """
            from tag_implication i join tag a on a.id = i.antecedent_id join tag c on c.id = i.consequent_id
            where i.status = $1 and ($2::text is null or a.name = $2 or c.name = $2)""", "a.name, c.name");

    @Inject
    Pool pool;

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
    @Operation(summary = "Put an implication out of force", description = "Items keep the tags they have.")
    @APIResponse(responseCode = "204", description = "Out of force")
    public Uni<Void> deleteTagImplication(@RestPath("implication_id") long id) {
        return pool.preparedQuery(
                        "update tag_implication set status = 'deleted', updated_at = now() where id = $1 and status <> 'deleted'")
                .execute(Tuple.of(id))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw Problem.notFound("implication", id);
                    }
                })
                .replaceWithVoid();
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
