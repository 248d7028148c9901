package dev.fuda.tagger.predict;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.fuda.tagger.model.Selection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a model says of one image.
 *
 * @param status always {@code success}; programs written for cl_tagger's server look at it
 * @param predictions by category, each with its tags by falling score
 */
public record Prediction(
        String status, String model, String modelVersion, Map<String, List<TagWithScore>> predictions) {

    /** A tag as the model's own program prints it, with its score in 0..1; written as {@code ["long hair", 0.93]}. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"tag", "score"})
    @Schema(
            type = SchemaType.ARRAY,
            prefixItems = {String.class, Float.class},
            minItems = 2,
            maxItems = 2,
            description = "A pair: the tag, then its score in 0..1")
    public record TagWithScore(String tag, float score) {}

    static Prediction of(String model, String version, Map<String, List<Selection.Chosen>> chosen) {
        Map<String, List<TagWithScore>> predictions = new LinkedHashMap<>();
        chosen.forEach((category, tags) -> predictions.put(
                category.substring(0, 1).toUpperCase(Locale.ROOT) + category.substring(1),
                tags.stream()
                        .map(tag -> new TagWithScore(tag.label().shown(), tag.score()))
                        .toList()));
        return new Prediction("success", model, version, predictions);
    }
}
