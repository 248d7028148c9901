package dev.fuda.dataset.usage;

import dev.fuda.dataset.caption.TagName;
import dev.fuda.dataset.usage.TagUsage.Impact;
import dev.fuda.dataset.usage.TagUsage.RelatedTag;
import dev.fuda.dataset.usage.TagUsage.UsedTag;
import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where tags are used, over all datasets. */
@Path("/tag-usage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tag-usage")
public class TagUsageResource {

    private static final int MOST_TAGS = 1_000;
    private static final int MOST_ON_A_PAGE = 50_000;
    private static final int MOST_RELATED = 100;

    private final TagUsage usage;

    TagUsageResource(TagUsage usage) {
        this.usage = usage;
    }

    /**
     * A change of some tags.
     *
     * @param tags at most 1,000
     * @param gained tags that items get by it, at most 1,000; none when missing
     */
    public record ImpactRequest(List<String> tags, List<String> gained) {}

    @GET
    @Operation(
            summary = "Tags that items have, by name",
            description = "Ask again with the last name as `after` until a page is not full.")
    public Uni<List<UsedTag>> listUsedTags(
            @QueryParam("after") @DefaultValue("") @Parameter(description = "The last name of the page before")
                    String after,
            @QueryParam("limit") @DefaultValue("1000") @Parameter(description = "1 to 50000") int limit) {
        return usage.used(
                after.replace("\0", ""), Page.of(1, limit, MOST_ON_A_PAGE).limit());
    }

    @POST
    @Path("/impact")
    @Operation(summary = "What a change of some tags would touch")
    public Uni<Impact> tagImpact(ImpactRequest request) {
        if (request == null) {
            throw Problem.badRequest("body-missing", "The request needs a JSON body.");
        }
        return usage.impact(
                names("tags", request.tags()), request.gained() == null ? Set.of() : names("gained", request.gained()));
    }

    private static Set<String> names(String field, List<String> given) {
        if (given == null || given.size() > MOST_TAGS || given.contains(null)) {
            throw Problem.badRequest("bad-tags", field + " must be a list of at most " + MOST_TAGS + " names.")
                    .field(field, "at most " + MOST_TAGS + " texts, none null");
        }
        return given.stream().map(TagUsageResource::canonical).collect(Collectors.toSet());
    }

    @GET
    @Path("/related")
    @Operation(
            summary = "Tags that stand together with a tag",
            description = "By cosine similarity: items with both / √(items with one · items with the other).")
    public Uni<List<RelatedTag>> listRelatedTags(
            @QueryParam("tag") @Parameter(required = true) String tag,
            @QueryParam("dataset_id") @Parameter(description = "Only items of this dataset") Long dataset,
            @QueryParam("limit") @DefaultValue("20") @Parameter(description = "1 to 100") int limit) {
        if (tag == null || tag.isBlank()) {
            throw Problem.badRequest("bad-tag", "Say which tag.").field("tag", "must not be empty");
        }
        return usage.related(
                canonical(tag), dataset, Page.of(1, limit, MOST_RELATED).limit());
    }

    private static String canonical(String tag) {
        return TagName.canonical(tag.replace("\0", ""));
    }
}
