package dev.fuda.dictionary.format;

import dev.fuda.dictionary.format.TagSearch.Filter;
import dev.fuda.dictionary.format.TagSearch.Found;
import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/tag-dictionary/search-tags")
@Tag(name = "tag-formats")
public class TagSearchResource {

    private static final int MOST = 1_000;
    private static final int MOST_KEYWORDS = 1_000;
    private static final int MOST_OF_A_BATCH = 10_000;
    private static final int LONGEST = 255;

    @Inject
    FormatRepository formats;

    @Inject
    TagSearch search;

    /** The rows found, by id. */
    @Schema(name = "FoundTags")
    public record FoundTags(List<Found> tags) {}

    /**
     * A question about many tags; all that is given must hold.
     *
     * @param keywords whole tags, source tags or translations in any case
     */
    @Schema(name = "TagSearchBatch")
    public record Batch(
            @Schema(required = true, examples = "long_hair") List<String> keywords,
            @Nullable String formatName,
            @Nullable String typeName,
            @Nullable String language,
            @Nullable Long minUsage,
            @Nullable Long maxUsage,
            @Nullable Boolean alias) {}

    /** The tags found for each keyword, in the order of the keywords. */
    @Schema(name = "TagSearchBatchResult")
    public record BatchResult(List<FoundTags> results) {}

    @GET
    @Operation(
            summary = "Search tags in formats (search_tags)",
            description = "All that is given must hold; 'All' and what is left out mean anything. A keyword matches a"
                    + " whole tag, source tag or translation in any case; with partial a part of it, and * stands for"
                    + " anything.")
    public Uni<FoundTags> searchTagsInFormats(
            @RestQuery @Parameter(required = true, description = "At most 255 characters") String keyword,
            @RestQuery @DefaultValue("false") boolean partial,
            @RestQuery("format_name") String formatName,
            @RestQuery("type_name") String typeName,
            @RestQuery String language,
            @RestQuery("min_usage") Long minUsage,
            @RestQuery("max_usage") Long maxUsage,
            @RestQuery Boolean alias,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @DefaultValue("100") @Parameter(description = "1 to 1000") int limit) {
        Page part = Page.of(page, limit, MOST);
        if (isNoKeyword(keyword)) {
            throw Problem.badRequest("bad-keyword", "keyword must have 1 to " + LONGEST + " characters.")
                    .field("keyword", "1 to " + LONGEST + " characters");
        }
        return filter(formatName, typeName, language, minUsage, maxUsage, alias)
                .chain(filter -> search.search(keyword.strip(), partial, filter, part.limit(), part.offset()))
                .map(FoundTags::new);
    }

    @POST
    @Operation(
            summary = "Search many tags in formats at once (search_tags)",
            description = "For each of at most 1,000 keywords the tags, source tags and translations that are exactly"
                    + " this text, in any case; a * is itself. At most 10,000 rows in all.")
    public Uni<BatchResult> searchManyTagsInFormats(Batch batch) {
        List<String> keywords = batch == null ? null : batch.keywords();
        if (keywords == null
                || keywords.size() > MOST_KEYWORDS
                || keywords.stream().anyMatch(TagSearchResource::isNoKeyword)) {
            throw Problem.badRequest(
                            "bad-keywords",
                            "keywords must be a list of at most " + MOST_KEYWORDS + " texts of 1 to " + LONGEST
                                    + " characters.")
                    .field("keywords", "at most " + MOST_KEYWORDS + " of 1 to " + LONGEST + " characters");
        }
        return filter(
                        batch.formatName(),
                        batch.typeName(),
                        batch.language(),
                        batch.minUsage(),
                        batch.maxUsage(),
                        batch.alias())
                .chain(filter ->
                        search.searchWhole(keywords.stream().map(String::strip).toList(), filter, MOST_OF_A_BATCH))
                .map(found -> new BatchResult(found.stream().map(FoundTags::new).toList()));
    }

    private static boolean isNoKeyword(@Nullable String text) {
        return text == null || text.isBlank() || text.length() > LONGEST || text.indexOf('\0') >= 0;
    }

    private Uni<Filter> filter(
            String formatName, String typeName, String language, Long minUsage, Long maxUsage, Boolean alias) {
        String format = given("format_name", formatName);
        String type = given("type_name", typeName);
        String tongue = given("language", language);
        Uni<Short> id = format == null ? Uni.createFrom().nullItem() : formats.id(format);
        return id.map(known -> new Filter(known, type, tongue, minUsage, maxUsage, alias));
    }

    private static String given(String field, String text) {
        if (text == null || text.isBlank() || text.equalsIgnoreCase("all")) {
            return null;
        }
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw Problem.badRequest("bad-" + field.replace('_', '-'), field + " has too many characters, or a NUL.")
                    .field(field, "at most " + LONGEST + " characters");
        }
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
