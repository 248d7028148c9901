package dev.fuda.tagger.model;

import dev.fuda.tagger.image.Preprocessing;
import java.util.List;
import java.util.Set;

/**
 * What is known of a model besides its graph.
 *
 * @param name the name it is asked for by
 * @param version changes whenever its answers may change; stored scores belong to it
 * @param description one sentence for people
 * @param builtIn whether it comes with Fuda
 * @param input how it wants its pictures
 * @param activation how its numbers become scores
 * @param labels its tags, in the order of its output
 * @param singleBest categories of which only the best tag is chosen, whatever its score: ratings and qualities
 * @param defaultThreshold the score from which its own program chooses a tag
 */
public record ModelSpec(
        String name,
        String version,
        String description,
        boolean builtIn,
        Preprocessing input,
        Activation activation,
        List<Label> labels,
        Set<String> singleBest,
        float defaultThreshold) {

    /** The categories of its tags, in the order in which they first occur. */
    public List<String> categories() {
        return labels.stream().map(Label::category).distinct().toList();
    }
}
