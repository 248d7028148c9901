package dev.fuda.dictionary.suggest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The edits since an index was built: few tags, in a small index of their own, and the ordinals of the index that they replace.
 * Never changed; an edit makes a new one.
 */
final class Overlay {

    static final Overlay NONE = new Overlay(Map.of(), new int[0]);

    private final Map<Long, TagEntry> tags;
    private final int[] hidden;
    private final TagIndex index;

    private Overlay(Map<Long, TagEntry> tags, int[] hidden) {
        this.tags = tags;
        this.hidden = hidden;
        TagIndexBuilder builder = new TagIndexBuilder();
        tags.values().forEach(builder::add);
        this.index = builder.build();
    }

    /**
     * This overlay with newer states on top.
     *
     * @param base the index under it
     * @param present tags as they are now
     * @param gone ids of tags that no longer exist
     */
    Overlay with(TagIndex base, List<TagEntry> present, Set<Long> gone) {
        Map<Long, TagEntry> newTags = new HashMap<>(tags);
        Set<Long> touched = new HashSet<>(gone);
        gone.forEach(newTags::remove);
        for (TagEntry tag : present) {
            newTags.put(tag.id(), tag);
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

    /** The edited tags alone, as an index of their own. */
    TagIndex index() {
        return index;
    }

    /** The best of both lists, each tag of which is in one of them only. */
    static List<Suggestion> merge(List<Suggestion> base, List<Suggestion> overlay, int limit) {
        List<Suggestion> all = new ArrayList<>(base.size() + overlay.size());
        all.addAll(base);
        all.addAll(overlay);
        all.sort(Suggestion.ORDER);
        return all.size() <= limit ? all : List.copyOf(all.subList(0, limit));
    }
}
