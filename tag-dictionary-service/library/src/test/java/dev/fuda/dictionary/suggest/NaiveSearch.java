package dev.fuda.dictionary.suggest;

import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.suggest.Suggestion.Tier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
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
        return best(hits, limit);
    }

    /** All tags with the query inside the key of a text. */
    static List<Long> inside(List<TagEntry> tags, String typed, Category category, int limit) {
        String query = key(typed);
        return best(
                tags,
                category,
                limit,
                tag -> texts(tag).anyMatch(text -> key(text).contains(query)) ? 0 : -1);
    }

    /**
     * All tags that are called so, and all with a text that has one or two mistakes against the query, the whole or
     * from its first byte on.
     */
    static List<Long> mistyped(List<TagEntry> tags, String typed, Category category, int limit) {
        byte[] query = Spelling.key(typed);
        int most = Typos.allowed(query.length);
        return best(
                tags,
                category,
                limit,
                tag -> texts(tag)
                        .mapToInt(text -> Arrays.equals(Spelling.key(text), query)
                                ? text.equals(tag.name()) ? 0 : 1
                                : mistakes(Spelling.key(text), query, most))
                        .filter(mistakes -> mistakes >= 0)
                        .min()
                        .orElse(-1));
    }

    private static int mistakes(byte[] key, byte[] query, int most) {
        int[] row = distances(key, query);
        if (most == 0) {
            return -1;
        }
        if (row[key.length] <= most) {
            return row[key.length] == 0 ? -1 : 2 * row[key.length];
        }
        int least = Arrays.stream(row).min().orElseThrow();
        return key[0] != query[0] || least > most || least == 0 ? -1 : 2 * least + 1;
    }

    /** The optimal string alignment distance of the query to each beginning of the key, by the whole table. */
    private static int[] distances(byte[] key, byte[] query) {
        int[][] d = new int[query.length + 1][key.length + 1];
        for (int i = 0; i <= query.length; i++) {
            for (int j = 0; j <= key.length; j++) {
                d[i][j] = i == 0 ? j : j == 0 ? i : Integer.MAX_VALUE;
                if (i > 0 && j > 0) {
                    d[i][j] = Math.min(
                            d[i - 1][j - 1] + (query[i - 1] == key[j - 1] ? 0 : 1),
                            1 + Math.min(d[i - 1][j], d[i][j - 1]));
                    if (i > 1 && j > 1 && query[i - 1] == key[j - 2] && query[i - 2] == key[j - 1]) {
                        d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                    }
                }
            }
        }
        return d[query.length];
    }

    private static List<Long> best(List<TagEntry> tags, Category category, int limit, ToIntFunction<TagEntry> rank) {
        return tags.stream()
                .filter(tag -> !tag.deprecated() && (category == null || category == tag.category()))
                .filter(tag -> rank.applyAsInt(tag) >= 0)
                .sorted(Comparator.comparingInt(rank)
                        .thenComparing(TagEntry::count, Comparator.reverseOrder())
                        .thenComparing(TagEntry::name, NaiveSearch::byteOrder))
                .limit(limit)
                .map(TagEntry::id)
                .toList();
    }

    private static Stream<String> texts(TagEntry tag) {
        return Stream.of(Stream.of(tag.name()), tag.aliases().stream(), tag.translations().stream())
                .flatMap(all -> all);
    }

    private static List<Suggestion> best(List<Suggestion> hits, int limit) {
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
        List<String> words =
                Stream.of(query.split(" ")).filter(w -> !w.isEmpty()).toList();
        if (words.size() > 1 && words.size() <= 8) {
            for (String text : texts(tag).toList()) {
                if (words.stream().allMatch(word -> beginsWord(key(text), word))) {
                    return hit(tag, Tier.WORDS, text);
                }
            }
        }
        for (String text : texts(tag).toList()) {
            if (query.getBytes(StandardCharsets.UTF_8).length > 1 && key(text).contains(query)) {
                return hit(tag, Tier.INSIDE, text);
            }
        }
        return Optional.empty();
    }

    private static boolean beginsWord(String text, String word) {
        for (int i = 0; i < text.length(); i++) {
            char before = i == 0 ? ' ' : text.charAt(i - 1);
            if ((before == ' ' || !isWord(before) && isWord(text.charAt(i))) && text.startsWith(word, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(char c) {
        return c > 0x7f || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    /** In the order of their keys, equal keys as given. */
    private static Stream<String> aliases(TagEntry tag) {
        return Stream.concat(tag.aliases().stream(), tag.translations().stream())
                .sorted(Comparator.comparing(NaiveSearch::key, NaiveSearch::byteOrder));
    }

    private static int byteOrder(String a, String b) {
        return Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private static String key(String text) {
        return new String(Spelling.key(text), StandardCharsets.UTF_8);
    }

    private static Optional<Suggestion> hit(TagEntry tag, Tier tier, String alias) {
        String translation =
                tag.translations().isEmpty() ? null : tag.translations().getFirst();
        String matched = tag.name().equals(alias) ? null : alias;
        boolean translated = matched != null && !tag.aliases().contains(matched);
        return Optional.of(new Suggestion(
                tier,
                tag.id(),
                tag.name(),
                tag.category(),
                tag.count(),
                tag.displayName(),
                matched,
                translated,
                translation,
                0));
    }
}
