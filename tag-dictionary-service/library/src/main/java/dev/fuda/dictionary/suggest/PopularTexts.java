package dev.fuda.dictionary.suggest;

import java.util.Arrays;

/**
 * Every text of an index in lines, the most popular first: the names by ordinal, then, from a multiple of
 * {@link #BLOCK} on, the aliases and translations, those of popular tags first too. Whoever reads on from the first
 * line of either part finds the best first and may stop.
 */
final class PopularTexts {

    /** Lines are counted in blocks of this many. */
    static final int BLOCK = 64;

    private final Texts texts;
    private final int[] name;
    private final int otherFrom;
    private final int[] other;
    private final int[] otherOrdinal;
    private final int[] special;
    private final int[] specialKey;
    private final long[] isSpecial;

    /**
     * @param name where each name starts, by ordinal
     * @param other where each alias or translation starts, ascending
     * @param otherOrdinal the tag of each of those
     */
    PopularTexts(Texts texts, int[] name, int[] other, int[] otherOrdinal) {
        this.texts = texts;
        this.name = name;
        this.otherFrom = (name.length + BLOCK - 1) / BLOCK * BLOCK;
        this.other = other;
        this.otherOrdinal = otherOrdinal;
        int[][] own = texts.ownKeys();
        this.special = own[0];
        this.specialKey = own[1];
        this.isSpecial = new long[(size() + 63) >>> 6];
        for (int line = 0; line < size(); line++) {
            if (holds(line) && Arrays.binarySearch(special, origin(line)) >= 0) {
                isSpecial[line >>> 6] |= 1L << line;
            }
        }
    }

    /** One above the last line. */
    int size() {
        return otherFrom + other.length;
    }

    /** The first line that is no name. */
    int otherFrom() {
        return otherFrom;
    }

    /** Whether there is a text in this line: between names and aliases some are empty. */
    boolean holds(int line) {
        return line < name.length || line >= otherFrom;
    }

    /** Where the text of a line starts. */
    int origin(int line) {
        return line < name.length ? name[line] : other[line - otherFrom];
    }

    int ordinal(int line) {
        return line < name.length ? line : otherOrdinal[line - otherFrom];
    }

    /** Which lines of a block have a text, as bits. */
    long all(int block) {
        int left = size() - block * BLOCK;
        if (block * BLOCK < otherFrom) {
            left = Math.min(left, name.length - block * BLOCK);
        }
        return left >= BLOCK ? -1 : (1L << left) - 1;
    }

    /** Which lines of a block have a key that lies elsewhere than their text. */
    long special(int block) {
        return isSpecial[block];
    }

    /** Where the matching key of a line starts. */
    int key(int line) {
        int origin = origin(line);
        if ((isSpecial[line >>> 6] & 1L << line) == 0) {
            return origin;
        }
        return specialKey[Arrays.binarySearch(special, origin)];
    }

    long bytes() {
        return 8L * other.length + 8L * special.length + 8L * isSpecial.length;
    }

    Texts texts() {
        return texts;
    }
}
