package dev.fuda.tagger.model;

import dev.fuda.tagger.image.Preprocessing;
import dev.fuda.tagger.image.Resampling;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The kinds of tagger whose folders are understood as they are published. */
enum Family {
    /** SmilingWolf's WD taggers, read as kohya's sd-scripts read them. */
    WD("selected_tags.csv", LabelFiles::selectedTags, Activation.NONE, Set.of("rating"), 0.35f),
    /** cella110n's cl_tagger. */
    CL_TAGGER("tag_mapping.json", LabelFiles::tagMapping, Activation.SIGMOID, Set.of("rating", "quality"), 0.45f);

    final String labelFile;
    final Function<String, List<Label>> labels;
    final Activation activation;
    final Set<String> singleBest;
    final float defaultThreshold;

    Family(
            String labelFile,
            Function<String, List<Label>> labels,
            Activation activation,
            Set<String> singleBest,
            float defaultThreshold) {
        this.labelFile = labelFile;
        this.labels = labels;
        this.activation = activation;
        this.singleBest = singleBest;
        this.defaultThreshold = defaultThreshold;
    }

    /** The preprocessing for an input of a size and layout. */
    Preprocessing input(int width, int height, Preprocessing.Layout layout) {
        return switch (this) {
            case WD ->
                new Preprocessing(
                        width,
                        height,
                        layout,
                        Preprocessing.Colors.BGR,
                        Preprocessing.Fit.PAD_WHITE,
                        Resampling.AREA_OR_LANCZOS,
                        Preprocessing.Opacity.OVER_WHITE,
                        1,
                        0,
                        1);
            case CL_TAGGER ->
                new Preprocessing(
                        width,
                        height,
                        layout,
                        Preprocessing.Colors.BGR,
                        Preprocessing.Fit.PAD_WHITE,
                        Resampling.BICUBIC,
                        Preprocessing.Opacity.OVER_WHITE_UNLESS_GREY,
                        255,
                        0.5f,
                        0.5f);
        };
    }
}
