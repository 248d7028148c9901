package dev.fuda.dictionary.suggest;

import java.util.Arrays;

/**
 * The entries with the smallest ordinals among those offered, one for each tag: of two entries of one tag its name wins
 * over an alias, and of two aliases the one that sorts first.
 */
final class Best {

    private final long[] ranked;
    private int size;

    Best(int most) {
        this.ranked = new long[most];
    }

    /** Whether an entry with this ordinal would still be taken. */
    boolean takes(int ordinal) {
        return size < ranked.length || ordinal <= (int) (ranked[size - 1] >>> 32);
    }

    /** @param isAlias whether the entry is an alias of the tag */
    void offer(int ordinal, int entry, boolean isAlias) {
        // Tag, then name before alias, then the order of the keys: one number to compare.
        long rank = (long) ordinal << 32 | (isAlias ? 1L << 31 : 0) | entry;
        int at = size;
        while (at > 0 && ranked[at - 1] > rank) {
            at--;
        }
        if (at > 0 && ranked[at - 1] >>> 32 == ordinal) {
            return;
        }
        int gap = at;
        while (gap < size && ranked[gap] >>> 32 != ordinal) {
            gap++;
        }
        if (gap == size) {
            if (size == ranked.length) {
                gap--;
            } else {
                size++;
            }
        }
        System.arraycopy(ranked, at, ranked, at + 1, gap - at);
        ranked[at] = rank;
    }

    boolean isFull() {
        return size == ranked.length;
    }

    /** The entries, best first. */
    int[] entries() {
        int[] entries = new int[size];
        for (int i = 0; i < size; i++) {
            entries[i] = (int) ranked[i] & Integer.MAX_VALUE;
        }
        return entries;
    }

    @Override
    public String toString() {
        return Arrays.toString(entries());
    }
}
