package dev.fuda.dataset.rewrite;

import dev.fuda.dataset.caption.CaptionEditor.Wanted;
import dev.fuda.dataset.caption.CaptionState;
import dev.fuda.dataset.caption.ItemState;
import dev.fuda.dataset.caption.TagState;
import dev.fuda.kernel.event.DictionaryEvent.Rewrite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tags written differently: each stands for others, by canonical name.
 *
 * @param byName nothing removes the tag; with the tag itself among them it stays and gains the others behind it
 */
record TagRewriting(Map<String, List<String>> byName) {

    static TagRewriting of(List<Rewrite> rewrites) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        rewrites.forEach(rewrite -> byName.put(rewrite.from(), List.copyOf(rewrite.to())));
        return new TagRewriting(byName);
    }

    /** The captions of an item that become different. */
    List<Wanted> plan(ItemState item) {
        List<Wanted> wanted = new ArrayList<>();
        for (ItemState.StoredCaption caption : item.captions()) {
            CaptionState state = caption.state();
            if (state.captionType().equals("tags") && state.names().stream().anyMatch(byName::containsKey)) {
                List<TagState> tags = apply(state.tags());
                if (!tags.equals(state.tags())) {
                    wanted.add(Wanted.of(state.retagged(tags)));
                }
            }
        }
        return wanted;
    }

    /**
     * The list with each tag in its new form, in its old place. A tag that was there under its new name keeps the place,
     * group and origin that it has; no tag comes twice.
     */
    List<TagState> apply(List<TagState> tags) {
        Set<String> staying = new HashSet<>();
        tags.forEach(tag -> {
            List<String> to = byName.get(tag.name());
            if (to == null || to.contains(tag.name())) {
                staying.add(tag.name());
            }
        });
        List<TagState> result = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        for (TagState tag : tags) {
            List<String> to = byName.get(tag.name());
            if (to == null) {
                if (placed.add(tag.name())) {
                    result.add(tag);
                }
                continue;
            }
            boolean stays = to.contains(tag.name());
            for (String name : to) {
                if (name.equals(tag.name())) {
                    if (placed.add(name)) {
                        result.add(tag);
                    }
                } else if (!staying.contains(name) && placed.add(name)) {
                    result.add(stays ? TagState.manual(name, null) : renamed(tag, name));
                }
            }
        }
        return result;
    }

    private static TagState renamed(TagState tag, String name) {
        return new TagState(name, tag.group(), tag.confidence(), tag.source());
    }
}
