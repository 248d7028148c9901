package dev.fuda.dictionary.suggest;

import java.util.Arrays;

/**
 * Which blocks of lines may hold a text: for each pair and, by its hash, each triple of bytes one bit per block of
 * {@link PopularTexts#BLOCK} lines. Never misses a block; says yes too often where hashes meet. Initials of words are
 * kept beside the triples.
 */
final class GramFilter {

    /** Letters, digits, blank, the punctuation of tags, any other punctuation, and five classes of all else. */
    private static final int CLASSES = 45;

    private static final int PAIRS = CLASSES * CLASSES;
    private static final int TRIPLES = 2048;
    private static final byte[] CLASS = classes();

    private final int blocks;
    private final long[][] rows = new long[PAIRS + TRIPLES][];

    GramFilter(PopularTexts lines) {
        this.blocks = (lines.size() + PopularTexts.BLOCK - 1) / PopularTexts.BLOCK;
        Texts texts = lines.texts();
        for (int line = 0; line < lines.size(); line++) {
            if (lines.holds(line)) {
                add(texts, lines.key(line), line / PopularTexts.BLOCK);
            }
        }
    }

    private static byte[] classes() {
        byte[] table = new byte[256];
        for (int b = 0; b < 256; b++) {
            int special = " ():'!".indexOf(b);
            table[b] = (byte)
                    (b >= 'a' && b <= 'z'
                            ? b - 'a'
                            : b >= '0' && b <= '9'
                                    ? 26 + b - '0'
                                    : b >= 0x80 ? 40 + b % 5 : special >= 0 && special < 3 ? 36 + special : 39);
        }
        return table;
    }

    private void add(Texts texts, int key, int block) {
        int older = 0;
        int old = 0;
        int initial = 0;
        boolean wordBegins = true;
        for (int at = key; ; at++) {
            int b = texts.folded(at);
            if (b == 0) {
                return;
            }
            if (at > key) {
                set(pair(old, b), block);
            }
            if (at > key + 1) {
                set(triple(older, old, b), block);
            }
            if (wordBegins && b != ' ') {
                if (initial != 0) {
                    set(initials(initial, b), block);
                }
                initial = b;
            }
            wordBegins = b == ' ';
            older = old;
            old = b;
        }
    }

    private void set(int row, int block) {
        if (rows[row] == null) {
            rows[row] = new long[(blocks + 63) >>> 6];
        }
        rows[row][block >>> 6] |= 1L << block;
    }

    private static int pair(int a, int b) {
        return CLASS[a] * CLASSES + CLASS[b];
    }

    private static int triple(int a, int b, int c) {
        return PAIRS + ((a * 0x9E3779B1 + b * 0x85EBCA6B + c * 0xC2B2AE35) >>> 21);
    }

    private static int initials(int a, int b) {
        return triple(1, a, b);
    }

    /** One bit for each block that may hold all the texts; null when none does. */
    long[] blocksWith(byte[]... needles) {
        long[] found = everyBlock();
        for (byte[] needle : needles) {
            for (int i = 0; i + 1 < needle.length; i++) {
                int a = needle[i] & 0xff;
                int b = needle[i + 1] & 0xff;
                if (!and(found, pair(a, b))
                        || i + 2 < needle.length && !and(found, triple(a, b, needle[i + 2] & 0xff))) {
                    return null;
                }
            }
        }
        return found;
    }

    /** One bit for each block that may hold a text whose words begin with these; null when none does. */
    long[] blocksWithInitials(byte[] initials) {
        long[] found = everyBlock();
        for (int i = 0; i + 1 < initials.length; i++) {
            if (!and(found, initials(initials[i] & 0xff, initials[i + 1] & 0xff))) {
                return null;
            }
        }
        return found;
    }

    private long[] everyBlock() {
        long[] all = new long[(blocks + 63) >>> 6];
        Arrays.fill(all, -1);
        return all;
    }

    private boolean and(long[] found, int row) {
        if (rows[row] == null) {
            return false;
        }
        for (int i = 0; i < found.length; i++) {
            found[i] &= rows[row][i];
        }
        return true;
    }

    long bytes() {
        long sum = 8L * rows.length;
        for (long[] row : rows) {
            sum += row == null ? 0 : 16 + 8L * row.length;
        }
        return sum;
    }
}
