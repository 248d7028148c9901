package dev.fuda.dataset.saved;

import dev.fuda.dataset.dataset.DatasetRepository;
import dev.fuda.dataset.search.ItemSearch;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Searches that a person keeps under a name. */
@Path("/datasets/{dataset_id}/saved-searches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "items")
public class SavedSearchResource {

    private static final int LONGEST_NAME = 100;

    private final SavedSearches searches;
    private final DatasetRepository datasets;

    SavedSearchResource(SavedSearches searches, DatasetRepository datasets) {
        this.searches = searches;
        this.datasets = datasets;
    }

    /**
     * A search to keep.
     *
     * @param name 1 to 100 characters
     * @param version as it was read, to change it only if nobody else did
     */
    public record SavedSearchDraft(
            String name, String query, @Nullable Integer version) {}

    @GET
    @Operation(summary = "Kept searches by name")
    public Uni<List<SavedSearch>> listSavedSearches(@PathParam("dataset_id") long dataset) {
        return datasets.require(dataset).flatMap(found -> searches.list(dataset));
    }

    @POST
    @ResponseStatus(201)
    @APIResponseSchema(value = SavedSearch.class, responseCode = "201")
    @Operation(summary = "Keep a search", description = "When tags are renamed or merged in the dictionary it follows.")
    public Uni<SavedSearch> createSavedSearch(@PathParam("dataset_id") long dataset, SavedSearchDraft draft) {
        SavedSearchDraft checked = checked(draft);
        return datasets.require(dataset).flatMap(found -> searches.add(dataset, checked.name(), checked.query()));
    }

    @PUT
    @Path("/{search_id}")
    @Operation(summary = "Change a kept search")
    @APIResponse(responseCode = "200", description = "The search as it is now")
    @APIResponse(responseCode = "409", description = "The name is taken, or somebody changed the search meanwhile")
    public Uni<SavedSearch> updateSavedSearch(
            @PathParam("dataset_id") long dataset, @PathParam("search_id") long id, SavedSearchDraft draft) {
        SavedSearchDraft checked = checked(draft);
        return searches.change(dataset, id, checked.name(), checked.query(), checked.version());
    }

    @DELETE
    @Path("/{search_id}")
    @Operation(summary = "Forget a kept search")
    public Uni<Void> deleteSavedSearch(@PathParam("dataset_id") long dataset, @PathParam("search_id") long id) {
        return searches.delete(dataset, id);
    }

    private static SavedSearchDraft checked(SavedSearchDraft draft) {
        if (draft == null) {
            throw Problem.badRequest("body-missing", "The request needs a JSON body.");
        }
        String name = draft.name() == null ? "" : draft.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badRequest("bad-name", "A search needs a name of 1 to " + LONGEST_NAME + " characters.")
                    .field("name", "1 to " + LONGEST_NAME + " characters, on one line");
        }
        if (draft.query() == null || draft.query().isBlank()) {
            throw Problem.badRequest("bad-search", "There is nothing to keep: the search is empty.")
                    .field("query", "must not be empty");
        }
        ItemSearch.parse(draft.query());
        return new SavedSearchDraft(name, draft.query().strip(), draft.version());
    }
}
