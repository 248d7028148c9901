package dev.fuda.dictionary.format;

import dev.fuda.dictionary.clean.TagCleaner;
import dev.fuda.dictionary.database.TagList;
import dev.fuda.dictionary.database.Written;
import dev.fuda.dictionary.suggest.Spelling;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final int MOST_TYPES = 100;
    private static final int LONGEST_TYPE = 100;
    private static final int LONGEST_SEPARATOR = 10;
    private static final short UNKNOWN = 0;

    @Inject
    FormatRepository formats;

    /**
     * What to convert.
     *
     * @param prompts texts of tags, separated by commas, as convert_prompt takes them
     * @param lists the same as convert_tags takes them
     * @param formatName the format to convert to
     * @param separator between the tags of lists
     * @param excludeTypes tags of these types are left out of lists
     */
    @Schema(name = "ConvertRequest")
    public record ConvertRequest(
            @Nullable List<String> tags,
            @Nullable List<String> prompts,
            @Nullable List<String> lists,
            @Schema(required = true, examples = "danbooru") String formatName,
            @Nullable @Schema(defaultValue = ", ") String separator,
            @Nullable @Schema(examples = "meta") List<String> excludeTypes) {}

    /** What was converted, in the order of the request. */
    @Schema(name = "ConvertResult")
    public record ConvertResult(List<String> tags, List<String> prompts, List<String> lists) {}

    @POST
    @RunOnVirtualThread
    @Operation(
            summary = "Write tags and prompts as a format prefers (convert_tag, convert_prompt, convert_tags)",
            description =
                    "What the format does not know stays as it was written. Tags of prompts and lists come out with"
                            + " blanks and escaped parentheses, as prompts have them. Lists are cleaned first, and unknown tags of"
                            + " several words are converted word by word; the format 'unknown' leaves them alone.")
    public ConvertResult convertTags(ConvertRequest request) {
        check(request);
        List<String> tags = given(request.tags());
        List<String> prompts = given(request.prompts());
        List<TagList> lists = given(request.lists()).stream().map(TagList::new).toList();
        Set<String> names = Stream.of(
                        tags.stream(),
                        prompts.stream().flatMap(ConvertResource::pieces),
                        lists.stream().flatMap(TagList::lookups))
                .flatMap(texts -> texts)
                .map(Spelling::names)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        short format = formats.id(request.formatName()).await().indefinitely();
        Map<String, Written> written = formats.written(format, names).await().indefinitely();
        Function<String, Written> known = text -> look(text, written);
        return new ConvertResult(
                tags.stream()
                        .map(tag -> known.apply(tag) == null
                                ? tag
                                : known.apply(tag).tag())
                        .toList(),
                prompts.stream().map(prompt -> convertedPrompt(prompt, known)).toList(),
                format == UNKNOWN ? given(request.lists()) : convertedLists(lists, known, request));
    }

    private static String convertedPrompt(String prompt, Function<String, Written> known) {
        return pieces(prompt)
                .map(piece -> {
                    Written written = known.apply(piece);
                    return written == null ? piece : TagCleaner.cleanFormat(written.tag());
                })
                .collect(Collectors.joining(", "));
    }

    private static List<String> convertedLists(
            List<TagList> lists, Function<String, Written> known, ConvertRequest request) {
        String separator = request.separator() == null ? ", " : request.separator();
        Set<String> excluded = given(request.excludeTypes()).stream()
                .map(type -> type.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return lists.stream()
                .map(list -> list.convert(known, separator, excluded))
                .toList();
    }

    private static @Nullable Written look(String text, Map<String, Written> known) {
        return Spelling.names(text).stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<String> given(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts;
    }

    /** Empty pieces stay, as in specification 0. */
    private static Stream<String> pieces(String prompt) {
        return Arrays.stream(prompt.split(",", -1)).map(String::strip);
    }

    private static void check(ConvertRequest request) {
        Problem problem = Problem.badRequest("bad-conversion", "This can't be converted as it is; see the fields.");
        if (request == null
                || request.formatName() == null
                || request.formatName().isBlank()) {
            problem.field("format_name", "required");
        }
        if (request != null && request.tags() == null && request.prompts() == null && request.lists() == null) {
            problem.field("tags", "tags, prompts or lists are required");
        }
        if (request != null) {
            checkTexts("tags", request.tags(), MOST, LONGEST, problem);
            checkTexts("prompts", request.prompts(), MOST, LONGEST, problem);
            checkTexts("lists", request.lists(), MOST, LONGEST, problem);
            checkTexts("exclude_types", request.excludeTypes(), MOST_TYPES, LONGEST_TYPE, problem);
            if (request.separator() != null && request.separator().length() > LONGEST_SEPARATOR) {
                problem.field("separator", "at most " + LONGEST_SEPARATOR + " characters");
            }
        }
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
    }

    private static void checkTexts(String field, @Nullable List<String> texts, int most, int longest, Problem problem) {
        if (texts == null) {
            return;
        }
        if (texts.size() > most || texts.contains(null)) {
            problem.field(field, "at most " + most + " texts, none null");
        } else if (texts.stream().anyMatch(text -> text.length() > longest || text.indexOf('\0') >= 0)) {
            problem.field(field, "each at most " + longest + " characters, without NUL");
        }
    }
}
