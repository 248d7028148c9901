package dev.fuda.tagger.score;

import dev.fuda.kernel.event.TaggerEvent.TagScore;
import dev.fuda.tagger.model.Label;
import dev.fuda.tagger.model.Scores;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The raw scores of an image: every tag of at least 0.01, best first.
 *
 * @param modelVersion the version of the model that gave them
 */
public record ScoredImage(String model, String modelVersion, List<TagScore> scores) {

    static ScoredImage of(Row row) {
        String[] tags = row.getArrayOfStrings("tags");
        String[] categories = row.getArrayOfStrings("categories");
        Scores scores = ScoreCodec.decode(row.getBuffer("scores").getBytes());
        return new ScoredImage(
                row.getString("name"),
                row.getString("version"),
                named(scores, place -> new Label(tags[place], categories[place], tags[place])));
    }

    /** Scores with the names of their tags, best first. */
    public static List<TagScore> named(Scores scores, IntFunction<Label> labels) {
        List<TagScore> named = new ArrayList<>();
        for (int i = 0; i < scores.labels().length; i++) {
            Label label = labels.apply(scores.labels()[i]);
            named.add(new TagScore(label.tag(), label.category(), scores.values()[i]));
        }
        named.sort(Comparator.comparing(TagScore::score, Comparator.reverseOrder()));
        return named;
    }
}
