package dev.fuda.dictionary.format;

import dev.fuda.dictionary.format.TagSearch.Found;
import dev.fuda.dictionary.format.TagSearch.Question;
import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/tag-dictionary/search-tags")
@Tag(name = "tag-formats")
public class TagSearchResource {

    private static final int MOST = 1_000;
    private static final int LONGEST = 255;

    @Inject
    FormatRepository formats;

    @Inject
    TagSearch search;

    /** The rows found, by id. */
    @Schema(name = "FoundTags")
    public record FoundTags(List<Found> tags) {}

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
        if (keyword == null || keyword.isBlank() || keyword.length() > LONGEST || keyword.indexOf('\0') >= 0) {
            throw Problem.badRequest("bad-keyword", "keyword must have 1 to " + LONGEST + " characters.")
                    .field("keyword", "1 to " + LONGEST + " characters");
        }
        String format = given("format_name", formatName);
        String type = given("type_name", typeName);
        String tongue = given("language", language);
        Uni<Short> id = format == null ? Uni.createFrom().nullItem() : formats.id(format);
        return id.chain(known -> search.search(
                        new Question(keyword.strip(), partial, known, type, tongue, minUsage, maxUsage, alias),
                        part.limit(),
                        part.offset()))
                .map(FoundTags::new);
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
