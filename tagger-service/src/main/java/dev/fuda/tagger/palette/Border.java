package dev.fuda.tagger.palette;

import dev.fuda.tagger.onnx.OnnxGraph;
import dev.fuda.tagger.onnx.Value;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * What {@code palette} measures along the edge of the picture, where the background shows. The ring is {@value #RING}
 * pixels wide; its lower side counts a quarter, since figures stand there. Every result has the shape {@code [batch, 1]}.
 */
final class Border {

    /** Side of the measured picture in pixels. */
    static final int SIDE = 128;

    /** Width of the ring in pixels. */
    static final int RING = 8;

    /** Weight of the ring's lower side; the other sides weigh 1. */
    static final double LOWER_WEIGHT = 0.25;

    /** Width of the strips that tell bars and frames, in pixels. */
    static final int STRIP = 4;

    /** Weighted shares of the ring: those asked for by the constructor and one for each {@link NamedColor} name. */
    final Means ring = new Means();

    /** Share of the ring within about 0.04 of its most frequent level, the least of the three channels. */
    final Value solid;

    /** How much of the ring's colour variance a plane explains (R² of a linear gradient), 0..1. */
    final Value planarity;

    /** Standard deviation of the ring's colour, all channels together. */
    final Value deviation;

    /** Shares of near-black and near-white along the sides and inside; names as in {@link #strips()}. */
    final Means black;

    final Means white;

    private final OnnxGraph graph;
    private final long[] indices;
    private final float[] weights;

    Border(OnnxGraph graph, Pixels pixels) {
        this.graph = graph;
        indices = LongStream.range(0, (long) SIDE * SIDE)
                .filter(i -> inRing((int) (i / SIDE), (int) (i % SIDE)))
                .toArray();
        weights = ringWeights();
        ring.of("white", pixels.least.ramp(0.88, 0.95))
                .of("black", pixels.value.fall(0.08, 0.16))
                .of("grey", grey(pixels))
                .of("night", pixels.luma.fall(0.2, 0.3))
                .of("flat", pixels.slope.fall(0.02, 0.05))
                .of("clear", pixels.alpha.complement());
        pixels.named.forEach((color, plane) -> ring.of(color.name(), plane));
        ring.averaged(weighted(ringOf(ring.joined())));
        Value rgb = ringOf(new Means()
                .of("r", pixels.red)
                .of("g", pixels.green)
                .of("b", pixels.blue)
                .joined());
        solid = solid(rgb);
        Value centred = rgb.minus(weighted(rgb).reshape(0, 3, 1));
        Value variance = weighted(centred.squared()).sum(1).reshape(-1, 1);
        planarity = explained(centred).over(variance.plus(1e-4));
        deviation = variance.plus(1e-8).sqrt();
        black = strips(pixels.value.fall(0.06, 0.12));
        white = strips(pixels.least.ramp(0.90, 0.96));
    }

    static boolean inRing(int y, int x) {
        return Math.min(Math.min(y, x), Math.min(SIDE - 1 - y, SIDE - 1 - x)) < RING;
    }

    private static Value grey(Pixels pixels) {
        return pixels.chroma
                .fall(0.04, 0.09)
                .times(pixels.luma.ramp(0.14, 0.22))
                .times(pixels.least.fall(0.85, 0.92));
    }

    /** The weights of the ring's pixels; their sum is 1. */
    private float[] ringWeights() {
        double[] raw = Arrays.stream(indices)
                .mapToDouble(i -> i / SIDE >= SIDE - RING ? LOWER_WEIGHT : 1)
                .toArray();
        double sum = Arrays.stream(raw).sum();
        float[] normal = new float[raw.length];
        for (int i = 0; i < raw.length; i++) {
            normal[i] = (float) (raw[i] / sum);
        }
        return normal;
    }

    /** The ring's pixels of each plane, {@code [batch, planes, pixels]}. */
    private Value ringOf(Value planes) {
        return planes.reshape(0, 0, (long) SIDE * SIDE).gather(2, indices);
    }

    /** Weighted mean over the ring's pixels, {@code [batch, planes]}. */
    private Value weighted(Value planes) {
        return planes.matmul(graph.constant(weights, weights.length, 1)).reshape(0, 0);
    }

    private Value solid(Value rgb) {
        int levels = 25;
        float[] centres = new float[levels];
        for (int i = 0; i < levels; i++) {
            centres[i] = i / (levels - 1f);
        }
        Value near = rgb.reshape(0, 3, 1, indices.length)
                .minus(graph.constant(centres, levels, 1))
                .abs()
                .fall(0.025, 0.05);
        Value shares = near.matmul(graph.constant(weights, weights.length, 1)); // [batch, 3, levels, 1]
        return shares.largest(2, 3).smallest(1).reshape(-1, 1);
    }

    /** Variance of the ring that a plane through its colours explains; x and y are uncorrelated over the ring. */
    private Value explained(Value centred) {
        double[] across = new double[indices.length];
        double[] down = new double[indices.length];
        double downMean = 0;
        for (int i = 0; i < indices.length; i++) {
            downMean += weights[i] * (indices[i] / SIDE);
        }
        double acrossVariance = 0;
        double downVariance = 0;
        for (int i = 0; i < indices.length; i++) {
            across[i] = indices[i] % SIDE - (SIDE - 1) / 2.0;
            down[i] = indices[i] / SIDE - downMean;
            acrossVariance += weights[i] * across[i] * across[i];
            downVariance += weights[i] * down[i] * down[i];
        }
        return covariance(centred, across, acrossVariance).plus(covariance(centred, down, downVariance));
    }

    /** Sum over channels of covariance² / variance, {@code [batch, 1]}. */
    private Value covariance(Value centred, double[] position, double variance) {
        float[] projection = new float[position.length];
        for (int i = 0; i < position.length; i++) {
            projection[i] = (float) (weights[i] * position[i] / Math.sqrt(variance));
        }
        Value along = centred.matmul(graph.constant(projection, projection.length, 1));
        return along.squared().sum(1, 2).reshape(-1, 1);
    }

    /**
     * Means of a plane over the middle half of each side's outermost strip ({@code top}, {@code bottom}, {@code left},
     * {@code right}), over the central quarter ({@code centre}), and over the frame from 12 to 20 pixels inside
     * ({@code inner}).
     */
    private Means strips(Value plane) {
        String[] names = {"top", "bottom", "left", "right", "centre", "inner"};
        float[] masks = new float[SIDE * SIDE * names.length];
        for (int area = 0; area < names.length; area++) {
            int count = 0;
            for (int i = 0; i < SIDE * SIDE; i++) {
                count += inArea(names[area], i / SIDE, i % SIDE) ? 1 : 0;
            }
            for (int i = 0; i < SIDE * SIDE; i++) {
                masks[i * names.length + area] = inArea(names[area], i / SIDE, i % SIDE) ? 1f / count : 0;
            }
        }
        Means means = new Means();
        for (String area : names) {
            means.of(area, plane);
        }
        Value flat = plane.reshape(0, (long) SIDE * SIDE);
        return means.averaged(flat.matmul(graph.constant(masks, (long) SIDE * SIDE, names.length)));
    }

    static boolean inArea(String area, int y, int x) {
        boolean middleX = x >= SIDE / 4 && x < SIDE * 3 / 4;
        boolean middleY = y >= SIDE / 4 && y < SIDE * 3 / 4;
        int inset = Math.min(Math.min(y, x), Math.min(SIDE - 1 - y, SIDE - 1 - x));
        return switch (area) {
            case "top" -> middleX && y < STRIP;
            case "bottom" -> middleX && y >= SIDE - STRIP;
            case "left" -> middleY && x < STRIP;
            case "right" -> middleY && x >= SIDE - STRIP;
            case "centre" -> middleX && middleY;
            case "inner" -> inset >= 12 && inset < 20;
            default -> throw new IllegalArgumentException("There is no area " + area);
        };
    }
}
