package dev.fuda.tagger.palette;

import dev.fuda.tagger.onnx.Attribute;
import dev.fuda.tagger.onnx.OnnxGraph;
import dev.fuda.tagger.onnx.Value;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code palette} knows of each single pixel. Every plane has the shape {@code [batch, 1, 128, 128]} and, unless said
 * otherwise, values in 0..1. Colour is sRGB as stored (not linear light), since that is what people name colours by.
 *
 * <p>All measures are continuous (ramps, no steps), so that noise of one grey level never turns a score around.
 */
final class Pixels {

    /** Half width in degrees of the soft border between two neighbouring hues. */
    static final double HUE_SOFTNESS = 6;

    /** Opacity; the colour planes are already composed over white. */
    final Value alpha;

    final Value red;
    final Value green;
    final Value blue;

    /** V of HSV: the largest channel. */
    final Value value;

    /** The smallest channel; near 1 means white. */
    final Value least;

    /** {@code value - least}: how much colour there is to see. Unlike saturation it doesn't explode in dark noise. */
    final Value chroma;

    /** Rec. 601 luma, the weights that JPEG uses. */
    final Value luma;

    /** S of HSV, with the divisor held above 0.05. */
    final Value saturation;

    /** Whether a person would call the pixel coloured: chroma 0.06 → 0, 0.18 → 1. */
    final Value coloured;

    /** Whether there is any tint at all: chroma 0.02 → 0, 0.06 → 1. */
    final Value tinted;

    /** Neither near black nor near white, so that a hue could show: luma between 0.2 and 0.85. */
    final Value ink;

    /** Hexagonal chroma vector, x and y in -1..1; its length is about {@link #chroma}. */
    final Value chromaX;

    final Value chromaY;

    /** Chroma of the pixel if its hue lies in 15°..55°, the tones of old photographs. */
    final Value sepiaChroma;

    /** How far the luma slopes here, per pixel (Sobel / 8); a hard edge from black to white gives 0.5. */
    final Value slope;

    /** How much the pixel belongs to each named colour; at most {@link #coloured} in sum. */
    final Map<NamedColor, Value> named = new EnumMap<>(NamedColor.class);

    /** Reads {@code rgba}, shape {@code [batch, 128, 128, 4]}, values 0..255. */
    Pixels(OnnxGraph graph, Value rgba) {
        Value planes = graph.apply("Transpose", List.of(rgba), new Attribute.Ints("perm", 0, 3, 1, 2))
                .times(1 / 255.0);
        red = planes.gather(1, 0);
        green = planes.gather(1, 1);
        blue = planes.gather(1, 2);
        alpha = planes.gather(1, 3);
        value = red.max(green).max(blue);
        least = red.min(green).min(blue);
        chroma = value.minus(least);
        luma = red.times(0.299).plus(green.times(0.587)).plus(blue.times(0.114));
        saturation = chroma.over(value.max(0.05));
        coloured = chroma.ramp(0.06, 0.18);
        tinted = chroma.ramp(0.02, 0.06);
        ink = luma.ramp(0.10, 0.20).times(luma.fall(0.85, 0.93));
        chromaX = red.minus(green.plus(blue).times(0.5));
        chromaY = green.minus(blue).times(Math.sqrt(3) / 2);
        slope = slope(graph);
        Value hue = hue(graph);
        sepiaChroma = chroma.times(within(hue, 15, 55));
        name(hue);
    }

    /** Hue angle in degrees, 0 up to 360; without meaning where {@link #chroma} is below 0.01. */
    private Value hue(OnnxGraph graph) {
        Value divisor = chroma.max(0.01);
        Value fromRed = green.minus(blue).over(divisor);
        Value fromGreen = blue.minus(red).over(divisor).plus(2);
        Value fromBlue = red.minus(green).over(divisor).plus(4);
        Value sextant = red.atLeast(value, fromRed, green.atLeast(value, fromGreen, fromBlue));
        return sextant.atLeast(graph.scalar(0), sextant, sextant.plus(6)).times(60);
    }

    /** 1 inside a span of hue angles, 0 outside, with soft borders; neighbouring spans add up to 1. */
    private static Value within(Value hue, double from, double to) {
        double centre = (from + to) / 2 % 360;
        double reach = (to - from) / 2;
        Value distance = hue.minus(centre).abs().minus(180).abs().minus(180).times(-1);
        return distance.fall(reach - HUE_SOFTNESS, reach + HUE_SOFTNESS);
    }

    private void name(Value hue) {
        Value lightRose = saturation.fall(0.45, 0.65).times(value.ramp(0.6, 0.8));
        Value bright = value.ramp(0.5, 0.7);
        Value brightPink = value.ramp(0.4, 0.6);
        for (NamedColor color : NamedColor.values()) {
            named.put(color, within(hue, color.from, color.to).times(coloured));
        }
        Value reds = named.get(NamedColor.RED);
        Value pinks = named.get(NamedColor.PINK);
        Value oranges = named.get(NamedColor.ORANGE);
        named.put(NamedColor.RED, reds.times(lightRose.complement()));
        named.put(NamedColor.PINK, pinks.times(brightPink).plus(reds.times(lightRose)));
        named.put(NamedColor.PURPLE, named.get(NamedColor.PURPLE).plus(pinks.times(brightPink.complement())));
        // Pale orange is skin and beige, which nobody tags as orange.
        named.put(NamedColor.ORANGE, oranges.times(bright).times(saturation.ramp(0.4, 0.6)));
        named.put(NamedColor.BROWN, oranges.times(bright.complement()));
    }

    private Value slope(OnnxGraph graph) {
        Value padded = graph.apply(
                "Pad", List.of(luma, graph.longs(0, 0, 1, 1, 0, 0, 1, 1)), new Attribute.Text("mode", "edge"));
        float[] sobel = {-1, 0, 1, -2, 0, 2, -1, 0, 1, -1, -2, -1, 0, 0, 0, 1, 2, 1};
        for (int i = 0; i < sobel.length; i++) {
            sobel[i] /= 8;
        }
        Value gradient = graph.apply("Conv", List.of(padded, graph.constant(sobel, 2, 1, 3, 3)));
        Value horizontal = gradient.gather(1, 0);
        Value vertical = gradient.gather(1, 1);
        return horizontal.squared().plus(vertical.squared()).sqrt();
    }
}
