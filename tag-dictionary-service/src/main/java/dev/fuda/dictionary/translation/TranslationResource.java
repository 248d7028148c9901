package dev.fuda.dictionary.translation;

import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/tag-dictionary/{tag_id}/translations")
@Tag(name = "tag-translations")
public class TranslationResource {

    private static final int MOST_OF_A_TAG = 100;

    @Inject
    TranslationService translations;

    /** The translations of a tag, the best of each language first. */
    @Schema(name = "TagTranslations")
    public record Translations(List<Translation> translations) {}

    @GET
    @Operation(summary = "A tag in other languages")
    public Uni<Translations> listTagTranslations(@RestPath("tag_id") long id) {
        return translations.of(id).map(Translations::new);
    }

    @PUT
    @Operation(
            summary = "Replace the translations of a tag",
            description = "Kept in the order in which they are given.")
    public Uni<Translations> replaceTagTranslations(@RestPath("tag_id") long id, Translations input) {
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
        return translations.replace(id, checked).map(Translations::new);
    }
}
