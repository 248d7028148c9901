package dev.fuda.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Runs two sides in turn, ours first in even rounds and the peer first in odd ones, and compares them round by round:
 * a machine whose speed drifts changes both sides of a ratio alike.
 */
public final class Comparison {

    private final String unit;
    private final List<double[]> rounds = new ArrayList<>();

    /** One side: measures once and returns its figure in the unit of the comparison. */
    @FunctionalInterface
    public interface Side {
        double measure() throws Exception;
    }

    /**
     * @param unit of both figures, such as {@code rows/s}
     */
    public Comparison(String unit) {
        this.unit = unit;
    }

    /** Measures {@code rounds} times, after one round that does not count. */
    public Comparison measure(int rounds, Side ours, Side peer) throws Exception {
        for (int round = -1; round < rounds; round++) {
            double[] figures = new double[2];
            if (round % 2 == 0) {
                figures[0] = ours.measure();
                figures[1] = peer.measure();
            } else {
                figures[1] = peer.measure();
                figures[0] = ours.measure();
            }
            if (round >= 0) {
                add(figures[0], figures[1]);
            }
        }
        return this;
    }

    /** Adds a round that was measured elsewhere. */
    public void add(double ours, double peer) {
        rounds.add(new double[] {ours, peer});
    }

    /** The median of our figure divided by the peer's, round by round. */
    public double ratio() {
        return median(ratios());
    }

    /** A table of both sides with medians and spread, and the ratio. */
    public String table(String ours, String peer) {
        int width = Math.max(Math.max(ours.length(), peer.length()), "ratio".length());
        return line(width, ours, column(0), unit)
                + line(width, peer, column(1), unit)
                + line(width, "ratio", ratios(), "ours / peer, " + rounds.size() + " rounds");
    }

    private static String line(int width, String name, double[] values, String unit) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "  %-" + width + "s  median %s   min %s   max %s   %s%n",
                name,
                number(median(values)),
                number(sorted[0]),
                number(sorted[sorted.length - 1]),
                unit);
    }

    /** Four significant digits, thousands apart. */
    static String number(double value) {
        if (value != 0 && Math.abs(value) < 100) {
            int digits = Math.max(0, 3 - (int) Math.floor(Math.log10(Math.abs(value))));
            return String.format(Locale.ROOT, "%10." + Math.min(digits, 6) + "f", value);
        }
        return String.format(Locale.ROOT, "%,10.0f", value);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private double[] column(int side) {
        return rounds.stream().mapToDouble(round -> round[side]).toArray();
    }

    private double[] ratios() {
        return rounds.stream().mapToDouble(round -> round[0] / round[1]).toArray();
    }
}
