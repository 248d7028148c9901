package dev.fuda.dictionary.format;

import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Specification 0's questions about formats; and formats of people's own. */
@Path("/tag-dictionary")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tag-formats")
public class FormatResource {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 1_000;

    @Inject
    FormatRepository formats;

    @Inject
    OwnFormats own;

    /** Names, in their order. */
    @Schema(name = "NameList")
    public record Names(List<String> names) {}

    /**
     * The formats, by id.
     *
     * @param names of the same formats, as get_tag_formats has them
     */
    @Schema(name = "TagFormats")
    public record TagFormats(List<String> names, List<FormatView> formats) {}

    /** A format to be added. */
    @Schema(name = "TagFormatInput")
    public record TagFormatInput(
            @Schema(required = true, examples = "my-model") String name,
            @Nullable String description) {}

    @GET
    @Path("/formats")
    @Operation(summary = "Formats of tags and their ids (get_tag_formats, get_format_id)")
    public Uni<TagFormats> listTagFormats() {
        return formats.formats()
                .map(all -> new TagFormats(all.stream().map(FormatView::name).toList(), all));
    }

    @POST
    @Path("/formats")
    @Operation(
            summary = "Add an own format",
            description = "Its id is 1000 or higher, and its tags may have each of the types of /tag-dictionary/types.")
    @APIResponseSchema(value = FormatView.class, responseCode = "201", responseDescription = "The new format")
    @APIResponse(responseCode = "409", description = "There is a format of this name")
    public Uni<RestResponse<FormatView>> createTagFormat(TagFormatInput input) {
        TagFormatInput format = checked(input);
        return own.create(format.name(), format.description())
                .map(made -> RestResponse.ResponseBuilder.<FormatView>created(
                                URI.create("/tag-dictionary/formats/" + made.id()))
                        .entity(made)
                        .build());
    }

    @DELETE
    @Path("/formats/{format_id}")
    @Operation(
            summary = "Delete an own format",
            description = "With what it says of tags; the tags themselves stay. Formats of the product stay too.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", description = "It is a format of the product")
    public Uni<Void> deleteTagFormat(@RestPath("format_id") int id) {
        return own.delete(id);
    }

    @GET
    @Path("/types")
    @Operation(summary = "Types of tags, of all formats or of one (get_all_types, get_tag_types)")
    public Uni<Names> listTagTypes(
            @RestQuery("format_name") @Parameter(description = "One format, or all types when left out")
                    String format) {
        return (format == null || format.isBlank() ? formats.allTypes() : formats.typesOf(format)).map(Names::new);
    }

    @GET
    @Path("/languages")
    @Operation(summary = "Languages that there are translations into (get_tag_languages)")
    public Uni<Names> listTagLanguages() {
        return formats.languages().map(Names::new);
    }

    private static TagFormatInput checked(TagFormatInput input) {
        Problem problem = Problem.badRequest("bad-format", "The format can't be kept as it is; see the fields.");
        String name = input == null || input.name() == null
                ? ""
                : input.name().strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            problem.field("name", "1 to " + LONGEST_NAME + " characters, none of them control characters");
        } else if (name.equals("all")) {
            problem.field("name", "'all' means all formats; choose another name");
        }
        String description = input == null
                        || input.description() == null
                        || input.description().isBlank()
                ? null
                : input.description().strip();
        if (description != null && (description.length() > LONGEST_DESCRIPTION || description.indexOf('\0') >= 0)) {
            problem.field("description", "at most " + LONGEST_DESCRIPTION + " characters");
        }
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
        return new TagFormatInput(name, description);
    }
}
