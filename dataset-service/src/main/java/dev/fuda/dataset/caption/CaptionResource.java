package dev.fuda.dataset.caption;

import dev.fuda.dataset.caption.CaptionService.Target;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.web.Author;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Edits of one item's tags and captions. The caption file follows before the answer, unless it cannot be written. */
@Path("/datasets/{dataset_id}/items/{item_id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "captions")
public class CaptionResource {

    private static final Set<String> TYPES =
            Set.of("tags", "natural_language", "social_media", "instruction", "description");

    private final CaptionService captions;
    private final Author author;

    CaptionResource(CaptionService captions, Author author) {
        this.captions = captions;
        this.author = author;
    }

    /**
     * A new tag.
     *
     * @param captionType the caption's subtype: main, alt, …; main when missing
     * @param position from 0; the end when missing
     */
    public record AddTag(String tag, String captionType, Integer position, String tagGroup) {}

    /** @param tagId of the tag at the item */
    public record RemoveTag(Long tagId) {}

    /**
     * The whole list of tags.
     *
     * @param captionType the caption's subtype: main, alt, …; main when missing
     * @param version of the item as it was seen
     * @param diskHash from the answer 409 caption-changed-on-disk, to replace that file
     */
    public record SetTags(String captionType, List<String> tags, Integer version, String diskHash) {}

    /**
     * A caption's text.
     *
     * @param language such as en or ja; unchanged when missing
     * @param version of the item as it was seen
     * @param diskHash from the answer 409 caption-changed-on-disk, to replace that file
     */
    public record SetCaption(String content, String language, Integer version, String diskHash) {}

    @POST
    @Path("/tags")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(summary = "Add a tag to a caption")
    public Uni<RetagResult> addItemTag(
            @PathParam("dataset_id") long dataset, @PathParam("item_id") long item, AddTag body) {
        AddTag given = require(body);
        Target target = Target.tags(dataset, item, subtype(given.captionType()), author.name());
        return Undisturbed.run(captions.addTag(target, given.tag(), given.position(), group(given.tagGroup())));
    }

    @DELETE
    @Path("/tags")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Take a tag off an item")
    public Uni<Void> removeItemTag(
            @PathParam("dataset_id") long dataset,
            @PathParam("item_id") long item,
            @QueryParam("tag_id") Long tagId,
            RemoveTag body) {
        Long id = tagId != null ? tagId : body == null ? null : body.tagId();
        if (id == null) {
            throw Problem.badRequest("tag-id-missing", "tag_id says which tag to remove.")
                    .field("tag_id", "is needed");
        }
        return Undisturbed.run(captions.removeTag(dataset, item, id, author.name()))
                .replaceWithVoid();
    }

    @PUT
    @Path("/tags")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Set the tags of a caption and their order")
    public Uni<RetagResult> setItemTags(
            @PathParam("dataset_id") long dataset, @PathParam("item_id") long item, SetTags body) {
        SetTags given = require(body);
        if (given.tags() == null) {
            throw Problem.badRequest("tags-missing", "tags is the new list; an empty list removes all.")
                    .field("tags", "is needed");
        }
        CaptionState.Key key = new CaptionState.Key("tags", subtype(given.captionType()));
        return Undisturbed.run(captions.setTags(
                new Target(dataset, item, key, version(given.version()), given.diskHash(), author.name()),
                given.tags()));
    }

    @PUT
    @Path("/captions/{caption_type}/{caption_subtype}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Set the text of a caption")
    public Uni<RetagResult> setCaption(
            @PathParam("dataset_id") long dataset,
            @PathParam("item_id") long item,
            @PathParam("caption_type") String captionType,
            @PathParam("caption_subtype") String captionSubtype,
            SetCaption body) {
        SetCaption given = require(body);
        if (!TYPES.contains(captionType)) {
            throw Problem.badRequest(
                            "bad-caption-type",
                            "There is no caption type " + captionType + ". Known are "
                                    + String.join(", ", TYPES.stream().sorted().toList()) + ".")
                    .field("caption_type", "is not known");
        }
        if (given.language() != null && !given.language().matches("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*")) {
            throw Problem.badRequest("bad-language", "The language is a code such as en, ja or zh-Hant.")
                    .field("language", "must be a language code");
        }
        CaptionState.Key key = new CaptionState.Key(captionType, subtype(captionSubtype));
        return Undisturbed.run(captions.setText(
                new Target(dataset, item, key, version(given.version()), given.diskHash(), author.name()),
                given.content(),
                given.language()));
    }

    private static <T> T require(T body) {
        if (body == null) {
            throw Problem.badRequest("body-missing", "The request needs a JSON body.");
        }
        return body;
    }

    private static Integer version(Integer given) {
        if (given == null) {
            throw Problem.badRequest("version-missing", "version says which state of the item you edit.")
                    .field("version", "is needed");
        }
        return given;
    }

    private static String subtype(String given) {
        String subtype = given == null || given.isBlank() ? "main" : given.strip();
        if (!subtype.matches("[\\p{L}\\p{N}_.-]{1,64}")) {
            throw Problem.badRequest(
                            "bad-caption-subtype",
                            "A caption's subtype has 1 to 64 letters, digits, dots, underscores and hyphens.")
                    .field("caption_type", "is not usable");
        }
        return subtype;
    }

    private static String group(String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.length() > 100 || given.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badRequest("bad-tag-group", "The name of a group has at most 100 characters.")
                    .field("tag_group", "is not usable");
        }
        return given.strip();
    }
}
