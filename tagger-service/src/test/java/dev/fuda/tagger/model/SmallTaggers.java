package dev.fuda.tagger.model;

import dev.fuda.tagger.onnx.Attribute;
import dev.fuda.tagger.onnx.OnnxGraph;
import dev.fuda.tagger.onnx.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Folders like those of published taggers, with graphs that answer with weighted means of the picture's channels. */
final class SmallTaggers {

    static final String WD_TAGS = """
            tag_id,name,category,count
            9999999,general,9,100
            9999998,sensitive,9,50
            470575,1girl,0,4225150
            212816,long_hair,0,2951200
            404507,>_<,0,11000
            87788,hatsune_miku,4,90000
            """;

    static final String CL_TAGS = """
            {"0": {"tag": "general", "category": "Rating"}, "1": {"tag": "explicit", "category": "Rating"},
             "2": {"tag": "best_quality", "category": "Quality"}, "3": {"tag": "worst_quality", "category": "Quality"},
             "4": {"tag": "blue_eyes", "category": "General"}, "5": {"tag": "saber_\\\\(fate\\\\)", "category": "Character"}}
            """;

    private SmallTaggers() {}

    /** Rows, columns, BGR of 0..255; the answers are {@code means / 255 × weights}. */
    static void wd(Path folder, float[][] weights) throws IOException {
        OnnxGraph graph = new OnnxGraph("wd");
        Value means = graph.input("input_1:0", -1, 8, 8, 3).mean(1, 2).times(1 / 255.0);
        write(folder, graph, means, weights);
        Files.writeString(folder.resolve("selected_tags.csv"), WD_TAGS);
    }

    /** Planes of BGR in -1..1; the answers are logits {@code means × weights}. */
    static void cl(Path folder, float[][] weights) throws IOException {
        OnnxGraph graph = new OnnxGraph("cl");
        write(folder, graph, graph.input("input", -1, 3, 8, 8).mean(2, 3), weights);
        Files.writeString(folder.resolve("tag_mapping.json"), CL_TAGS);
    }

    /** As {@link #cl}, but the graph takes half precision and two pictures at once, no more, no fewer. */
    static void halfPairs(Path folder, float[][] weights) throws IOException {
        OnnxGraph graph = new OnnxGraph("half");
        Value input = graph.halfInput("input", 2, 3, 8, 8);
        Value wide = graph.apply("Cast", List.of(input), new Attribute.Int("to", 1));
        write(folder, graph, wide.mean(2, 3), weights);
        Files.writeString(folder.resolve("tag_mapping.json"), CL_TAGS);
    }

    private static void write(Path folder, OnnxGraph graph, Value means, float[][] weights) throws IOException {
        int tags = weights[0].length;
        float[] flat = new float[3 * tags];
        for (int channel = 0; channel < 3; channel++) {
            System.arraycopy(weights[channel], 0, flat, channel * tags, tags);
        }
        graph.output("output", means.matmul(graph.constant(flat, 3, tags)), -1, tags);
        Files.createDirectories(folder);
        Files.write(folder.resolve("model.onnx"), graph.toModel(1, "A tagger for tests."));
    }
}
