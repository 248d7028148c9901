package dev.fuda.dictionary.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fuda.dictionary.clean.TagCleaner;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Specification 0's clean-up over HTTP; see {@link TagCleaner}. */
@Path("/tag-dictionary/clean")
@Tag(name = "tag-formats")
public class CleanResource {

    private static final int MOST_TEXTS = 10_000;
    private static final int LONGEST = 10_000;

    /** What the texts are. */
    @Schema(name = "CleanKind")
    public enum Kind {
        @JsonProperty("format")
        FORMAT,
        @JsonProperty("tags")
        TAGS,
        @JsonProperty("caption")
        CAPTION
    }

    /** Texts of one kind. */
    @Schema(name = "CleanRequest")
    public record CleanRequest(
            @Schema(required = true) Kind kind,
            @Schema(required = true) List<String> texts) {}

    /** The clean texts, in the order of the request. */
    @Schema(name = "CleanResult")
    public record CleanResult(List<String> texts) {}

    @POST
    @RunOnVirtualThread
    @Operation(
            summary = "Clean texts as clean_format, clean_tags and clean_caption do",
            description = "At most 10,000 texts of at most 10,000 characters.")
    public CleanResult cleanTexts(CleanRequest request) {
        Problem problem = Problem.badRequest("bad-texts", "The texts can't be cleaned as they are; see the fields.");
        if (request == null || request.kind() == null) {
            problem.field("kind", "one of format, tags, caption");
        }
        List<String> texts = request == null ? null : request.texts();
        if (texts == null || texts.size() > MOST_TEXTS || texts.contains(null)) {
            problem.field("texts", "at most " + MOST_TEXTS + " texts, none null");
        } else if (texts.stream().anyMatch(text -> text.length() > LONGEST)) {
            problem.field("texts", "each at most " + LONGEST + " characters");
        }
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
        return new CleanResult(
                switch (request.kind()) {
                    case FORMAT -> TagCleaner.cleanFormats(texts);
                    case TAGS -> TagCleaner.cleanTags(texts);
                    case CAPTION -> TagCleaner.cleanCaptions(texts);
                });
    }
}
