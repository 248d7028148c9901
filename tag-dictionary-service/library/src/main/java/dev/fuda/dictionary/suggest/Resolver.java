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
 *   <li>a deprecated tag of this name, or of this alias if something replaces it
 * </ol>
 *
 * <p>A deprecated tag stands for what replaces it, over any number of steps.
 */
public final class Resolver {

    private final LiveIndex index;
    private final Map<String, String> replacements;

    /** @param replacements what to write instead of which deprecated tag, by name */
    public Resolver(LiveIndex index, Map<String, String> replacements) {
        this.index = index;
        this.replacements = replacements;
    }

    @Schema(name = "TagResolutionStatus")
    public enum Status {
        @JsonProperty("exact")
        EXACT,
        @JsonProperty("alias")
        ALIAS,
        @JsonProperty("deprecated")
        DEPRECATED,
        @JsonProperty("ambiguous")
        AMBIGUOUS,
        @JsonProperty("unknown")
        UNKNOWN
    }

    /**
     * @param status deprecated for the name of a tag that is not to be used any more
     * @param tag the canonical name, null when ambiguous or unknown; a deprecated tag that nothing replaces is itself
     * @param candidates the tags to choose from when ambiguous, by count; otherwise empty
     * @param via deprecated tags on the way from the name to the tag, in their order
     */
    @Schema(name = "TagResolution")
    public record Resolution(
            String name, Status status, String tag, Category category, List<String> candidates, List<String> via) {}

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
        return deprecated(name, canonical, matches);
    }

    private Resolution deprecated(String name, String canonical, List<NameMatch> matches) {
        List<NameMatch> named = distinct(matches.stream()
                .filter(m ->
                        m.alias() == null && (m.name().equals(name) || m.name().equals(canonical)))
                .toList());
        List<NameMatch> aliased = distinct(matches.stream()
                .filter(m ->
                        (name.equals(m.alias()) || canonical.equals(m.alias())) && replacements.containsKey(m.name()))
                .toList());
        List<NameMatch> hits = named.isEmpty() ? aliased : named;
        if (hits.size() != 1) {
            return hits.isEmpty()
                    ? new Resolution(name, Status.UNKNOWN, null, null, List.of(), List.of())
                    : answer(name, hits);
        }
        NameMatch hit = hits.getFirst();
        Status status = hit.alias() == null ? Status.DEPRECATED : Status.ALIAS;
        return follow(name, status, hit);
    }

    /** The last tag of a chain of replacements; a chain that would lead in a circle ends where it closes. */
    private Resolution follow(String name, Status status, NameMatch start) {
        List<String> via = new ArrayList<>();
        String at = start.name();
        while (replacements.containsKey(at) && !via.contains(at)) {
            via.add(at);
            at = replacements.get(at);
        }
        String end = at;
        Category category = end.equals(start.name())
                ? start.category()
                : index.lookup(end).stream()
                        .filter(m -> m.alias() == null && m.name().equals(end))
                        .map(NameMatch::category)
                        .findFirst()
                        .orElse(null);
        return new Resolution(name, status, end, category, List.of(), List.copyOf(via));
    }

    private static Resolution answer(String name, List<NameMatch> hits) {
        if (hits.size() > 1) {
            List<String> candidates = hits.stream()
                    .sorted(Comparator.comparingInt(NameMatch::count).reversed().thenComparing(NameMatch::name))
                    .map(NameMatch::name)
                    .toList();
            return new Resolution(name, Status.AMBIGUOUS, null, null, candidates, List.of());
        }
        NameMatch hit = hits.getFirst();
        Status status = hit.alias() == null ? Status.EXACT : Status.ALIAS;
        return new Resolution(name, status, hit.name(), hit.category(), List.of(), List.of());
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
