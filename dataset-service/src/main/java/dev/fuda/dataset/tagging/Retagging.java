package dev.fuda.dataset.tagging;

import dev.fuda.dataset.caption.TagState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What chosen tags make of the tags that are there. */
final class Retagging {

    private Retagging() {}

    /**
     * The tags afterwards. A tag that stays is left as it is, so what a person gave remains the person's.
     *
     * @param source of the tags that are new
     */
    static List<TagState> apply(AutoTagOrder.Mode mode, List<TagState> before, List<Choice> chosen, String source) {
        Map<String, TagState> known = new LinkedHashMap<>();
        before.forEach(tag -> known.put(tag.name(), tag));
        List<TagState> given = new ArrayList<>();
        for (Choice choice : chosen) {
            given.add(known.getOrDefault(
                    choice.name(), new TagState(choice.name(), choice.group(), choice.score(), source)));
        }
        return switch (mode) {
            case REPLACE -> given;
            case SKIP -> before.isEmpty() ? given : before;
            case ADD -> {
                given.removeIf(tag -> known.containsKey(tag.name()));
                List<TagState> all = new ArrayList<>(before);
                all.addAll(given);
                yield all;
            }
        };
    }
}
