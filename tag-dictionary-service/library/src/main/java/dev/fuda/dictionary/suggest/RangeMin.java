package dev.fuda.dictionary.suggest;

/**
 * Where the smallest value of any range lies, in constant time and about two bytes per value: a sparse table over the
 * minima of blocks of 32, the blocks at both ends are read through. Among equal values the leftmost wins.
 */
final class RangeMin {

    private static final int SHIFT = 5;
    private static final int BLOCK = 1 << SHIFT;

    private final int[] values;
    private final int[][] table;

    RangeMin(int[] values) {
        this.values = values;
        this.table = build();
    }

    private int[][] build() {
        int blocks = (values.length + BLOCK - 1) >>> SHIFT;
        int levels = blocks == 0 ? 0 : 32 - Integer.numberOfLeadingZeros(blocks);
        int[][] levelsOfMinima = new int[levels][];
        for (int level = 0; level < levels; level++) {
            int span = 1 << level;
            int[] minima = new int[blocks - span + 1];
            for (int b = 0; b < minima.length; b++) {
                minima[b] = level == 0
                        ? scan(b << SHIFT, Math.min(values.length, (b + 1) << SHIFT))
                        : smaller(levelsOfMinima[level - 1][b], levelsOfMinima[level - 1][b + (span >>> 1)]);
            }
            levelsOfMinima[level] = minima;
        }
        return levelsOfMinima;
    }

    int value(int position) {
        return values[position];
    }

    /**
     * The position of the smallest value in {@code [from, to)}.
     *
     * @throws IllegalArgumentException if the range is empty or outside the sequence
     */
    int argMin(int from, int to) {
        if (from < 0 || from >= to || to > values.length) {
            throw new IllegalArgumentException("Range [" + from + ", " + to + ") of " + values.length + " values");
        }
        int firstWhole = (from + BLOCK - 1) >>> SHIFT;
        int afterWhole = to >>> SHIFT;
        if (firstWhole >= afterWhole) {
            return scan(from, to);
        }
        int level = 31 - Integer.numberOfLeadingZeros(afterWhole - firstWhole);
        int best = smaller(table[level][firstWhole], table[level][afterWhole - (1 << level)]);
        if (from < firstWhole << SHIFT) {
            best = smaller(scan(from, firstWhole << SHIFT), best);
        }
        return afterWhole << SHIFT < to ? smaller(best, scan(afterWhole << SHIFT, to)) : best;
    }

    private int smaller(int left, int right) {
        return value(right) < value(left) ? right : left;
    }

    private int scan(int from, int to) {
        int best = from;
        int least = value(from);
        for (int i = from + 1; i < to; i++) {
            int value = value(i);
            if (value < least) {
                least = value;
                best = i;
            }
        }
        return best;
    }

    long bytes() {
        long sum = 0;
        for (int[] level : table) {
            sum += 16 + 4L * level.length;
        }
        return sum;
    }
}
