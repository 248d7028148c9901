package dev.fuda.tagger.model;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The raw scores of one image: only those of at least {@link #LEAST}, since a model with 10,000 tags is sure of the
 * absence of most.
 *
 * @param labels places in the model's list of tags, ascending
 * @param values the scores in 0..1, in the same order
 */
public record Scores(int[] labels, float[] values) {

    /** The smallest score that is kept. */
    public static final float LEAST = 0.01f;

    /** Keeps what matters of a full row; of a single-best category the best tag matters whatever its score. */
    static Scores of(float[] row, ModelSpec spec) {
        Map<String, Integer> best = new HashMap<>();
        for (int i = 0; i < row.length; i++) {
            String category = spec.labels().get(i).category();
            if (spec.singleBest().contains(category)) {
                int place = i;
                best.merge(category, i, (known, next) -> row[place] > row[known] ? next : known);
            }
        }
        int[] labels = IntStream.range(0, row.length)
                .filter(i -> row[i] >= LEAST || best.containsValue(i))
                .toArray();
        float[] values = new float[labels.length];
        for (int i = 0; i < labels.length; i++) {
            values[i] = row[labels[i]];
        }
        return new Scores(labels, values);
    }
}
