package dev.fuda.dictionary.format;

import dev.fuda.dictionary.format.FormatsOfTag.Kept;
import dev.fuda.dictionary.version.ReadVersion;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/tag-dictionary/{tag_id}/formats")
@Tag(name = "tag-formats")
public class TagFormatsResource {

    private static final int MOST_OF_A_TAG = 100;

    @Inject
    FormatsOfTag formats;

    /** What formats say of a tag, by their ids; those that do not know it are left out. */
    @Schema(name = "FormatsOfTag")
    public record Formats(List<TagInFormat> formats) {}

    @GET
    @Operation(
            summary = "A tag in the formats that know it: type, count, alias or preferred",
            description = "The ETag is that of the tag.")
    @APIResponse(responseCode = "200", description = "What formats say of it")
    public Uni<RestResponse<Formats>> listFormatsOfTag(@RestPath("tag_id") long id) {
        return formats.of(id).map(TagFormatsResource::tagged);
    }

    @PUT
    @Operation(
            summary = "Replace what formats say of a tag",
            description =
                    "Formats that are left out do not know it any more, except that Danbooru's tags have their own"
                            + " type and count there again. An alias leads on to what its preferred tag means. It is a new version"
                            + " of the tag; with If-Match an edit of somebody else is never overwritten.")
    @APIResponse(responseCode = "200", description = "What formats say of it now")
    @APIResponse(responseCode = "409", description = "A list of such a format is being imported; nothing was changed")
    @APIResponse(responseCode = "412", description = "Somebody changed the tag since the version of If-Match")
    @APIResponse(responseCode = "422", description = "A preferred tag can't be one, or other tags lead here")
    public Uni<RestResponse<Formats>> replaceFormatsOfTag(
            @RestPath("tag_id") long id, Formats input, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        List<TagInFormat> given = input == null ? null : input.formats();
        if (given == null || given.size() > MOST_OF_A_TAG || given.contains(null)) {
            throw Problem.badRequest("bad-formats", "formats must be a list of at most " + MOST_OF_A_TAG + " objects.")
                    .field("formats", "at most " + MOST_OF_A_TAG + ", none null");
        }
        Problem problem = Problem.badRequest("bad-formats", "This can't be kept as it is; see the fields.");
        List<TagInFormat> checked = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            TagInFormat one = given.get(i).checked("formats[" + i + "]", problem);
            if (checked.stream().anyMatch(other -> other.formatName().equals(one.formatName()))) {
                problem.field("formats[" + i + "].format_name", "is there twice");
            }
            checked.add(one);
        }
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
        return formats.replace(id, checked, ReadVersion.of(ifMatch, null)).map(TagFormatsResource::tagged);
    }

    private static RestResponse<Formats> tagged(Kept kept) {
        return RestResponse.ResponseBuilder.ok(new Formats(kept.formats()))
                .header(HttpHeaders.ETAG, ReadVersion.etag(kept.version()))
                .build();
    }
}
