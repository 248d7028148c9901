package dev.fuda.tagger.palette;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/** Pictures made by hand for tests: 128 × 128 pixels as packed ARGB. */
public final class Pictures {

    /** Side in pixels. */
    public static final int SIDE = 128;

    private Pictures() {}

    /** One pixel for each place: {@code paint(x, y)} gives packed ARGB. */
    public static int[] painted(IntBinaryOperator paint) {
        int[] picture = new int[SIDE * SIDE];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = paint.applyAsInt(i % SIDE, i / SIDE);
        }
        return picture;
    }

    /** A disc of one colour in the middle of another colour. */
    public static int[] disc(int background, int figure, int radius) {
        return painted((x, y) -> Math.hypot(x - 64, y - 64) < radius ? figure : background);
    }

    /** Vertical stripes, each {@code width} pixels wide, of the colours in turn. */
    public static int[] stripes(int width, int... colors) {
        return painted((x, y) -> colors[x / width % colors.length]);
    }

    /** A scene of 40 random rectangles whose colours {@code color} chooses by a random number in 0..255. */
    public static int[] scene(long seed, IntUnaryOperator color) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] picture = new int[SIDE * SIDE];
        Arrays.fill(picture, color.applyAsInt(random.nextInt(256)));
        for (int k = 0; k < 60; k++) {
            int left = random.nextInt(SIDE);
            int top = random.nextInt(SIDE);
            int right = Math.min(SIDE, left + 8 + random.nextInt(48));
            int bottom = Math.min(SIDE, top + 8 + random.nextInt(48));
            int argb = color.applyAsInt(random.nextInt(256));
            for (int y = top; y < bottom; y++) {
                Arrays.fill(picture, y * SIDE + left, y * SIDE + right, argb);
            }
        }
        return picture;
    }

    /** Random pixels, opacity included. */
    public static int[] noise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return painted((x, y) -> random.nextInt());
    }

    /** The picture with each pixel the mean of the square of {@code radius} around it, {@code times} times over. */
    public static int[] blurred(int[] picture, int radius, int times) {
        int[] source = picture;
        for (int t = 0; t < times; t++) {
            int[] from = source;
            source = painted((x, y) -> meanAround(from, x, y, radius));
        }
        return source;
    }

    /** Opaque grey of one level 0..255. */
    public static int grey(int level) {
        return rgb(level, level, level);
    }

    /** Opaque packed colour of three channels 0..255. */
    public static int rgb(int red, int green, int blue) {
        return 0xff << 24 | red << 16 | green << 8 | blue;
    }

    /** The picture as the model takes it: RGB over white and opacity, 0..255. */
    public static float[] pixels(int[] picture) {
        float[] rgba = new float[picture.length * 4];
        for (int i = 0; i < picture.length; i++) {
            int opacity = picture[i] >>> 24;
            for (int channel = 0; channel < 3; channel++) {
                int level = picture[i] >> 16 - 8 * channel & 0xff;
                rgba[4 * i + channel] = (level * opacity + 255 * (255 - opacity)) / 255f;
            }
            rgba[4 * i + 3] = opacity;
        }
        return rgba;
    }

    private static int meanAround(int[] picture, int x, int y, int radius) {
        int[] sum = new int[3];
        int count = 0;
        for (int dy = -radius; dy <= radius; dy++) {
            for (int dx = -radius; dx <= radius; dx++) {
                int argb = picture[Math.clamp(y + dy, 0, SIDE - 1) * SIDE + Math.clamp(x + dx, 0, SIDE - 1)];
                for (int channel = 0; channel < 3; channel++) {
                    sum[channel] += argb >> 16 - 8 * channel & 0xff;
                }
                count++;
            }
        }
        return rgb(sum[0] / count, sum[1] / count, sum[2] / count);
    }
}
