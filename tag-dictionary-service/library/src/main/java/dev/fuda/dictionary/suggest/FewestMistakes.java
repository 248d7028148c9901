package dev.fuda.dictionary.suggest;

import java.util.Arrays;

/** The best tags among those that were typed with mistakes: the fewest mistakes first, then the most popular. */
final class FewestMistakes {

    private final long[] rank;
    private final int[] origin;
    private int size;

    FewestMistakes(int most) {
        this.rank = new long[most];
        this.origin = new int[most];
    }

    /** Whether a tag with so many mistakes would still be taken, the last one itself too, by a text that lies before. */
    boolean wants(int mistakes, int ordinal) {
        return !isFull() || size > 0 && rank(mistakes, ordinal) <= rank[size - 1];
    }

    boolean isFull() {
        return size == rank.length;
    }

    /** Whether all places are taken, none by more mistakes than these. */
    boolean isFull(int mistakes) {
        return isFull() && (size == 0 || mistakes(size - 1) <= mistakes);
    }

    /** Takes a tag by the text at {@code from}; of two texts with equally many mistakes the one that lies first. */
    void offer(int mistakes, int ordinal, int from) {
        long offered = rank(mistakes, ordinal);
        for (int i = 0; i < size; i++) {
            if (ordinal(i) == ordinal) {
                if (rank[i] < offered || rank[i] == offered && origin[i] <= from) {
                    return;
                }
                remove(i);
            }
        }
        if (wants(mistakes, ordinal)) {
            insert(offered, from);
        }
    }

    private void insert(long offered, int from) {
        int at = -1 - Arrays.binarySearch(rank, 0, size, offered);
        size = Math.min(size + 1, rank.length);
        System.arraycopy(rank, at, rank, at + 1, size - 1 - at);
        System.arraycopy(origin, at, origin, at + 1, size - 1 - at);
        rank[at] = offered;
        origin[at] = from;
    }

    private void remove(int i) {
        size--;
        System.arraycopy(rank, i + 1, rank, i, size - i);
        System.arraycopy(origin, i + 1, origin, i, size - i);
    }

    private static long rank(int mistakes, int ordinal) {
        return (long) mistakes << 32 | ordinal;
    }

    int size() {
        return size;
    }

    int mistakes(int i) {
        return (int) (rank[i] >>> 32);
    }

    int ordinal(int i) {
        return (int) rank[i];
    }

    /** Where the text starts by which the tag was found. */
    int origin(int i) {
        return origin[i];
    }
}
