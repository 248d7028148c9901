package dev.fuda.dictionary.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.suggest.Means;
import dev.fuda.dictionary.suggest.Personal;
import dev.fuda.dictionary.suggest.Resolver;
import dev.fuda.dictionary.suggest.Resolver.Resolution;
import dev.fuda.dictionary.suggest.Suggestion;
import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.web.Author;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Answers from memory: what a person may be typing, and what names mean. Never waits for the database. */
@Path("/tag-dictionary")
@Tag(name = "tag-dictionary")
public class SearchResource {

    private static final int MOST_RESULTS = 100;
    private static final int MOST_NAMES = 10_000;
    private static final int LONGEST_QUERY = 500;
    private static final int MOST_PICKS = 100;

    @Inject
    IndexFeed feed;

    @Inject
    Picks picks;

    @Inject
    DatasetCounts datasetCounts;

    @Inject
    ByMeaning byMeaning;

    @Inject
    Author author;

    /** Nothing, as JSON. */
    public record Pong() {}

    /** Why a tag was found. */
    @Schema(name = "SuggestionReason")
    public enum Reason {
        @JsonProperty("prefix")
        PREFIX,
        @JsonProperty("alias")
        ALIAS,
        @JsonProperty("translation")
        TRANSLATION,
        @JsonProperty("abbreviation")
        ABBREVIATION,
        @JsonProperty("word")
        WORD,
        @JsonProperty("words")
        WORDS,
        @JsonProperty("inside")
        INSIDE,
        @JsonProperty("typo")
        TYPO,
        @JsonProperty("meaning")
        MEANING;

        static Reason of(Suggestion hit) {
            return switch (hit.tier()) {
                case EXACT_NAME, EXACT_ALIAS, PREFIX ->
                    hit.translated() ? TRANSLATION : hit.matchedAlias() == null ? PREFIX : ALIAS;
                case ABBREVIATION -> ABBREVIATION;
                case WORD -> WORD;
                case WORDS -> WORDS;
                case INSIDE -> INSIDE;
                case TYPO -> TYPO;
                case MEANING -> MEANING;
            };
        }
    }

    /**
     * A tag that may be meant.
     *
     * @param matchedAlias the alias or translation that was hit, null when it was the name
     * @param translation the tag in Japanese, else in another language; null when there is none
     * @param datasetCount items of the dataset asked for that have it; null while that is not known
     * @param picks how often this person chose it before; of what is hit equally well it comes first
     */
    @Schema(name = "TagSuggestion")
    public record Result(
            long id,
            String tag,
            Category category,
            int count,
            @Nullable String displayName,
            @Nullable String matchedAlias,
            @Nullable String translation,
            Reason reason,
            @Nullable Long datasetCount,
            int picks) {
        static Result of(Suggestion hit, Map<String, Long> counts, int picks) {
            return new Result(
                    hit.id(),
                    hit.name(),
                    hit.category(),
                    hit.count(),
                    hit.displayName(),
                    hit.matchedAlias(),
                    hit.translation(),
                    Reason.of(hit),
                    counts == null ? null : counts.getOrDefault(hit.name(), 0L),
                    picks);
        }
    }

    /** What was typed, and the tags that it may mean, best first. */
    @Schema(name = "TagSearchResult")
    public record SearchResult(String query, List<Result> results) {}

    /** @param tags by name, at most 100 */
    @Schema(name = "PickTagsRequest")
    public record PickRequest(List<String> tags) {}

    /** Names to be resolved, as they stand in captions or come from models. */
    @Schema(name = "ResolveNamesRequest")
    public record ResolveRequest(List<String> names) {}

    /** One resolution for each name, in the order of the request. */
    @Schema(name = "ResolveNamesResult")
    public record ResolveResult(List<Resolution> results) {}

    @GET
    @NonBlocking
    @Path("/search")
    @Operation(
            summary = "Tags for what is being typed",
            description = "By all means: the whole name first, then names, aliases and translations that start with it,"
                    + " then later words of names, words in another order, parts of words; by count in each. What hits"
                    + " only few and rare ones is taken for mistyped as well: one mistake from three letters on, two from five."
                    + " Several words find tags by their meaning too, where the installation can tell it. After"
                    + " a slash, letters are the initials of words (/lh). Case, blanks, hyphens, underscores, full and"
                    + " half width, hiragana and katakana make no difference; kana are found by Hepburn too.")
    public Uni<SearchResult> searchTags(
            @RestQuery @Parameter(description = "What was typed; the most used tags when empty") String query,
            @RestQuery @Parameter(description = "One category, or all") String category,
            @RestQuery @DefaultValue("20") @Parameter(description = "1 to 100") int limit,
            @RestQuery
                    @Parameter(
                            description = "One means alone: the beginning, any part in order of count, or mistakes",
                            schema =
                                    @Schema(
                                            enumeration = {"all", "prefix", "substring", "typo"},
                                            defaultValue = "all"))
                    String means,
            @RestQuery("dataset_id") @Parameter(description = "Whose counts to tell as well, as far as they are known")
                    Long dataset) {
        String typed = query == null ? "" : query;
        if (typed.length() > LONGEST_QUERY) {
            throw Problem.badRequest("bad-query", "query must have at most " + LONGEST_QUERY + " characters.")
                    .field("query", "at most " + LONGEST_QUERY + " characters");
        }
        int most = Page.of(1, limit, MOST_RESULTS).limit();
        Means by = means(means);
        Category only = category(category);
        List<Suggestion> found = feed.index().search(typed, only, most, by);
        Personal own = by == Means.ALL ? picks.of(author.name()) : Personal.NONE;
        Map<String, Long> counts = dataset == null ? null : datasetCounts.of(dataset);
        List<Suggestion> first = own.first(found, typed, only, most);
        Uni<List<Suggestion>> all = by == Means.ALL && first.size() < most
                ? byMeaning.after(first, typed, only, most)
                : Uni.createFrom().item(first);
        return all.map(hits -> new SearchResult(
                typed,
                hits.stream()
                        .map(hit -> Result.of(hit, counts, own.picks(hit.id())))
                        .toList()));
    }

    @POST
    @Path("/picks")
    @Operation(
            summary = "Tell that tags were chosen from suggestions",
            description = "They come first for this person from then on; names that are no tags are left out.")
    @APIResponse(responseCode = "204", description = "Counted")
    public Uni<Void> pickTags(PickRequest request) {
        if (request == null
                || request.tags() == null
                || request.tags().size() > MOST_PICKS
                || request.tags().contains(null)) {
            throw Problem.badRequest("bad-tags", "tags must be a list of at most " + MOST_PICKS + " names.")
                    .field("tags", "at most " + MOST_PICKS + " texts, none null");
        }
        return picks.add(
                author.name(),
                request.tags().stream().map(tag -> tag.replace("\0", "")).toList());
    }

    @GET
    @NonBlocking
    @Path("/ping")
    @Operation(summary = "An empty answer", description = "What searches are compared with in benchmarks.")
    public Pong pingDictionary() {
        return new Pong();
    }

    @POST
    @Path("/resolve")
    @RunOnVirtualThread
    @Operation(
            summary = "What names mean",
            description =
                    "An exact tag wins over an alias; an alias with several targets is ambiguous and lists them. A"
                            + " deprecated tag stands for its replacement, over any number of steps, which `via` lists.")
    public ResolveResult resolveNames(ResolveRequest request) {
        if (request == null
                || request.names() == null
                || request.names().size() > MOST_NAMES
                || request.names().contains(null)) {
            throw Problem.badRequest("bad-names", "names must be a list of at most " + MOST_NAMES + " texts.")
                    .field("names", "at most " + MOST_NAMES + " texts, none null");
        }
        Resolver resolver = feed.resolver();
        return new ResolveResult(request.names().stream().map(resolver::resolve).toList());
    }

    private static Means means(String text) {
        if (text == null || text.isBlank()) {
            return Means.ALL;
        }
        for (Means each : Means.values()) {
            if (each.name().equalsIgnoreCase(text)) {
                return each;
            }
        }
        throw Problem.badRequest(
                        "bad-means", "means can't be '" + text + "'. Possible are: all, prefix, substring, typo.")
                .field("means", "one of all, prefix, substring, typo");
    }

    private static Category category(String text) {
        if (text == null || text.isBlank() || text.equalsIgnoreCase("all")) {
            return null;
        }
        return Category.ofLabel(text)
                .orElseThrow(() -> Problem.badRequest(
                                "bad-category",
                                "There is no category '" + text + "'. Known are: " + Category.labels() + ".")
                        .field("category", "one of " + Category.labels()));
    }
}
