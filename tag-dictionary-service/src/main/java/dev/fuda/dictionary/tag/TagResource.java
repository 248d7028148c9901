package dev.fuda.dictionary.tag;

import dev.fuda.dictionary.version.ReadVersion;
import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.web.Author;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/tag-dictionary")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tag-dictionary")
public class TagResource {

    private static final int MOST_ON_A_PAGE = 500;
    private static final String OPERATION = "Fuda-Operation";

    @Inject
    TagRepository tags;

    @Inject
    TagService service;

    @Inject
    Author author;

    @GET
    @Operation(summary = "List tags, most used first")
    public Uni<TagPage> listTags(
            @RestQuery @Parameter(description = "One category, or all") String category,
            @RestQuery @Parameter(description = "Part of the name") String search,
            @RestQuery
                    @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {"partial", "prefix", "suffix", "exact"},
                                            defaultValue = "partial"))
                    String match,
            @RestQuery @Parameter(schema = @Schema(enumeration = {"all", "danbooru", "user_custom", "auto_detected"}))
                    String source,
            @RestQuery
                    @Parameter(
                            description = "Only tags that a site's list has, or only others",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    String official,
            @RestQuery
                    @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {"hide", "show", "only"},
                                            defaultValue = "hide"))
                    String deprecated,
            @RestQuery @DefaultValue("1") @Parameter(description = "From 1") int page,
            @RestQuery @DefaultValue("100") @Parameter(description = "1 to 500") int limit,
            @RestQuery("sort_by")
                    @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "count_desc",
                                                "count_asc",
                                                "name_asc",
                                                "name_desc",
                                                "created_desc",
                                                "created_asc"
                                            },
                                            defaultValue = "count_desc"))
                    String sortBy) {
        return tags.page(
                TagFilter.of(category, search, match, source, official, deprecated),
                TagSort.parse(sortBy),
                Page.of(page, limit, MOST_ON_A_PAGE));
    }

    @POST
    @Operation(summary = "Add a tag")
    @APIResponseSchema(value = TagView.class, responseCode = "201", responseDescription = "The new tag")
    public Uni<RestResponse<TagView>> createTag(TagInput input) {
        return service.create(required(input))
                .map(tag -> RestResponse.ResponseBuilder.<TagView>created(URI.create("/tag-dictionary/" + tag.id()))
                        .header(HttpHeaders.ETAG, etag(tag))
                        .entity(tag)
                        .build());
    }

    @GET
    @Path("/{tag_id}")
    @Operation(summary = "A tag by its id")
    public Uni<RestResponse<TagView>> getTag(@RestPath("tag_id") long id) {
        return tags.find(id)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("tag", id))
                .map(TagResource::tagged);
    }

    @PUT
    @Path("/{tag_id}")
    @Operation(
            summary = "Change a tag",
            description =
                    "Fields that are left out stay. With a version (or If-Match) a newer edit is never overwritten."
                            + " Another name and a deprecation are operations, done with the rest or not at all: datasets and"
                            + " groups follow, the old name stays as an alias, and their ids are in the header Fuda-Operation.")
    @APIResponse(responseCode = "200", description = "The tag as it is now")
    @APIResponse(responseCode = "409", description = "The name is taken, or somebody changed the tag meanwhile")
    @APIResponse(responseCode = "412", description = "Somebody changed the tag since the version of If-Match")
    public Uni<RestResponse<TagView>> updateTag(
            @RestPath("tag_id") long id, TagInput input, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        ReadVersion version = ReadVersion.of(ifMatch, required(input).version());
        return service.update(id, input, version, author.name()).map(edited -> {
            RestResponse.ResponseBuilder<TagView> response =
                    RestResponse.ResponseBuilder.ok(edited.tag()).header(HttpHeaders.ETAG, etag(edited.tag()));
            if (!edited.operations().isEmpty()) {
                response.header(
                        OPERATION,
                        edited.operations().stream().map(UUID::toString).collect(Collectors.joining(", ")));
            }
            return response.build();
        });
    }

    @DELETE
    @Path("/{tag_id}")
    @Operation(
            summary = "Delete a tag from the dictionary",
            description = "An operation: its id is in the header Fuda-Operation, and undoing it brings the tag back.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", description = "Somebody changes the tag at this moment")
    @APIResponse(responseCode = "412", description = "Somebody changed the tag since the version of If-Match")
    public Uni<RestResponse<Void>> deleteTag(
            @RestPath("tag_id") long id,
            @RestQuery("delete_from_datasets")
                    @DefaultValue("false")
                    @Parameter(description = "Whether items lose it too; otherwise datasets that use it keep it")
                    boolean fromDatasets,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return service.delete(id, ReadVersion.of(ifMatch, null), fromDatasets, author.name())
                .map(done -> RestResponse.ResponseBuilder.<Void>noContent()
                        .header(OPERATION, done.id())
                        .build());
    }

    @DELETE
    @Path("/{tag_id}/overlay")
    @Operation(
            summary = "Give fields of a tag back to the lists",
            description =
                    "The tag is again as the newest list says that was imported. A tag that no list knows keeps its"
                            + " category, count and texts until one does.")
    @APIResponse(responseCode = "200", description = "The tag as it is now")
    public Uni<RestResponse<TagView>> giveTagFieldsBack(
            @RestPath("tag_id") long id,
            @RestQuery
                    @Parameter(
                            description = "Comma separated: category, count, display_name, description, wiki_url,"
                                    + " is_deprecated; all when left out")
                    String fields,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return service.giveBack(id, OwnFields.parse(fields), ReadVersion.of(ifMatch, null))
                .map(TagResource::tagged);
    }

    private static RestResponse<TagView> tagged(TagView tag) {
        return RestResponse.ResponseBuilder.ok(tag)
                .header(HttpHeaders.ETAG, etag(tag))
                .build();
    }

    private static String etag(TagView tag) {
        return ReadVersion.etag(tag.version());
    }

    private static <T> T required(T body) {
        if (body == null) {
            throw Problem.badRequest("body-missing", "The request needs a JSON body.");
        }
        return body;
    }
}
