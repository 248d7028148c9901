package dev.fuda.tagger.image;

import java.util.function.DoubleUnaryOperator;

/**
 * Pillow's {@code Image.resize} for 8-bit channels, bit for bit: a horizontal and a vertical pass with fixed-point weights
 * of {@value #PRECISION} bits, rounded to 8 bits between them (libImaging/Resample.c). When the picture shrinks, the
 * filter grows with it, so that every source pixel counts.
 */
enum PillowResampling {
    /** Cubic convolution with a = -0.5. */
    BICUBIC(2, PillowResampling::cubic),
    /** Windowed sinc over three lobes. */
    LANCZOS(3, PillowResampling::lanczos);

    private static final int PRECISION = 22;

    /** Half width of the filter in pixels of the coarser picture. */
    private final double support;

    private final DoubleUnaryOperator filter;

    PillowResampling(double support, DoubleUnaryOperator filter) {
        this.support = support;
        this.filter = filter;
    }

    /** Weights of one result pixel: source pixels from {@code first}. */
    private record Window(int first, int[] weights) {}

    Bitmap resize(Picture picture, int width, int height) {
        Bitmap wide = across(picture, width);
        return wide.height() == height ? wide : down(wide, height);
    }

    /** Row by row, so that only the narrower picture needs memory of the heap. */
    private Bitmap across(Picture picture, int width) {
        int channels = picture.channels();
        int rowBytes = width * channels;
        Window[] windows = windows(picture.width(), width);
        byte[] source = new byte[picture.width() * channels];
        byte[] target = new byte[rowBytes * picture.height()];
        for (int y = 0; y < picture.height(); y++) {
            picture.readRow(y, source);
            if (picture.width() == width) {
                System.arraycopy(source, 0, target, y * rowBytes, rowBytes);
                continue;
            }
            for (int x = 0; x < width; x++) {
                sum(
                        source,
                        windows[x].first * channels,
                        channels,
                        windows[x].weights,
                        target,
                        y * rowBytes + x * channels,
                        channels);
            }
        }
        return new Bitmap(width, picture.height(), channels, target);
    }

    private Bitmap down(Bitmap picture, int height) {
        int channels = picture.channels();
        int row = picture.width() * channels;
        Window[] windows = windows(picture.height(), height);
        byte[] target = new byte[row * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < picture.width(); x++) {
                int from = windows[y].first * row + x * channels;
                sum(picture.data(), from, row, windows[y].weights, target, y * row + x * channels, channels);
            }
        }
        return new Bitmap(picture.width(), height, channels, target);
    }

    private static void sum(byte[] source, int from, int step, int[] weights, byte[] target, int to, int channels) {
        for (int channel = 0; channel < channels; channel++) {
            int sum = 1 << PRECISION - 1;
            int at = from + channel;
            for (int weight : weights) {
                sum += (source[at] & 0xff) * weight;
                at += step;
            }
            target[to + channel] = (byte) Math.clamp(sum >> PRECISION, 0, 255);
        }
    }

    private Window[] windows(int sourceSize, int targetSize) {
        double scale = (double) sourceSize / targetSize;
        double stretch = Math.max(scale, 1);
        double reach = support * stretch;
        Window[] windows = new Window[targetSize];
        for (int i = 0; i < targetSize; i++) {
            double centre = (i + 0.5) * scale;
            int first = Math.max((int) (centre - reach + 0.5), 0);
            int end = Math.min((int) (centre + reach + 0.5), sourceSize);
            double[] weights = new double[end - first];
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                weights[k] = filter.applyAsDouble((k + first - centre + 0.5) * (1 / stretch));
                sum += weights[k];
            }
            int[] fixed = new int[weights.length];
            for (int k = 0; k < weights.length; k++) {
                double weight = weights[k] / sum * (1 << PRECISION);
                fixed[k] = (int) (weight < 0 ? weight - 0.5 : weight + 0.5);
            }
            windows[i] = new Window(first, fixed);
        }
        return windows;
    }

    private static double cubic(double position) {
        double x = Math.abs(position);
        if (x < 1) {
            return (1.5 * x - 2.5) * x * x + 1;
        }
        return x < 2 ? (((x - 5) * x + 8) * x - 4) * -0.5 : 0;
    }

    private static double lanczos(double x) {
        return x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
    }
}
