package dev.fuda.tagger.palette;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** The formulas of {@code palette} once more, pixel by pixel in double precision, without ONNX. */
final class NaivePalette {

    private static final int SIDE = 128;
    private static final int COUNT = SIDE * SIDE;
    private static final String[] COLORS = {
        "red", "orange", "yellow", "green", "aqua", "blue", "purple", "pink", "brown"
    };
    private static final double[][] SPANS = {
        {342, 376}, {16, 44}, {44, 70}, {70, 155}, {155, 190}, {190, 255}, {255, 295}, {295, 342}
    };

    private final double[] r = new double[COUNT];
    private final double[] g = new double[COUNT];
    private final double[] b = new double[COUNT];
    private final double[] a = new double[COUNT];
    private final double[] v = new double[COUNT];
    private final double[] m = new double[COUNT];
    private final double[] c = new double[COUNT];
    private final double[] y = new double[COUNT];
    private final double[] s = new double[COUNT];
    private final double[] coloured = new double[COUNT];
    private final double[] tinted = new double[COUNT];
    private final double[] ink = new double[COUNT];
    private final double[] cx = new double[COUNT];
    private final double[] cy = new double[COUNT];
    private final double[] sepia = new double[COUNT];
    private final double[] slope = new double[COUNT];
    private final double[][] named = new double[9][COUNT];

    private NaivePalette(float[] rgba) {
        for (int i = 0; i < COUNT; i++) {
            r[i] = rgba[4 * i] / 255.0;
            g[i] = rgba[4 * i + 1] / 255.0;
            b[i] = rgba[4 * i + 2] / 255.0;
            a[i] = rgba[4 * i + 3] / 255.0;
            pixel(i);
        }
        for (int i = 0; i < COUNT; i++) {
            slope[i] = sobel(i / SIDE, i % SIDE);
        }
    }

    /** The scores of one picture, 128 × 128 pixels of RGBA in 0..255, by tag. */
    static Map<String, Double> scores(float[] rgba) {
        return new NaivePalette(rgba).scores();
    }

    private void pixel(int i) {
        v[i] = Math.max(r[i], Math.max(g[i], b[i]));
        m[i] = Math.min(r[i], Math.min(g[i], b[i]));
        c[i] = v[i] - m[i];
        y[i] = 0.299 * r[i] + 0.587 * g[i] + 0.114 * b[i];
        s[i] = c[i] / Math.max(v[i], 0.05);
        coloured[i] = ramp(c[i], 0.06, 0.18);
        tinted[i] = ramp(c[i], 0.02, 0.06);
        ink[i] = ramp(y[i], 0.10, 0.20) * fall(y[i], 0.85, 0.93);
        cx[i] = r[i] - (g[i] + b[i]) / 2;
        cy[i] = (g[i] - b[i]) * Math.sqrt(3) / 2;
        double hue = hue(i);
        sepia[i] = c[i] * within(hue, 15, 55);
        double[] hues = new double[8];
        for (int k = 0; k < 8; k++) {
            hues[k] = within(hue, SPANS[k][0], SPANS[k][1]) * coloured[i];
        }
        double rose = fall(s[i], 0.45, 0.65) * ramp(v[i], 0.6, 0.8);
        double bright = ramp(v[i], 0.5, 0.7);
        double brightPink = ramp(v[i], 0.4, 0.6);
        named[0][i] = hues[0] * (1 - rose);
        named[1][i] = hues[1] * bright * ramp(s[i], 0.4, 0.6);
        named[2][i] = hues[2];
        named[3][i] = hues[3];
        named[4][i] = hues[4];
        named[5][i] = hues[5];
        named[6][i] = hues[6] + hues[7] * (1 - brightPink);
        named[7][i] = hues[7] * brightPink + hues[0] * rose;
        named[8][i] = hues[1] * (1 - bright);
    }

    private double hue(int i) {
        double d = Math.max(c[i], 0.01);
        double sextant =
                r[i] >= v[i] ? (g[i] - b[i]) / d : g[i] >= v[i] ? 2 + (b[i] - r[i]) / d : 4 + (r[i] - g[i]) / d;
        return 60 * (sextant < 0 ? sextant + 6 : sextant);
    }

    private static double within(double hue, double from, double to) {
        double difference = Math.abs(hue - (from + to) / 2 % 360);
        double distance = Math.min(difference, 360 - difference);
        double reach = (to - from) / 2;
        return fall(distance, reach - 6, reach + 6);
    }

    private double sobel(int py, int px) {
        double across = 0;
        double down = 0;
        int[] weights = {1, 2, 1};
        for (int k = -1; k <= 1; k++) {
            across += weights[k + 1] * (lumaAt(py + k, px + 1) - lumaAt(py + k, px - 1));
            down += weights[k + 1] * (lumaAt(py + 1, px + k) - lumaAt(py - 1, px + k));
        }
        return Math.hypot(across, down) / 8;
    }

    private double lumaAt(int py, int px) {
        return y[Math.clamp(py, 0, SIDE - 1) * SIDE + Math.clamp(px, 0, SIDE - 1)];
    }

    private Map<String, Double> scores() {
        Map<String, Double> scores = new LinkedHashMap<>();
        double area = mean(coloured);
        double inkArea = mean(ink) + 0.005;
        double tintedInk = mean(i -> tinted[i] * ink[i]) / inkArea;
        double colouredInk = mean(i -> coloured[i] * ink[i]) / inkArea;
        double saturation = mean(i -> s[i] * ink[i]) / inkArea;
        double grey = below(area, 0.015, 0.003) * below(mean(c), 0.03, 0.005);
        double alignment = Math.sqrt(square(mean(cx)) + square(mean(cy)) + 1e-8)
                / (mean(i -> Math.sqrt(square(cx[i]) + square(cy[i]) + 1e-8)) + 2e-4);
        double aligned = above(alignment, 0.975, 0.009);
        double severalHues = 1 - Math.max(aligned, grey);
        double oneHue = aligned * above(tintedInk, 0.75, 0.05);
        double monochrome = Math.max(grey, oneHue);
        scores.put("monochrome", monochrome);
        scores.put("greyscale", grey);
        scores.put(
                "sepia",
                oneHue
                        * above(mean(sepia) / (mean(c) + 0.005), 0.85, 0.04)
                        * below(saturation, 0.60, 0.05)
                        * above(saturation, 0.10, 0.02));
        scores.put(
                "spot_color",
                below(colouredInk, 0.35, 0.04)
                        * above(area, 0.010, 0.002)
                        * below(area, 0.25, 0.02)
                        * above(mean(i -> c[i] * coloured[i]) / (area + 0.002), 0.35, 0.04)
                        * below(mean(i -> tinted[i] * (1 - coloured[i])), 0.10, 0.015));
        double luma = mean(y);
        double tintedChroma = mean(i -> c[i] * tinted[i]) / (mean(tinted) + 0.01);
        scores.put(
                "limited_palette",
                above(topCells() / (area + 0.005), 0.80, 0.04)
                        * above(area, 0.10, 0.02)
                        * above(tintedChroma, 0.20, 0.02)
                        * severalHues);
        double vivid = mean(i -> coloured[i] * ramp(s[i], 0.35, 0.55) * ramp(v[i], 0.4, 0.6));
        scores.put("colorful", above(hueCount(), 4, 0.35) * above(vivid, 0.35, 0.04));
        scores.put(
                "muted_color",
                above(mean(tinted), 0.55, 0.05)
                        * below(tintedChroma, 0.22, 0.02)
                        * above(tintedChroma, 0.06, 0.01)
                        * below(luma, 0.75, 0.03)
                        * above(luma, 0.25, 0.02)
                        * severalHues);
        scores.put(
                "pale_color",
                above(mean(tinted), 0.30, 0.04)
                        * below(tintedChroma, 0.25, 0.02)
                        * above(luma, 0.78, 0.02)
                        * below(mean(i -> fall(y[i], 0.35, 0.50)), 0.08, 0.015));
        double low = mean(i -> fall(y[i], 0.15, 0.30));
        double high = mean(i -> ramp(y[i], 0.70, 0.85));
        scores.put("high_contrast", above(Math.min(low, high), 0.20, 0.02) * above(low + high, 0.70, 0.04));
        scores.put("dark", below(luma, 0.20, 0.02) * below(mean(i -> ramp(y[i], 0.50, 0.70)), 0.12, 0.015));
        double[] plane = plane();
        scores.put("blurry", blurry(plane[0]));
        for (int k = 0; k < 9; k++) {
            double share = mean(named[k]);
            scores.put(COLORS[k] + "_theme", above(share, 0.35, 0.04) * above(share / (area + 0.02), 0.70, 0.04));
        }
        IntToDoubleFunction black = i -> fall(v[i], 0.06, 0.12);
        IntToDoubleFunction white = i -> ramp(m[i], 0.90, 0.96);
        scores.put("letterboxed", bars(black, "top", "bottom", "left", "right"));
        scores.put("pillarboxed", bars(black, "left", "right", "top", "bottom"));
        scores.put("white_border", frame(white));
        scores.put("black_border", frame(black));
        double open = 1
                - Math.max(
                        Math.max(scores.get("letterboxed"), scores.get("pillarboxed")),
                        Math.max(scores.get("white_border"), scores.get("black_border")));
        double flat = ring(i -> fall(slope[i], 0.02, 0.05));
        double even = above(flat, 0.70, 0.04) * open;
        double clear = above(ring(i -> 1 - a[i]), 0.50, 0.05);
        scores.put("simple_background", above(Math.min(solid(r), Math.min(solid(g), solid(b))), 0.60, 0.04) * even);
        scores.put(
                "gradient_background",
                above(plane[0], 0.85, 0.03) * above(plane[1], 0.05, 0.008) * above(flat, 0.75, 0.03) * open);
        scores.put("white_background", above(ring(i -> ramp(m[i], 0.88, 0.95)), 0.60, 0.04) * (1 - clear) * open);
        scores.put(
                "grey_background",
                above(ring(i -> fall(c[i], 0.04, 0.09) * ramp(y[i], 0.14, 0.22) * fall(m[i], 0.85, 0.92)), 0.60, 0.04)
                        * even);
        scores.put("black_background", above(ring(i -> fall(v[i], 0.08, 0.16)), 0.60, 0.04) * open);
        scores.put("dark_background", above(ring(i -> fall(y[i], 0.20, 0.30)), 0.70, 0.04) * open);
        scores.put("transparent_background", clear);
        for (int k = 0; k < 9; k++) {
            double[] color = named[k];
            scores.put(COLORS[k] + "_background", above(ring(i -> color[i]), 0.60, 0.04) * even);
        }
        return scores;
    }

    private double topCells() {
        double[] cells = new double[125];
        for (int i = 0; i < COUNT; i++) {
            for (int red = 0; red < 5; red++) {
                double weight = coloured[i] * level(r[i], red);
                for (int greenBlue = 0; weight > 0 && greenBlue < 25; greenBlue++) {
                    cells[red * 25 + greenBlue] += weight * level(g[i], greenBlue / 5) * level(b[i], greenBlue % 5);
                }
            }
        }
        Arrays.sort(cells);
        return (cells[124] + cells[123] + cells[122]) / COUNT;
    }

    private static double level(double channel, int level) {
        return fall(Math.abs(Math.clamp(channel, 0.02, 0.98) - (level + 0.5) / 5), 0.08, 0.12);
    }

    private double hueCount() {
        double sum = 0;
        for (double[] color : named) {
            sum += mean(color);
        }
        double entropy = 0;
        for (double[] color : named) {
            double share = mean(color) / (sum + 0.005);
            entropy -= share * Math.log(share + 1e-4);
        }
        return Math.exp(entropy);
    }

    private double blurry(double planarity) {
        double[] sorted = slope.clone();
        Arrays.sort(sorted);
        int steepest = COUNT / 100;
        double top = Arrays.stream(sorted, COUNT - steepest, COUNT).average().orElseThrow();
        double range =
                Arrays.stream(y).max().orElseThrow() - Arrays.stream(y).min().orElseThrow();
        return below(top / (range + 0.02), 0.13, 0.012) * above(range, 0.25, 0.03) * (1 - above(planarity, 0.90, 0.02));
    }

    private double solid(double[] channel) {
        double best = 0;
        for (int level = 0; level < 25; level++) {
            double centre = level / 24.0;
            best = Math.max(best, ring(i -> fall(Math.abs(channel[i] - centre), 0.025, 0.05)));
        }
        return best;
    }

    /** R² of a plane through the ring's colours, and their standard deviation. */
    private double[] plane() {
        double total = 0;
        double explained = 0;
        double my = ring(i -> i / SIDE);
        double vx = ring(i -> square(i % SIDE - 63.5));
        double vy = ring(i -> square(i / SIDE - my));
        for (double[] channel : new double[][] {r, g, b}) {
            double mean = ring(i -> channel[i]);
            total += ring(i -> square(channel[i] - mean));
            explained += square(ring(i -> (channel[i] - mean) * (i % SIDE - 63.5))) / vx
                    + square(ring(i -> (channel[i] - mean) * (i / SIDE - my))) / vy;
        }
        return new double[] {explained / (total + 1e-4), Math.sqrt(total + 1e-8)};
    }

    private static double ring(IntToDoubleFunction plane) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < COUNT; i++) {
            int py = i / SIDE;
            int px = i % SIDE;
            if (py < 8 || px < 8 || py >= 120 || px >= 120) {
                double weight = py >= 120 ? 0.25 : 1;
                sum += weight * plane.applyAsDouble(i);
                weights += weight;
            }
        }
        return sum / weights;
    }

    private static double bars(IntToDoubleFunction black, String first, String second, String third, String fourth) {
        return above(Math.min(area(black, first), area(black, second)), 0.92, 0.02)
                * below(Math.max(area(black, third), area(black, fourth)), 0.70, 0.04)
                * below(area(black, "centre"), 0.60, 0.04);
    }

    private static double frame(IntToDoubleFunction plane) {
        double least = Math.min(
                Math.min(area(plane, "top"), area(plane, "bottom")),
                Math.min(area(plane, "left"), area(plane, "right")));
        return above(least, 0.95, 0.012) * below(area(plane, "inner"), 0.40, 0.04);
    }

    private static double area(IntToDoubleFunction plane, String name) {
        IntPredicate inside = switch (name) {
            case "top" -> i -> middle(i % SIDE) && i / SIDE < 4;
            case "bottom" -> i -> middle(i % SIDE) && i / SIDE >= 124;
            case "left" -> i -> middle(i / SIDE) && i % SIDE < 4;
            case "right" -> i -> middle(i / SIDE) && i % SIDE >= 124;
            case "centre" -> i -> middle(i % SIDE) && middle(i / SIDE);
            default -> i -> frame(i, 12) && !frame(i, 20);
        };
        double sum = 0;
        int count = 0;
        for (int i = 0; i < COUNT; i++) {
            if (inside.test(i)) {
                sum += plane.applyAsDouble(i);
                count++;
            }
        }
        return sum / count;
    }

    private static boolean middle(int position) {
        return position >= 32 && position < 96;
    }

    private static boolean frame(int i, int inset) {
        int py = i / SIDE;
        int px = i % SIDE;
        return py >= inset && px >= inset && py < SIDE - inset && px < SIDE - inset;
    }

    private static double mean(double[] plane) {
        return Arrays.stream(plane).average().orElseThrow();
    }

    private static double mean(IntToDoubleFunction plane) {
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += plane.applyAsDouble(i);
        }
        return sum / COUNT;
    }

    private static double square(double x) {
        return x * x;
    }

    private static double ramp(double x, double from, double to) {
        return Math.clamp((x - from) / (to - from), 0, 1);
    }

    private static double fall(double x, double from, double to) {
        return 1 - ramp(x, from, to);
    }

    private static double above(double x, double threshold, double width) {
        return 1 / (1 + Math.exp((threshold - x) / width));
    }

    private static double below(double x, double threshold, double width) {
        return 1 / (1 + Math.exp((x - threshold) / width));
    }
}
