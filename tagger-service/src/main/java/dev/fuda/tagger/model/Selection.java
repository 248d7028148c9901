package dev.fuda.tagger.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses tags from raw scores as the model's own program does. */
public final class Selection {

    private Selection() {}

    /** A chosen tag. */
    public record Chosen(Label label, float score) {}

    /**
     * The tags of each category by falling score: those that reach the threshold, and of a
     * {@linkplain ModelSpec#singleBest() single-best} category its best tag whatever its score, the first on a tie.
     *
     * @param threshold compared as a 32-bit float: a score that prints as 0.35 reaches 0.35
     * @return every category of the model, in the model's order
     */
    public static Map<String, List<Chosen>> choose(ModelSpec spec, Scores scores, float threshold) {
        Map<String, List<Chosen>> chosen = new LinkedHashMap<>();
        spec.categories().forEach(category -> chosen.put(category, new ArrayList<>()));
        for (int i = 0; i < scores.labels().length; i++) {
            Label label = spec.labels().get(scores.labels()[i]);
            if (scores.values()[i] >= threshold || spec.singleBest().contains(label.category())) {
                chosen.get(label.category()).add(new Chosen(label, scores.values()[i]));
            }
        }
        // A stable sort: tags of one score keep the model's order.
        chosen.values().forEach(list -> list.sort(Comparator.comparing(Chosen::score, Comparator.reverseOrder())));
        for (String category : spec.singleBest()) {
            chosen.computeIfPresent(category, (name, list) -> list.size() > 1 ? List.of(list.getFirst()) : list);
        }
        return chosen;
    }
}
