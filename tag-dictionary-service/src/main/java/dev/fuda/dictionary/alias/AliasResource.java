package dev.fuda.dictionary.alias;

import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/tag-aliases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tag-aliases")
public class AliasResource {

    private static final int MOST_ON_A_PAGE = 500;
    private static final int LONGEST_SEARCH = 500;

    @Inject
    AliasService aliases;

    /** {@code sourceTag} is another name of the tag {@code targetTag}. An alias may have several targets. */
    public record AliasView(long id, String sourceTag, String targetTag) {}

    /** A new alias. */
    public record AliasInput(String sourceTag, String targetTag) {}

    /** Part of the list of aliases. */
    public record AliasPage(List<AliasView> items, long total, int page, int limit, int totalPages) {}

    @GET
    @Operation(summary = "List aliases by name")
    public Uni<AliasPage> listAliases(
            @RestQuery @Parameter(description = "Part of the alias or of its tag") String search,
            @RestQuery @DefaultValue("1") @Parameter(description = "From 1") int page,
            @RestQuery @DefaultValue("100") @Parameter(description = "1 to 500") int limit) {
        if (search != null && search.length() > LONGEST_SEARCH) {
            throw Problem.badRequest(
                            "bad-search", "search is longer than " + LONGEST_SEARCH + " characters, which no alias is.")
                    .field("search", "at most " + LONGEST_SEARCH + " characters");
        }
        return aliases.page(search, Page.of(page, limit, MOST_ON_A_PAGE));
    }

    @POST
    @Operation(summary = "Add an alias", description = "The target must be a tag of the dictionary.")
    @APIResponseSchema(value = AliasView.class, responseCode = "201", responseDescription = "The new alias")
    public Uni<RestResponse<AliasView>> createAlias(AliasInput input) {
        if (input == null) {
            throw Problem.badRequest("body-missing", "The request needs a JSON body.");
        }
        return aliases.create(input)
                .map(alias -> RestResponse.ResponseBuilder.<AliasView>created(URI.create("/tag-aliases/" + alias.id()))
                        .entity(alias)
                        .build());
    }

    @DELETE
    @Path("/{alias_id}")
    @Operation(summary = "Delete an alias")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Void> deleteAlias(@RestPath("alias_id") long id) {
        return aliases.delete(id);
    }
}
