package dev.fuda.dataset.operation;

import dev.fuda.dataset.caption.CaptionState;
import dev.fuda.dataset.caption.TagState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes an operation back at one caption, also when the caption was changed since: what the later change touched stays as
 * it is now.
 *
 * @param result the caption afterwards; null when it is to go
 * @param kept what could not be taken back, for people; empty when everything was
 */
record UndoMerge(CaptionState result, List<String> kept) {

    /**
     * @param before the caption before the operation, null when there was none
     * @param after the caption after it, null when it had taken the caption away
     * @param now the caption as it is, null when there is none
     */
    static UndoMerge of(CaptionState before, CaptionState after, CaptionState now) {
        if (after == null ? now == null : after.saysTheSameAs(now)) {
            return new UndoMerge(before, List.of());
        }
        if (now == null) {
            return new UndoMerge(null, List.of("the caption was removed later"));
        }
        if (!now.captionType().equals("tags")) {
            return new UndoMerge(now, List.of("the text was changed again later"));
        }
        return mergeTags(tags(before), tags(after), now);
    }

    private static UndoMerge mergeTags(List<TagState> before, List<TagState> after, CaptionState now) {
        Map<String, TagState> old = byName(before);
        Map<String, TagState> given = byName(after);
        Map<String, TagState> current = byName(now.tags());
        List<TagState> result = new ArrayList<>(now.tags());
        List<String> kept = new ArrayList<>();
        for (TagState tag : after) {
            if (old.containsKey(tag.name())) {
                takeBackChange(old.get(tag.name()), tag, current.get(tag.name()), result, kept);
            } else if (!current.containsKey(tag.name())) {
                kept.add(tag.name() + " was removed later");
            } else if (!current.get(tag.name()).equals(tag)) {
                kept.add(tag.name() + " was changed later");
            } else {
                result.remove(tag);
            }
        }
        for (TagState tag : before) {
            if (!given.containsKey(tag.name())) {
                if (current.containsKey(tag.name())) {
                    kept.add(tag.name() + " was added again later");
                } else {
                    result.add(place(tag.name(), before, result), tag);
                }
            }
        }
        List<TagState> ordered = restoreOrder(before, after, now.tags(), result);
        return new UndoMerge(ordered.equals(now.tags()) ? now : now.retagged(ordered), kept);
    }

    private static void takeBackChange(
            TagState old, TagState given, TagState current, List<TagState> result, List<String> kept) {
        if (old.equals(given)) {
            return;
        }
        if (given.equals(current)) {
            result.set(result.indexOf(current), old);
        } else {
            kept.add(given.name() + (current == null ? " was removed later" : " was changed later"));
        }
    }

    /** Where a tag comes back: behind the nearest tag that stood before it. */
    private static int place(String name, List<TagState> before, List<TagState> result) {
        List<String> names = before.stream().map(TagState::name).toList();
        List<String> present = result.stream().map(TagState::name).toList();
        for (int i = names.indexOf(name) - 1; i >= 0; i--) {
            int at = present.indexOf(names.get(i));
            if (at >= 0) {
                return at + 1;
            }
        }
        return 0;
    }

    /** An order that only the operation had changed comes back for the tags that it knew. */
    private static List<TagState> restoreOrder(
            List<TagState> before, List<TagState> after, List<TagState> now, List<TagState> result) {
        Set<String> common = new HashSet<>(names(after));
        common.retainAll(names(now));
        boolean untouched = keep(after, common).equals(keep(now, common));
        List<String> resulting = names(result);
        List<String> known = new ArrayList<>(names(before));
        known.retainAll(resulting);
        if (!untouched || known.equals(keep(result, new HashSet<>(known)))) {
            return result;
        }
        Map<String, TagState> byName = byName(result);
        List<TagState> ordered = new ArrayList<>(result);
        int next = 0;
        for (int i = 0; i < ordered.size(); i++) {
            if (known.contains(ordered.get(i).name())) {
                ordered.set(i, byName.get(known.get(next++)));
            }
        }
        return ordered;
    }

    private static List<String> keep(List<TagState> tags, Set<String> names) {
        return tags.stream().map(TagState::name).filter(names::contains).toList();
    }

    private static List<String> names(List<TagState> tags) {
        return tags.stream().map(TagState::name).toList();
    }

    private static Map<String, TagState> byName(List<TagState> tags) {
        Map<String, TagState> byName = new LinkedHashMap<>();
        tags.forEach(tag -> byName.put(tag.name(), tag));
        return byName;
    }

    private static List<TagState> tags(CaptionState state) {
        return state == null ? List.of() : state.tags();
    }
}
