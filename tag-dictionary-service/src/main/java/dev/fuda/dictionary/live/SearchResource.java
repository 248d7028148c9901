package dev.fuda.dictionary.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.suggest.Resolver;
import dev.fuda.dictionary.suggest.Resolver.Resolution;
import dev.fuda.dictionary.suggest.Suggestion;
import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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

    @Inject
    IndexFeed feed;

    /** Nothing, as JSON. */
    public record Pong() {}

    /** Why a tag was found. */
    @Schema(name = "SuggestionReason")
    public enum Reason {
        @JsonProperty("prefix")
        PREFIX,
        @JsonProperty("alias")
        ALIAS,
        @JsonProperty("word")
        WORD
    }

    /**
     * A tag that may be meant.
     *
     * @param matchedAlias the alias that was hit, null when it was the name
     */
    @Schema(name = "TagSuggestion")
    public record Result(
            long id,
            String tag,
            Category category,
            int count,
            @Nullable String displayName,
            @Nullable String matchedAlias,
            Reason reason) {
        static Result of(Suggestion hit) {
            Reason reason = switch (hit.tier()) {
                case EXACT_NAME -> Reason.PREFIX;
                case EXACT_ALIAS -> Reason.ALIAS;
                case PREFIX -> hit.matchedAlias() == null ? Reason.PREFIX : Reason.ALIAS;
                case WORD -> Reason.WORD;
            };
            return new Result(
                    hit.id(), hit.name(), hit.category(), hit.count(), hit.displayName(), hit.matchedAlias(), reason);
        }
    }

    /** What was typed, and the tags that it may mean, best first. */
    @Schema(name = "TagSearchResult")
    public record SearchResult(String query, List<Result> results) {}

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
            description = "The whole name first, then names and aliases that start with it, then later words of names;"
                    + " by count in each. Case, blanks, hyphens and underscores make no difference.")
    public SearchResult searchTags(
            @RestQuery @Parameter(description = "What was typed; the most used tags when empty") String query,
            @RestQuery @Parameter(description = "One category, or all") String category,
            @RestQuery @DefaultValue("20") @Parameter(description = "1 to 100") int limit) {
        String typed = query == null ? "" : query;
        if (typed.length() > LONGEST_QUERY) {
            throw Problem.badRequest("bad-query", "query must have at most " + LONGEST_QUERY + " characters.")
                    .field("query", "at most " + LONGEST_QUERY + " characters");
        }
        int most = Page.of(1, limit, MOST_RESULTS).limit();
        List<Suggestion> found = feed.index().search(typed, category(category), most);
        return new SearchResult(typed, found.stream().map(Result::of).toList());
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
            description = "An exact tag wins over an alias; an alias with several targets is ambiguous and lists them.")
    public ResolveResult resolveNames(ResolveRequest request) {
        if (request == null
                || request.names() == null
                || request.names().size() > MOST_NAMES
                || request.names().contains(null)) {
            throw Problem.badRequest("bad-names", "names must be a list of at most " + MOST_NAMES + " texts.")
                    .field("names", "at most " + MOST_NAMES + " texts, none null");
        }
        Resolver resolver = new Resolver(feed.index());
        return new ResolveResult(request.names().stream().map(resolver::resolve).toList());
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
