package dev.fuda.tagger.model;

import dev.fuda.tagger.image.Preprocessing;
import java.util.ArrayList;
import java.util.List;

/** A model with all that is needed to ask it: what the rest of the service works with. */
public final class Tagger implements AutoCloseable {

    private final ModelSpec spec;
    private final OnnxModel onnx;

    /**
     * Tries the model with an empty picture, so that one that can't work is found here and not with the first image.
     *
     * @throws BrokenModel if the graph doesn't fit the description
     */
    public Tagger(ModelSpec spec, OnnxModel onnx) {
        this.spec = spec;
        this.onnx = onnx;
        int answers = onnx.run(List.of(new float[spec.input().size()]), shape())[0].length;
        if (answers != spec.labels().size()) {
            throw new BrokenModel("The model answers with %d numbers, but its list names %d tags."
                    .formatted(answers, spec.labels().size()));
        }
    }

    /** What is known of the model. */
    public ModelSpec spec() {
        return spec;
    }

    /**
     * Scores of pictures that {@link Preprocessing#apply} prepared for this model.
     *
     * @return one result for each picture: see {@link Scores}
     */
    public List<Scores> score(List<float[]> pictures) {
        List<Scores> results = new ArrayList<>();
        for (float[] row : onnx.run(pictures, shape())) {
            for (int i = 0; i < row.length; i++) {
                row[i] = spec.activation().score(row[i]);
            }
            results.add(Scores.of(row, spec));
        }
        return results;
    }

    private long[] shape() {
        Preprocessing input = spec.input();
        int channels = input.colors().count();
        return input.layout() == Preprocessing.Layout.NHWC
                ? new long[] {input.height(), input.width(), channels}
                : new long[] {channels, input.height(), input.width()};
    }

    @Override
    public void close() {
        onnx.close();
    }
}
