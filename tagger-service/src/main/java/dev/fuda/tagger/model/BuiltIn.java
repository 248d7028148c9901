package dev.fuda.tagger.model;

import dev.fuda.tagger.image.Preprocessing;
import dev.fuda.tagger.image.Resampling;
import dev.fuda.tagger.palette.Palette;
import java.util.List;
import java.util.Set;

/** The model that comes with Fuda. */
public final class BuiltIn {

    /** The name of {@link Palette}. */
    public static final String PALETTE = "palette";

    private BuiltIn() {}

    /** Builds and loads {@link Palette}. */
    public static Tagger palette() {
        Palette palette = new Palette();
        List<Label> labels = palette.tags().stream()
                .map(tag -> new Label(tag, "general", tag.replace('_', ' ')))
                .toList();
        Preprocessing input = new Preprocessing(
                128,
                128,
                Preprocessing.Layout.NHWC,
                Preprocessing.Colors.RGBA,
                Preprocessing.Fit.STRETCH,
                Resampling.AREA,
                Preprocessing.Opacity.OVER_WHITE,
                1,
                0,
                1);
        ModelSpec spec = new ModelSpec(
                PALETTE,
                Integer.toString(Palette.VERSION),
                "Measures colours, light, contrast and background of the picture. No learned weights.",
                true,
                input,
                Activation.NONE,
                labels,
                Set.of(),
                0.5f);
        return new Tagger(spec, OnnxModel.load(palette.toOnnx(), 1));
    }
}
