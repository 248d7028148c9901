package dev.fuda.dictionary.group;

import dev.fuda.dictionary.name.TagName;
import dev.fuda.dictionary.version.ReadVersion;
import dev.fuda.kernel.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/tag-groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tag-groups")
public class GroupResource {

    static final int LONGEST_NAME = 100;
    static final int MOST_TAGS = 10_000;
    static final int MOST_GROUPS = 1000;

    /**
     * A group with its colour ({@code #RRGGBB} or null) and its tags.
     *
     * @param version goes up with every change; given back with a change, it keeps others' changes safe
     */
    public record TagGroupView(long id, String name, String color, List<String> tags, int version) {
        static TagGroupView of(TagGroup group) {
            return new TagGroupView(group.id, group.name, group.color, List.of(group.tags), group.version);
        }
    }

    /** A new group. */
    public record TagGroupInput(
            @Schema(required = true, maxLength = LONGEST_NAME)
            String name,

            @Schema(examples = "#FF6B9D") String color,
            List<String> tags) {}

    @GET
    @WithSession
    @Operation(summary = "List the tag groups")
    public Uni<List<TagGroupView>> listTagGroups() {
        return TagGroup.<TagGroup>find("order by id")
                .page(0, MOST_GROUPS)
                .list()
                .map(groups -> groups.stream().map(TagGroupView::of).toList());
    }

    @POST
    @Operation(summary = "Add a tag group")
    @APIResponseSchema(value = TagGroupView.class, responseCode = "201", responseDescription = "The new group")
    @APIResponse(responseCode = "409", description = "There is a group of this name, or there are 1,000 groups")
    public Uni<RestResponse<TagGroupView>> createTagGroup(TagGroupInput input) {
        TagGroup group = check(input);
        return Panache.withTransaction(() -> TagGroup.count()
                        .invoke(all -> {
                            if (all >= MOST_GROUPS) {
                                throw Problem.conflict(
                                        "too-many-groups",
                                        "There are " + all + " tag groups already, " + MOST_GROUPS
                                                + " are the most possible. Remove one first.");
                            }
                        })
                        .chain(() -> TagGroup.count("lower(name) = ?1", group.name.toLowerCase(Locale.ROOT)))
                        .invoke(same -> {
                            if (same > 0) {
                                throw taken(group.name);
                            }
                        })
                        .chain(() -> group.<TagGroup>persistAndFlush()))
                .onFailure(ConstraintViolationException.class)
                .transform(e -> taken(group.name))
                .map(saved -> RestResponse.ResponseBuilder.<TagGroupView>created(URI.create("/tag-groups/" + saved.id))
                        .header(HttpHeaders.ETAG, ReadVersion.etag(saved.version))
                        .entity(TagGroupView.of(saved))
                        .build());
    }

    @PUT
    @Path("/{group_id}")
    @Operation(summary = "Change a tag group: its name, colour and all of its tags")
    @APIResponse(responseCode = "200", description = "The group as it is now")
    @APIResponse(responseCode = "409", description = "The name is taken")
    @APIResponse(responseCode = "412", description = "Somebody changed the group since the version of If-Match")
    public Uni<RestResponse<TagGroupView>> updateTagGroup(
            @RestPath("group_id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, TagGroupInput input) {
        TagGroup change = check(input);
        ReadVersion version = ReadVersion.of(ifMatch, null);
        return Panache.withTransaction(() -> locked(id, version)
                        .call(() -> TagGroup.count(
                                        "lower(name) = ?1 and id <> ?2", change.name.toLowerCase(Locale.ROOT), id)
                                .invoke(same -> {
                                    if (same > 0) {
                                        throw taken(change.name);
                                    }
                                }))
                        .invoke(group -> {
                            group.name = change.name;
                            group.color = change.color;
                            group.tags = change.tags;
                            group.updatedAt = Instant.now();
                        })
                        .call(group -> group.flush()))
                .onFailure(ConstraintViolationException.class)
                .transform(e -> taken(change.name))
                .map(group -> RestResponse.ResponseBuilder.ok(TagGroupView.of(group))
                        .header(HttpHeaders.ETAG, ReadVersion.etag(group.version))
                        .build());
    }

    @DELETE
    @Path("/{group_id}")
    @Operation(summary = "Remove a tag group; its tags stay in the dictionary")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "412", description = "Somebody changed the group since the version of If-Match")
    public Uni<Void> deleteTagGroup(@RestPath("group_id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        ReadVersion version = ReadVersion.of(ifMatch, null);
        return Panache.withTransaction(() -> locked(id, version).call(group -> group.delete()))
                .replaceWithVoid();
    }

    private static Uni<TagGroup> locked(long id, ReadVersion version) {
        return TagGroup.<TagGroup>findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("tag group", id))
                .invoke(group ->
                        version.require(group.version, "The group '" + group.name + "'", TagGroupView.of(group)));
    }

    private static Problem taken(String name) {
        return Problem.conflict("name-taken", "There is already a tag group '" + name + "'.")
                .field("name", "already in use");
    }

    private static TagGroup check(TagGroupInput input) {
        if (input == null) {
            throw Problem.badRequest("body-missing", "The request needs a JSON body.");
        }
        Problem problem = Problem.badRequest("bad-tag-group", "The tag group can't be kept as it is; see the fields.");
        TagGroup group = new TagGroup();
        group.name = input.name() == null ? "" : input.name().strip();
        if (group.name.isEmpty() || group.name.length() > LONGEST_NAME || group.name.indexOf('\0') >= 0) {
            problem.field("name", "1 to " + LONGEST_NAME + " characters");
        }
        if (input.color() != null && !input.color().isBlank()) {
            group.color = input.color().strip().toUpperCase(Locale.ROOT);
            if (!group.color.matches("#[0-9A-F]{6}")) {
                problem.field("color", "like #FF6B9D");
            }
        }
        group.tags = tags(input.tags() == null ? List.of() : input.tags(), problem);
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
        return group;
    }

    private static String[] tags(List<String> names, Problem problem) {
        Set<String> tags = new LinkedHashSet<>();
        for (int i = 0; i < names.size(); i++) {
            try {
                tags.add(TagName.of(names.get(i)));
            } catch (IllegalArgumentException e) {
                problem.field("tags[" + i + "]", e.getMessage());
            }
        }
        if (tags.size() > MOST_TAGS) {
            problem.field("tags", "at most " + MOST_TAGS);
        }
        return tags.toArray(String[]::new);
    }
}
