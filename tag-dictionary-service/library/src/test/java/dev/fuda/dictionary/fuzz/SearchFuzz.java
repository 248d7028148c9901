package dev.fuda.dictionary.fuzz;

import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.name.TagName;
import dev.fuda.dictionary.suggest.LiveIndex;
import dev.fuda.dictionary.suggest.Means;
import dev.fuda.dictionary.suggest.Resolver;
import dev.fuda.dictionary.suggest.Suggestion;
import dev.fuda.dictionary.suggest.TagEntry;
import dev.fuda.dictionary.suggest.TagIndexBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A dictionary and what somebody types into it: the lines of the input are tags with their aliases and translations,
 * the last line is what is typed. Half of the tags lie in the index, half are edits on top.
 */
public final class SearchFuzz {

    private static final int MOST_TAGS = 40;

    private SearchFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String[] lines = new String(input, StandardCharsets.UTF_8).split("\n", -1);
        List<TagEntry> tags = tags(lines);
        LiveIndex index = index(tags);
        search(index, lines[lines.length - 1]);
        Resolver resolver = new Resolver(index, replacements(tags));
        Claim.holds(resolver.resolve(lines[lines.length - 1]).status() != null, "Everything resolves to something");
        for (TagEntry tag : tags) {
            if (!tag.deprecated()) {
                Claim.holds(tag.name().equals(resolver.resolve(tag.name()).tag()), "A tag means itself: " + tag.name());
                Claim.holds(
                        index.search(tag.name(), null, 100, Means.PREFIX).stream()
                                .anyMatch(s -> s.id() == tag.id()),
                        "A tag is found by its name: " + tag.name());
            }
        }
    }

    private static void search(LiveIndex index, String typed) {
        for (Means means : Means.values()) {
            for (Category category : new Category[] {null, Category.ARTIST}) {
                List<Suggestion> found = index.search(typed, category, 20, means);
                Claim.holds(found.size() <= 20, "No more than asked for");
                Claim.holds(found.stream().map(Suggestion::id).distinct().count() == found.size(), "No tag twice");
                Claim.holds(
                        category == null || found.stream().allMatch(s -> s.category() == category),
                        "Only of this category");
                List<Suggestion> best = index.search(typed, category, 1, means);
                Claim.holds(
                        best.equals(found.stream().limit(1).toList()),
                        "The best is the best, however many are asked for: " + best + " and " + found);
            }
        }
    }

    private static LiveIndex index(List<TagEntry> tags) {
        TagIndexBuilder builder = new TagIndexBuilder();
        tags.stream().filter(tag -> tag.id() % 2 == 0).forEach(builder::add);
        LiveIndex index = new LiveIndex();
        index.install(builder.build());
        index.edit(tags.stream().filter(tag -> tag.id() % 2 == 1).toList(), Set.of(1000L));
        return index;
    }

    /** Chains and circles of deprecated tags. */
    private static Map<String, String> replacements(List<TagEntry> tags) {
        return tags.size() < 2
                ? Map.of()
                : Map.of(
                        tags.getFirst().name(),
                        tags.getLast().name(),
                        tags.getLast().name(),
                        tags.getFirst().name());
    }

    private static List<TagEntry> tags(String[] lines) {
        List<TagEntry> tags = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String line : Arrays.copyOf(lines, Math.min(lines.length - 1, MOST_TAGS))) {
            List<String> names = names(line.split("\\|"));
            if (!names.isEmpty() && taken.add(names.getFirst())) {
                int id = tags.size() + 1;
                int middle = 1 + (names.size() - 1) / 2;
                tags.add(new TagEntry(
                        id,
                        names.getFirst(),
                        id % 3 == 0 ? Category.ARTIST : Category.GENERAL,
                        id * 7919 % 13,
                        null,
                        id % 5 == 0,
                        names.subList(1, middle),
                        names.subList(middle, names.size())));
            }
        }
        return tags;
    }

    private static List<String> names(String[] fields) {
        List<String> names = new ArrayList<>();
        for (String field : fields) {
            try {
                names.add(TagName.of(field));
            } catch (IllegalArgumentException notAName) {
                // The dictionary would not have taken it either.
            }
        }
        return names;
    }
}
