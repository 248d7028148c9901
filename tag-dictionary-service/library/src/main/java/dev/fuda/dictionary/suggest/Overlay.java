package dev.fuda.dictionary.suggest;

import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.suggest.Suggestion.Tier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The edits since an index was built: few tags, read one by one, and the ordinals of the index that they replace.
 * Never changed; an edit makes a new one.
 */
final class Overlay {

    static final Overlay NONE = new Overlay(Map.of(), new int[0]);

    private final Map<Long, Keyed> tags;
    private final int[] hidden;

    private Overlay(Map<Long, Keyed> tags, int[] hidden) {
        this.tags = tags;
        this.hidden = hidden;
    }

    /** A tag with its matching keys. */
    private record Keyed(TagEntry tag, byte[] name, byte[][] aliases, int[] words) {
        static Keyed of(TagEntry tag) {
            byte[] name = Spelling.key(tag.name());
            byte[][] aliases = tag.aliases().stream().map(Spelling::key).toArray(byte[][]::new);
            return new Keyed(tag, name, aliases, Spelling.wordStarts(name));
        }
    }

    /**
     * This overlay with newer states on top.
     *
     * @param base the index under it
     * @param present tags as they are now
     * @param gone ids of tags that no longer exist
     */
    Overlay with(TagIndex base, List<TagEntry> present, Set<Long> gone) {
        Map<Long, Keyed> newTags = new HashMap<>(tags);
        Set<Long> touched = new HashSet<>(gone);
        gone.forEach(newTags::remove);
        for (TagEntry tag : present) {
            newTags.put(tag.id(), Keyed.of(tag));
            touched.add(tag.id());
        }
        TreeSet<Integer> newHidden = new TreeSet<>();
        Arrays.stream(hidden).forEach(newHidden::add);
        for (long id : touched) {
            int ordinal = base.ordinalOf(id);
            if (ordinal >= 0) {
                newHidden.add(ordinal);
            }
        }
        return new Overlay(
                newTags, newHidden.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Ordinals of the index that are no longer true, ascending. */
    int[] hidden() {
        return hidden;
    }

    int size() {
        return tags.size() + hidden.length;
    }

    int tagCount() {
        return tags.size() - hidden.length;
    }

    boolean isEmpty() {
        return tags.isEmpty() && hidden.length == 0;
    }

    /** All tags of the overlay that match, in no order. */
    List<Suggestion> search(byte[] key, Category category) {
        List<Suggestion> found = new ArrayList<>();
        for (Keyed keyed : tags.values()) {
            TagEntry tag = keyed.tag();
            if (!tag.deprecated() && (category == null || tag.category() == category)) {
                Suggestion hit = match(keyed, key);
                if (hit != null) {
                    found.add(hit);
                }
            }
        }
        return found;
    }

    private static Suggestion match(Keyed keyed, byte[] key) {
        if (Arrays.equals(keyed.name(), key)) {
            return suggestion(Tier.EXACT_NAME, keyed.tag(), null);
        }
        String exact = firstAlias(keyed, key, true);
        if (exact != null) {
            return suggestion(Tier.EXACT_ALIAS, keyed.tag(), exact);
        }
        if (startsWith(keyed.name(), 0, key)) {
            return suggestion(Tier.PREFIX, keyed.tag(), null);
        }
        String alias = firstAlias(keyed, key, false);
        if (alias != null) {
            return suggestion(Tier.PREFIX, keyed.tag(), alias);
        }
        for (int start : keyed.words()) {
            if (startsWith(keyed.name(), start, key)) {
                return suggestion(Tier.WORD, keyed.tag(), null);
            }
        }
        return null;
    }

    /** The alias that matches and whose key sorts first, or null. */
    private static String firstAlias(Keyed keyed, byte[] key, boolean whole) {
        int best = -1;
        for (int i = 0; i < keyed.aliases().length; i++) {
            byte[] alias = keyed.aliases()[i];
            boolean matches = whole ? Arrays.equals(alias, key) : startsWith(alias, 0, key);
            if (matches && (best < 0 || Arrays.compareUnsigned(alias, keyed.aliases()[best]) < 0)) {
                best = i;
            }
        }
        return best < 0 ? null : keyed.tag().aliases().get(best);
    }

    private static boolean startsWith(byte[] text, int at, byte[] prefix) {
        return text.length - at >= prefix.length
                && Arrays.equals(text, at, at + prefix.length, prefix, 0, prefix.length);
    }

    private static Suggestion suggestion(Tier tier, TagEntry tag, String alias) {
        return new Suggestion(tier, tag.id(), tag.name(), tag.category(), tag.count(), tag.displayName(), alias);
    }

    /** The best of both lists, each tag of which is in one of them only. */
    static List<Suggestion> merge(List<Suggestion> base, List<Suggestion> overlay, int limit) {
        List<Suggestion> all = new ArrayList<>(base.size() + overlay.size());
        all.addAll(base);
        all.addAll(overlay);
        all.sort(Comparator.comparing(Suggestion::tier)
                .thenComparing(Comparator.comparingInt(Suggestion::count).reversed())
                .thenComparing(s -> s.name().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
        return all.size() <= limit ? all : List.copyOf(all.subList(0, limit));
    }

    List<NameMatch> lookup(byte[] key) {
        List<NameMatch> matches = new ArrayList<>();
        for (Keyed keyed : tags.values()) {
            TagEntry tag = keyed.tag();
            if (Arrays.equals(keyed.name(), key)) {
                matches.add(nameMatch(tag, null));
            }
            for (int i = 0; i < keyed.aliases().length; i++) {
                if (Arrays.equals(keyed.aliases()[i], key)) {
                    matches.add(nameMatch(tag, tag.aliases().get(i)));
                }
            }
        }
        return matches;
    }

    private static NameMatch nameMatch(TagEntry tag, String alias) {
        return new NameMatch(tag.id(), tag.name(), tag.category(), tag.count(), tag.deprecated(), alias);
    }
}
