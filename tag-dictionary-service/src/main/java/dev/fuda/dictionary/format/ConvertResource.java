package dev.fuda.dictionary.format;

import dev.fuda.dictionary.clean.TagCleaner;
import dev.fuda.dictionary.suggest.Spelling;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Specification 0's conversion of tags and prompts between formats. */
@Path("/tag-dictionary/convert")
@Tag(name = "tag-formats")
public class ConvertResource {

    private static final int MOST = 10_000;
    private static final int LONGEST = 10_000;

    @Inject
    FormatRepository formats;

    /**
     * What to convert.
     *
     * @param prompts texts of tags, separated by commas
     * @param formatName the format to convert to
     */
    @Schema(name = "ConvertRequest")
    public record ConvertRequest(
            @Nullable List<String> tags,
            @Nullable List<String> prompts,
            @Schema(required = true, examples = "danbooru") String formatName) {}

    /** The converted tags and prompts, in the order of the request. */
    @Schema(name = "ConvertResult")
    public record ConvertResult(List<String> tags, List<String> prompts) {}

    @POST
    @Operation(
            summary = "Write tags and prompts as a format prefers (convert_tag, convert_tags, convert_prompt)",
            description = "What the format does not know stays as it was written. Tags of prompts come out with blanks"
                    + " and escaped parentheses, as prompts have them.")
    public Uni<ConvertResult> convertTags(ConvertRequest request) {
        check(request);
        List<String> tags = request.tags() == null ? List.of() : request.tags();
        List<String> prompts = request.prompts() == null ? List.of() : request.prompts();
        Set<String> names = new LinkedHashSet<>();
        tags.forEach(tag -> names.add(Spelling.canonical(tag)));
        prompts.forEach(prompt -> pieces(prompt).forEach(piece -> names.add(Spelling.canonical(piece))));
        return formats.id(request.formatName())
                .chain(id -> formats.preferred(id, List.copyOf(names)))
                .map(preferred -> new ConvertResult(
                        tags.stream().map(tag -> converted(tag, preferred)).toList(),
                        prompts.stream()
                                .map(prompt -> convertedPrompt(prompt, preferred))
                                .toList()));
    }

    private static String converted(String tag, Map<String, String> preferred) {
        return preferred.getOrDefault(Spelling.canonical(tag), tag);
    }

    private static String convertedPrompt(String prompt, Map<String, String> preferred) {
        List<String> written = new ArrayList<>();
        for (String piece : pieces(prompt)) {
            String tag = preferred.get(Spelling.canonical(piece));
            written.add(tag == null ? piece : TagCleaner.cleanFormat(tag));
        }
        return String.join(", ", written);
    }

    /** Empty pieces stay, as in specification 0. */
    private static List<String> pieces(String prompt) {
        return Arrays.stream(prompt.split(",", -1)).map(String::strip).toList();
    }

    private static void check(ConvertRequest request) {
        Problem problem = Problem.badRequest("bad-conversion", "This can't be converted as it is; see the fields.");
        if (request == null
                || request.formatName() == null
                || request.formatName().isBlank()) {
            problem.field("format_name", "required");
        }
        if (request != null && request.tags() == null && request.prompts() == null) {
            problem.field("tags", "tags or prompts are required");
        }
        checkTexts("tags", request == null ? null : request.tags(), problem);
        checkTexts("prompts", request == null ? null : request.prompts(), problem);
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
    }

    private static void checkTexts(String field, List<String> texts, Problem problem) {
        if (texts == null) {
            return;
        }
        if (texts.size() > MOST || texts.contains(null)) {
            problem.field(field, "at most " + MOST + " texts, none null");
        } else if (texts.stream().anyMatch(text -> text.length() > LONGEST || text.indexOf('\0') >= 0)) {
            problem.field(field, "each at most " + LONGEST + " characters, without NUL");
        }
    }
}
