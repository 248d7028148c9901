package dev.fuda.dictionary.suggest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fuda.dictionary.name.Category;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which tag a name means. An exact live tag always wins over an alias, an alias with several targets is a question
 * for a person, and closeness of spelling decides last:
 *
 * <ol>
 *   <li>a live tag of this very name, then of this name as Danbooru would write it
 *   <li>an alias written so
 *   <li>live tags, then aliases, whose spelling differs in case, {@code -}, {@code _} and blanks only
 *   <li>a deprecated tag of this name
 * </ol>
 */
public final class Resolver {

    private final LiveIndex index;

    public Resolver(LiveIndex index) {
        this.index = index;
    }

    @Schema(name = "TagResolutionStatus")
    public enum Status {
        @JsonProperty("exact")
        EXACT,
        @JsonProperty("alias")
        ALIAS,
        @JsonProperty("ambiguous")
        AMBIGUOUS,
        @JsonProperty("unknown")
        UNKNOWN
    }

    /**
     * @param tag the canonical name, null when ambiguous or unknown
     * @param candidates the tags to choose from when ambiguous, by count; otherwise empty
     */
    @Schema(name = "TagResolution")
    public record Resolution(String name, Status status, String tag, Category category, List<String> candidates) {}

    public Resolution resolve(String name) {
        List<NameMatch> matches = index.lookup(name);
        String canonical = Spelling.canonical(name);
        if (!canonical.equals(name)) {
            matches = union(matches, index.lookup(canonical));
        }
        List<NameMatch> live = matches.stream().filter(m -> !m.deprecated()).toList();
        List<Predicate<NameMatch>> steps = List.of(
                m -> m.alias() == null && m.name().equals(name),
                m -> m.alias() == null && m.name().equals(canonical),
                m -> name.equals(m.alias()) || canonical.equals(m.alias()),
                m -> m.alias() == null,
                m -> true);
        for (Predicate<NameMatch> step : steps) {
            List<NameMatch> hits = distinct(live.stream().filter(step).toList());
            if (!hits.isEmpty()) {
                return answer(name, hits);
            }
        }
        List<NameMatch> deprecated = distinct(matches.stream()
                .filter(m ->
                        m.alias() == null && (m.name().equals(name) || m.name().equals(canonical)))
                .toList());
        return deprecated.isEmpty()
                ? new Resolution(name, Status.UNKNOWN, null, null, List.of())
                : answer(name, deprecated);
    }

    private static Resolution answer(String name, List<NameMatch> hits) {
        if (hits.size() > 1) {
            List<String> candidates = hits.stream()
                    .sorted(Comparator.comparingInt(NameMatch::count).reversed().thenComparing(NameMatch::name))
                    .map(NameMatch::name)
                    .toList();
            return new Resolution(name, Status.AMBIGUOUS, null, null, candidates);
        }
        NameMatch hit = hits.getFirst();
        Status status = hit.alias() == null ? Status.EXACT : Status.ALIAS;
        return new Resolution(name, status, hit.name(), hit.category(), List.of());
    }

    private static List<NameMatch> union(List<NameMatch> one, List<NameMatch> other) {
        List<NameMatch> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    /** One match per tag, the one by name before the one by alias. */
    private static List<NameMatch> distinct(List<NameMatch> matches) {
        Map<Long, NameMatch> byId = new LinkedHashMap<>();
        for (NameMatch match : matches) {
            byId.merge(match.id(), match, (a, b) -> a.alias() == null ? a : b);
        }
        return List.copyOf(byId.values());
    }
}
