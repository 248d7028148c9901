package dev.fuda.dictionary.suggest;

import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.suggest.Suggestion.Tier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules of the search written down plainly: looks at every tag, sorts everything. */
final class NaiveSearch {

    private NaiveSearch() {}

    static List<Suggestion> search(List<TagEntry> tags, String typed, Category category, int limit) {
        String query = key(typed);
        List<Suggestion> hits = new ArrayList<>();
        for (TagEntry tag : tags) {
            if (!tag.deprecated() && (category == null || category == tag.category())) {
                match(tag, query).ifPresent(hits::add);
            }
        }
        hits.sort(Comparator.comparing(Suggestion::tier)
                .thenComparing(Suggestion::count, Comparator.reverseOrder())
                .thenComparing(Suggestion::name, NaiveSearch::byteOrder));
        return hits.subList(0, Math.min(limit, hits.size()));
    }

    private static Optional<Suggestion> match(TagEntry tag, String query) {
        String name = key(tag.name());
        if (name.equals(query)) {
            return hit(tag, Tier.EXACT_NAME, null);
        }
        Optional<String> whole = aliases(tag).filter(a -> key(a).equals(query)).findFirst();
        if (whole.isPresent()) {
            return hit(tag, Tier.EXACT_ALIAS, whole.get());
        }
        if (name.startsWith(query)) {
            return hit(tag, Tier.PREFIX, null);
        }
        Optional<String> start =
                aliases(tag).filter(a -> key(a).startsWith(query)).findFirst();
        if (start.isPresent()) {
            return hit(tag, Tier.PREFIX, start.get());
        }
        for (int i = 1; i < name.length(); i++) {
            char before = name.charAt(i - 1);
            boolean word = before == ' ' && name.charAt(i) != ' '
                    || !isWord(before) && before != ' ' && isWord(name.charAt(i));
            if (word && name.startsWith(query, i)) {
                return hit(tag, Tier.WORD, null);
            }
        }
        return Optional.empty();
    }

    private static boolean isWord(char c) {
        return c > 0x7f || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    /** In the order of their keys, equal keys as given. */
    private static Stream<String> aliases(TagEntry tag) {
        return tag.aliases().stream().sorted(Comparator.comparing(NaiveSearch::key, NaiveSearch::byteOrder));
    }

    private static int byteOrder(String a, String b) {
        return Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private static String key(String text) {
        return new String(Spelling.key(text), StandardCharsets.UTF_8);
    }

    private static Optional<Suggestion> hit(TagEntry tag, Tier tier, String alias) {
        return Optional.of(
                new Suggestion(tier, tag.id(), tag.name(), tag.category(), tag.count(), tag.displayName(), alias));
    }
}
