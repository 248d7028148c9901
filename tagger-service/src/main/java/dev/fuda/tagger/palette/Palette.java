package dev.fuda.tagger.palette;

import dev.fuda.tagger.onnx.Attribute;
import dev.fuda.tagger.onnx.OnnxGraph;
import dev.fuda.tagger.onnx.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The built-in model {@code palette}: an ONNX graph without learned weights that measures colours, light, contrast and
 * the border of a picture and answers with Danbooru's tags for them. The scores are measures, no opinions: each is a
 * product of logistic functions {@code above(x; t, w) = sigmoid((x - t) / w)} and
 * {@code below(x; t, w) = sigmoid((t - x) / w)} of the quantities that {@link Pixels} and {@link Border} define, and 0.5
 * means "just about". The page {@code PALETTE.md} of this service lists them for people.
 *
 * <p>Input {@code image}: float32 {@code [batch, 128, 128, 4]}, RGB composed over white in 0..255 and opacity in 0..255,
 * the picture stretched to the square. Output {@code scores}: float32 {@code [batch, tags]} in 0..1, in the order of
 * {@link #tags()}.
 */
public final class Palette {

    /** Raise it whenever a formula changes: stored scores belong to a version. */
    public static final int VERSION = 1;

    private final OnnxGraph graph = new OnnxGraph("palette");
    private final Map<String, Value> scores = new LinkedHashMap<>();
    private final Pixels pixels;
    private final Border border;
    private final Means means = new Means();

    /** Set by {@link #greys()}: neither grey nor of a single hue. */
    private Value severalHues;

    /** Builds the graph. */
    public Palette() {
        Value image = graph.input("image", -1, Border.SIDE, Border.SIDE, 4);
        pixels = new Pixels(graph, image);
        border = new Border(graph, pixels);
        measure();
        greys();
        moods();
        themes();
        frames();
        backgrounds();
        List<Value> columns = new ArrayList<>(scores.values());
        graph.output("scores", columns.getFirst().join(1, columns.subList(1, columns.size())), -1, columns.size());
    }

    /** The tags, in the order of the output's columns; all are of Danbooru's category "general". */
    public List<String> tags() {
        return List.copyOf(scores.keySet());
    }

    /** The model as the bytes of a {@code .onnx} file; always the same bytes for one {@link #VERSION}. */
    public byte[] toOnnx() {
        return graph.toModel(VERSION, "Measures the picture; has no learned weights.");
    }

    /** Means over all pixels. */
    private void measure() {
        means.of("coloured", pixels.coloured)
                .of("tinted", pixels.tinted)
                .of("ink", pixels.ink)
                .of("colouredInk", pixels.coloured.times(pixels.ink))
                .of("tintedInk", pixels.tinted.times(pixels.ink))
                .of("saturatedInk", pixels.saturation.times(pixels.ink))
                .of("chroma", pixels.chroma)
                .of("colouredChroma", pixels.chroma.times(pixels.coloured))
                .of("tintedChroma", pixels.chroma.times(pixels.tinted))
                .of("sepiaChroma", pixels.sepiaChroma)
                .of("faintTint", pixels.tinted.times(pixels.coloured.complement()))
                .of("chromaX", pixels.chromaX)
                .of("chromaY", pixels.chromaY)
                .of(
                        "chromaLength",
                        pixels.chromaX
                                .squared()
                                .plus(pixels.chromaY.squared())
                                .plus(1e-8)
                                .sqrt())
                .of("luma", pixels.luma)
                .of("shadow", pixels.luma.fall(0.35, 0.50))
                .of("lit", pixels.luma.ramp(0.50, 0.70))
                .of("low", pixels.luma.fall(0.15, 0.30))
                .of("high", pixels.luma.ramp(0.70, 0.85))
                .of(
                        "vivid",
                        pixels.coloured
                                .times(pixels.saturation.ramp(0.35, 0.55))
                                .times(pixels.value.ramp(0.4, 0.6)));
        pixels.named.forEach((color, plane) -> means.of(color.name(), plane));
        // Rows first: sums of 128 numbers keep more digits than one of 16,384.
        means.averaged(means.joined().mean(3).mean(2));
    }

    private void greys() {
        Value coloured = means.get("coloured");
        Value ink = means.get("ink").plus(0.005);
        Value tintedInk = means.get("tintedInk").over(ink);
        Value colouredInk = means.get("colouredInk").over(ink);
        Value greyscale = below(coloured, 0.015, 0.003).times(below(means.get("chroma"), 0.03, 0.005));

        // Length of the mean chroma vector against the mean length: 1 when every hue is the same (circular statistics).
        Value alignment = means.get("chromaX")
                .squared()
                .plus(means.get("chromaY").squared())
                .plus(1e-8)
                .sqrt()
                .over(means.get("chromaLength").plus(2e-4));
        Value aligned = above(alignment, 0.975, 0.009);
        severalHues = aligned.max(greyscale).complement();
        Value oneHue = aligned.times(above(tintedInk, 0.75, 0.05));
        scores.put("monochrome", greyscale.max(oneHue));
        scores.put("greyscale", greyscale);

        Value sepiaShare = means.get("sepiaChroma").over(means.get("chroma").plus(0.005));
        Value saturation = means.get("saturatedInk").over(ink);
        scores.put(
                "sepia",
                oneHue.times(above(sepiaShare, 0.85, 0.04))
                        .times(below(saturation, 0.60, 0.05))
                        .times(above(saturation, 0.10, 0.02)));

        Value vividness = means.get("colouredChroma").over(coloured.plus(0.002));
        scores.put(
                "spot_color",
                below(colouredInk, 0.35, 0.04)
                        .times(above(coloured, 0.010, 0.002))
                        .times(below(coloured, 0.25, 0.02))
                        .times(above(vividness, 0.35, 0.04))
                        .times(below(means.get("faintTint"), 0.10, 0.015)));
    }

    private void moods() {
        Value coloured = means.get("coloured");
        Value tintedChroma = means.get("tintedChroma").over(means.get("tinted").plus(0.01));
        Value luma = means.get("luma");
        scores.put(
                "limited_palette",
                above(fewColours(coloured), 0.80, 0.04)
                        .times(above(coloured, 0.10, 0.02))
                        .times(above(tintedChroma, 0.20, 0.02))
                        .times(severalHues));
        scores.put("colorful", above(hueCount(), 4.0, 0.35).times(above(means.get("vivid"), 0.35, 0.04)));
        scores.put(
                "muted_color",
                above(means.get("tinted"), 0.55, 0.05)
                        .times(below(tintedChroma, 0.22, 0.02))
                        .times(above(tintedChroma, 0.06, 0.01))
                        .times(below(luma, 0.75, 0.03))
                        .times(above(luma, 0.25, 0.02))
                        .times(severalHues));
        scores.put(
                "pale_color",
                above(means.get("tinted"), 0.30, 0.04)
                        .times(below(tintedChroma, 0.25, 0.02))
                        .times(above(luma, 0.78, 0.02))
                        .times(below(means.get("shadow"), 0.08, 0.015)));
        Value low = means.get("low");
        Value high = means.get("high");
        scores.put("high_contrast", above(low.min(high), 0.20, 0.02).times(above(low.plus(high), 0.70, 0.04)));
        scores.put("dark", below(luma, 0.20, 0.02).times(below(means.get("lit"), 0.12, 0.015)));
        scores.put("blurry", blurry());
    }

    /** Share of the coloured area that the three largest cells of a 5×5×5 RGB histogram with soft borders hold. */
    private Value fewColours(Value coloured) {
        int levels = 5;
        float[] centres = new float[levels];
        for (int i = 0; i < levels; i++) {
            centres[i] = (i + 0.5f) / levels;
        }
        Value cells = graph.constant(centres, 1, levels, 1);
        long pixelCount = (long) Border.SIDE * Border.SIDE;
        Value[] channels = new Value[3];
        Value[] planes = {pixels.red, pixels.green, pixels.blue};
        for (int i = 0; i < 3; i++) {
            channels[i] = planes[i]
                    .clip(0.02, 0.98)
                    .reshape(0, 1, pixelCount)
                    .minus(cells)
                    .abs()
                    .fall(0.08, 0.12); // [batch, levels, pixels]
        }
        Value redGreen = channels[0]
                .reshape(0, levels, 1, pixelCount)
                .times(channels[1].reshape(0, 1, levels, pixelCount))
                .reshape(0, (long) levels * levels, pixelCount)
                .times(pixels.coloured.reshape(0, 1, pixelCount));
        Value blue = graph.apply("Transpose", List.of(channels[2]), new Attribute.Ints("perm", 0, 2, 1));
        Value histogram = redGreen.matmul(blue).times(1.0 / pixelCount).reshape(0, (long) levels * levels * levels);
        return histogram.top(3).sum(1).reshape(-1, 1).over(coloured.plus(0.005));
    }

    /** Effective number of named colours: the exponential of the entropy of their shares, 1..9. */
    private Value hueCount() {
        List<Value> named = new ArrayList<>();
        for (NamedColor color : NamedColor.values()) {
            named.add(means.get(color.name()));
        }
        Value areas = named.getFirst().join(1, named.subList(1, named.size()));
        Value shares = areas.over(areas.sum(1).reshape(-1, 1).plus(0.005));
        Value logs = graph.apply("Log", List.of(shares.plus(1e-4)));
        Value entropy = shares.times(logs).sum(1).reshape(-1, 1).times(-1);
        return graph.apply("Exp", List.of(entropy));
    }

    /** The steepest hundredth of the slopes against the range of luma: even blurred pictures have a range. */
    private Value blurry() {
        int steepest = Border.SIDE * Border.SIDE / 100;
        Value top = pixels.slope
                .reshape(0, (long) Border.SIDE * Border.SIDE)
                .top(steepest)
                .mean(1)
                .reshape(-1, 1);
        Value range = pixels.luma
                .largest(1, 2, 3)
                .minus(pixels.luma.smallest(1, 2, 3))
                .reshape(-1, 1);
        Value plain = above(border.planarity, 0.90, 0.02);
        return below(top.over(range.plus(0.02)), 0.13, 0.012)
                .times(above(range, 0.25, 0.03))
                .times(plain.complement());
    }

    private void themes() {
        Value coloured = means.get("coloured").plus(0.02);
        for (NamedColor color : NamedColor.values()) {
            Value area = means.get(color.name());
            scores.put(color.tag("theme"), above(area, 0.35, 0.04).times(above(area.over(coloured), 0.70, 0.04)));
        }
    }

    /** A frame or bars hide the background: what the ring shows then is the frame. */
    private void backgrounds() {
        Value open = scores.get("letterboxed")
                .max(scores.get("pillarboxed"))
                .max(scores.get("white_border"))
                .max(scores.get("black_border"))
                .complement();
        Value flat = border.ring.get("flat");
        Value even = above(flat, 0.70, 0.04).times(open);
        Value clear = above(border.ring.get("clear"), 0.50, 0.05);
        scores.put("simple_background", above(border.solid, 0.60, 0.04).times(even));
        scores.put(
                "gradient_background",
                above(border.planarity, 0.85, 0.03)
                        .times(above(border.deviation, 0.05, 0.008))
                        .times(above(flat, 0.75, 0.03))
                        .times(open));
        scores.put(
                "white_background",
                above(border.ring.get("white"), 0.60, 0.04).times(open).times(clear.complement()));
        scores.put("grey_background", above(border.ring.get("grey"), 0.60, 0.04).times(even));
        scores.put(
                "black_background", above(border.ring.get("black"), 0.60, 0.04).times(open));
        scores.put(
                "dark_background", above(border.ring.get("night"), 0.70, 0.04).times(open));
        scores.put("transparent_background", clear);
        for (NamedColor color : NamedColor.values()) {
            scores.put(
                    color.tag("background"),
                    above(border.ring.get(color.name()), 0.60, 0.04).times(even));
        }
    }

    private void frames() {
        scores.put("letterboxed", bars("top", "bottom", "left", "right"));
        scores.put("pillarboxed", bars("left", "right", "top", "bottom"));
        scores.put("white_border", frame(border.white));
        scores.put("black_border", frame(border.black));
    }

    /** Black along two sides, not along the two others, and not in the middle. */
    private Value bars(String first, String second, String otherFirst, String otherSecond) {
        Means black = border.black;
        return above(black.get(first).min(black.get(second)), 0.92, 0.02)
                .times(below(black.get(otherFirst).max(black.get(otherSecond)), 0.70, 0.04))
                .times(below(black.get("centre"), 0.60, 0.04));
    }

    /** All four sides alike, and something else within. */
    private static Value frame(Means shares) {
        Value sides = shares.get("top")
                .min(shares.get("bottom"))
                .min(shares.get("left"))
                .min(shares.get("right"));
        return above(sides, 0.95, 0.012).times(below(shares.get("inner"), 0.40, 0.04));
    }

    private static Value above(Value measure, double threshold, double width) {
        return measure.above(threshold, width);
    }

    private static Value below(Value measure, double threshold, double width) {
        return measure.below(threshold, width);
    }
}
