package dev.fuda.dataset.tagging;

import dev.fuda.dataset.caption.TagName;
import dev.fuda.kernel.event.TaggerEvent.TagScore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A tag that a job applies.
 *
 * @param name canonical
 * @param category as the model says, in lower case
 * @param score 0 to 1
 */
record Choice(String name, String category, float score) {

    /** Of these only the best counts, whatever its score: an image has one rating and one quality. */
    private static final Set<String> SINGLE_BEST = Set.of("rating", "quality");

    /** The order of categories in a caption; others come behind. */
    private static final List<String> ORDER =
            List.of("character", "copyright", "artist", "species", "general", "meta", "model", "quality", "rating");

    private static final Comparator<Choice> IN_CAPTION = Comparator.comparingInt(Choice::rank)
            .thenComparing(Choice::score, Comparator.reverseOrder())
            .thenComparing(Choice::name);

    /**
     * The tags of raw scores that reach a threshold, in the order of a caption.
     *
     * @param threshold compared as a 32-bit float, as scores are: a score that prints as 0.35 reaches 0.35
     * @param categories in lower case; empty for all
     */
    static List<Choice> of(List<TagScore> scores, float threshold, Collection<String> categories) {
        List<Choice> chosen = new ArrayList<>();
        Map<String, Choice> best = new HashMap<>();
        for (TagScore score : scores) {
            String category =
                    score.category() == null ? "general" : score.category().toLowerCase(Locale.ROOT);
            Choice choice = new Choice(TagName.canonical(score.tag()), category, score.score());
            boolean wanted = categories.isEmpty() || categories.contains(category);
            if (!wanted || TagName.objection(choice.name()).isPresent()) {
                continue;
            }
            if (SINGLE_BEST.contains(category)) {
                best.merge(category, choice, (first, next) -> next.score() > first.score() ? next : first);
            } else if (choice.score() >= threshold) {
                chosen.add(choice);
            }
        }
        chosen.addAll(best.values());
        return distinct(chosen);
    }

    /** One of each name, the surest, in the order of a caption. */
    static List<Choice> distinct(List<Choice> choices) {
        Map<String, Choice> byName = new LinkedHashMap<>();
        choices.forEach(choice ->
                byName.merge(choice.name(), choice, (one, other) -> other.score() > one.score() ? other : one));
        return byName.values().stream().sorted(IN_CAPTION).toList();
    }

    /** The group under which people see it: {@code General}. */
    String group() {
        return category.isEmpty() ? null : category.substring(0, 1).toUpperCase(Locale.ROOT) + category.substring(1);
    }

    private int rank() {
        int rank = ORDER.indexOf(category);
        return rank < 0 ? ORDER.size() : rank;
    }
}
