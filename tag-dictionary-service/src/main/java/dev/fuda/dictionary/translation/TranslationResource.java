package dev.fuda.dictionary.translation;

import dev.fuda.dictionary.version.ReadVersion;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/tag-dictionary/{tag_id}/translations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tag-translations")
public class TranslationResource {

    private static final int MOST_OF_A_TAG = 100;

    @Inject
    TranslationService translations;

    /** The translations of a tag, the best of each language first. */
    @Schema(name = "TagTranslations")
    public record Translations(List<Translation> translations) {}

    @GET
    @Operation(summary = "A tag in other languages", description = "The ETag is that of the tag.")
    @APIResponse(responseCode = "200", description = "Its translations")
    public Uni<RestResponse<Translations>> listTagTranslations(@RestPath("tag_id") long id) {
        return translations.of(id).map(TranslationResource::tagged);
    }

    @PUT
    @Operation(
            summary = "Replace the translations of a tag",
            description = "Kept in the order in which they are given. It is a new version of the tag; with If-Match an"
                    + " edit of somebody else is never overwritten.")
    @APIResponse(responseCode = "200", description = "Its translations now")
    @APIResponse(responseCode = "412", description = "Somebody changed the tag since the version of If-Match")
    public Uni<RestResponse<Translations>> replaceTagTranslations(
            @RestPath("tag_id") long id, Translations input, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        List<Translation> given = input == null || input.translations() == null ? null : input.translations();
        if (given == null || given.size() > MOST_OF_A_TAG || given.contains(null)) {
            throw Problem.badRequest(
                            "bad-translations", "translations must be a list of at most " + MOST_OF_A_TAG + " objects.")
                    .field("translations", "at most " + MOST_OF_A_TAG + ", none null");
        }
        Problem problem =
                Problem.badRequest("bad-translations", "The translations can't be kept as they are; see the fields.");
        List<Translation> checked = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            checked.add(given.get(i).checked("translations[" + i + "].", problem));
        }
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
        return translations.replace(id, checked, ReadVersion.of(ifMatch, null)).map(TranslationResource::tagged);
    }

    private static RestResponse<Translations> tagged(TranslationService.Kept kept) {
        return RestResponse.ResponseBuilder.ok(new Translations(kept.translations()))
                .header(HttpHeaders.ETAG, ReadVersion.etag(kept.version()))
                .build();
    }
}
