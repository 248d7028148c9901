package dev.fuda.dictionary.translation;

import dev.fuda.dictionary.translation.TranslationResource.Translations;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What other sources call a tag: nobody finds or reads it until a person takes it. */
@Path("/tag-dictionary/{tag_id}/translations/alternatives")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tag-translations")
public class AlternativeResource {

    @Inject
    Alternatives alternatives;

    /** A translation that is offered; {@code source} is who offers it. */
    @Schema(name = "AlternativeTranslation")
    public record Alternative(long id, String language, String translation, String source) {}

    /** The alternatives of a tag, by language, the oldest first. */
    @Schema(name = "AlternativeTranslations")
    public record AlternativeList(List<Alternative> alternatives) {}

    @GET
    @Operation(
            summary = "What other sources call a tag",
            description = "Without what stands among its translations and what somebody dropped.")
    public Uni<AlternativeList> listAlternativeTranslations(@RestPath("tag_id") long id) {
        return alternatives.of(id).map(AlternativeList::new);
    }

    @POST
    @Operation(summary = "Offer a translation of a tag", description = "One that was dropped is offered again.")
    @APIResponseSchema(value = Alternative.class, responseCode = "201", responseDescription = "The alternative")
    @APIResponse(responseCode = "409", description = "It is offered, or stands among the translations, already")
    public Uni<RestResponse<Alternative>> offerAlternativeTranslation(@RestPath("tag_id") long id, Translation input) {
        if (input == null) {
            throw Problem.badRequest("body-missing", "The request needs a JSON body.");
        }
        Problem problem =
                Problem.badRequest("bad-translation", "The translation can't be kept as it is; see the fields.");
        Translation checked = input.checked("", problem);
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
        return alternatives
                .offer(id, checked)
                .map(alternative -> RestResponse.ResponseBuilder.<Alternative>created(
                                URI.create("/tag-dictionary/" + id + "/translations/alternatives/" + alternative.id()))
                        .entity(alternative)
                        .build());
    }

    @POST
    @Path("/{alternative_id}/take")
    @Operation(
            summary = "Take an alternative among the translations of its tag",
            description = "It is a person's from now on, and found.")
    @APIResponse(responseCode = "200", description = "The translations of the tag as they are now")
    public Uni<Translations> takeAlternativeTranslation(
            @RestPath("tag_id") long id,
            @RestPath("alternative_id") long alternative,
            @RestQuery
                    @DefaultValue("false")
                    @Parameter(description = "Whether it comes before all others, as the best of its language")
                    boolean first) {
        return alternatives.take(id, alternative, first).map(Translations::new);
    }

    @DELETE
    @Path("/{alternative_id}")
    @Operation(summary = "Drop an alternative", description = "No list offers it again.")
    @APIResponse(responseCode = "204", description = "Dropped")
    public Uni<Void> dropAlternativeTranslation(
            @RestPath("tag_id") long id, @RestPath("alternative_id") long alternative) {
        return alternatives.drop(id, alternative);
    }
}
