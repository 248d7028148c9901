package dev.fuda.dataset.export;

import dev.fuda.dataset.caption.CaptionState;
import dev.fuda.dataset.caption.ItemState;
import dev.fuda.dataset.caption.TagState;
import dev.fuda.dataset.export.ExportRequest.Format;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the captions of an export are made.
 *
 * @param dataset its name
 * @param captionType the subtype that is written
 * @param excludedGroups in lower case
 * @param names tags that are written under another name
 */
record ExportPlan(
        String dataset,
        Format format,
        String captionType,
        Set<String> excludedGroups,
        Map<String, String> names,
        boolean images) {

    /** The caption to write, or nothing when the item has none. A list of tags comes before other texts. */
    Optional<CaptionState> captionOf(ItemState item) {
        return item.captions().stream()
                .map(ItemState.StoredCaption::state)
                .filter(state -> state.captionSubtype().equals(captionType))
                .filter(state -> !state.content().isBlank())
                .min((one, other) -> Boolean.compare(isTags(other), isTags(one)))
                .map(this::adapted);
    }

    /** A list of tags without the excluded ones and under the names that are wanted; untouched where nothing is to change. */
    private CaptionState adapted(CaptionState state) {
        if (!isTags(state)) {
            return state;
        }
        Map<String, TagState> tags = new LinkedHashMap<>();
        for (TagState tag : state.tags()) {
            String group = tag.group() == null ? "" : tag.group().toLowerCase(Locale.ROOT);
            if (!excludedGroups.contains(group)) {
                String name = names.getOrDefault(tag.name(), tag.name());
                tags.putIfAbsent(name, new TagState(name, tag.group(), tag.confidence(), tag.source()));
            }
        }
        return state.retagged(List.copyOf(tags.values()));
    }

    private static boolean isTags(CaptionState state) {
        return state.captionType().equals("tags");
    }
}
