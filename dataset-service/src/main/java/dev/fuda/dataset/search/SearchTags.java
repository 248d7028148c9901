package dev.fuda.dataset.search;

import dev.fuda.dataset.caption.TagName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The tags that a search names, and the same search with other tags. */
public final class SearchTags {

    private SearchTags() {}

    /** Canonical names and the forms in which their spellings meet, without patterns; for finding a search by its tags. */
    public static Set<String> of(Query query) {
        Set<String> names = new LinkedHashSet<>();
        collect(query, names);
        return names;
    }

    /** The forms under which {@link #of} may list these canonical names. */
    public static Set<String> forms(Set<String> names) {
        Set<String> forms = new LinkedHashSet<>(names);
        names.forEach(name -> forms.add(TagName.matching(name)));
        return forms;
    }

    /**
     * The search with tags replaced.
     *
     * @param replacements by canonical name; a tag with several stands for all of them, one with none stays
     */
    public static Query replace(Query query, Map<String, List<String>> replacements) {
        Map<String, List<String>> bySpelling = replacements.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> TagName.matching(entry.getKey()), Map.Entry::getValue, (one, other) -> one));
        return replace(query, replacements, bySpelling);
    }

    private static Query replace(
            Query query, Map<String, List<String>> replacements, Map<String, List<String>> bySpelling) {
        return switch (query) {
            case Query.And(List<Query> parts) ->
                Query.and(parts.stream()
                        .map(part -> replace(part, replacements, bySpelling))
                        .distinct()
                        .toList());
            case Query.Or(List<Query> parts) ->
                Query.or(parts.stream()
                        .map(part -> replace(part, replacements, bySpelling))
                        .distinct()
                        .toList());
            case Query.Not(Query part) -> Query.not(replace(part, replacements, bySpelling));
            case Query.Tag tag -> replace(tag, replacements, bySpelling);
            case Query.All all -> all;
            case Query.Range range -> range;
            case Query.Text text -> text;
        };
    }

    private static Query replace(
            Query.Tag tag, Map<String, List<String>> replacements, Map<String, List<String>> bySpelling) {
        List<String> names = replacements.get(tag.name());
        if (names == null && !tag.exact() && !isPattern(tag)) {
            names = bySpelling.get(TagName.matching(tag.name()));
        }
        if (names == null || names.isEmpty() || names.contains(tag.name())) {
            return tag;
        }
        return Query.and(names.stream()
                .map(name -> (Query) new Query.Tag(name, tag.exact() || name.contains("*") || name.contains("?")))
                .toList());
    }

    private static void collect(Query query, Set<String> names) {
        switch (query) {
            case Query.And(List<Query> parts) -> parts.forEach(part -> collect(part, names));
            case Query.Or(List<Query> parts) -> parts.forEach(part -> collect(part, names));
            case Query.Not(Query part) -> collect(part, names);
            case Query.Tag tag -> {
                if (tag.exact() || !isPattern(tag)) {
                    names.add(tag.name());
                    names.add(TagName.matching(tag.name()));
                }
            }
            case Query.All() -> {}
            case Query.Range ignored -> {}
            case Query.Text ignored -> {}
        }
    }

    private static boolean isPattern(Query.Tag tag) {
        return tag.name().indexOf('*') >= 0 || tag.name().indexOf('?') >= 0;
    }
}
