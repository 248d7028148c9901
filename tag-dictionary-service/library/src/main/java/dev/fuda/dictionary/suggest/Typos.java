package dev.fuda.dictionary.suggest;

/**
 * Finds what was typed with mistakes: an insertion, deletion, replacement or transposition of neighbours is one
 * (optimal string alignment). A number per line says which letters it has, its first byte and its length; most lines
 * are ruled out by it without being read.
 */
final class Typos {

    private static final int LETTERS = 22;
    private static final int LETTER_MASK = (1 << LETTERS) - 1;
    private static final int LONGEST = 31;
    private static final int LONGEST_TYPED = 255;
    private static final byte[] LETTER = letters();

    private final PopularTexts lines;
    private final int[] signs;

    Typos(PopularTexts lines) {
        this.lines = lines;
        this.signs = new int[lines.size()];
        for (int line = 0; line < signs.length; line++) {
            signs[line] = lines.holds(line) ? sign(lines.texts(), lines.key(line)) : -1;
        }
    }

    /** Rare letters share a bit; digits have one, all else has none. */
    private static byte[] letters() {
        byte[] table = new byte[256];
        String own = "abcdefghiklmnoprstuwy";
        for (int b = 0; b < 256; b++) {
            int at = own.indexOf(b);
            table[b] = (byte) (at >= 0 ? at : b >= 'a' && b <= 'z' || b >= '0' && b <= '9' ? LETTERS - 1 : -1);
        }
        return table;
    }

    private static int sign(Texts texts, int key) {
        int letters = 0;
        int length = 0;
        for (int b; (b = texts.folded(key + length)) != 0; length++) {
            letters |= LETTER[b] < 0 ? 0 : 1 << LETTER[b];
        }
        return letters | Math.min(length, LONGEST) << LETTERS | first(texts.folded(key)) << 27;
    }

    private static int first(int b) {
        return b & 31;
    }

    /** How many mistakes a text of this many bytes may have: 0 below three, 1 below five, else 2. */
    static int allowed(int length) {
        return length < 3 ? 0 : length < 5 ? 1 : 2;
    }

    /** Takes a line that was typed with mistakes. */
    interface Taker {
        /**
         * @param mistakes twice the distance, plus one if the line goes on after what was typed
         * @return with fewer mistakes than this a later line would still be taken
         */
        int take(int line, int mistakes);
    }

    /**
     * All lines that differ from {@code typed} by one to {@link #allowed} mistakes, as a whole, or else, if they start
     * with the same byte, by their beginning; in no order of distance. What the taker no longer wants is passed over.
     */
    void find(byte[] typed, Taker taker) {
        if (allowed(typed.length) > 0 && typed.length <= LONGEST_TYPED) {
            // Aliases of popular tags come after the names of rare ones: each part is read with its own bound.
            find(typed, 0, lines.otherFrom(), taker);
            find(typed, lines.otherFrom(), lines.size(), (line, mistakes) -> taker.take(line, mistakes) + 1);
        }
    }

    private void find(byte[] typed, int from, int to, Taker taker) {
        int most = allowed(typed.length);
        int below = 2 * most + 2;
        int letters = 0;
        for (byte b : typed) {
            letters |= LETTER[b & 0xff] < 0 ? 0 : 1 << LETTER[b & 0xff];
        }
        int initial = first(typed[0]);
        int shortest = Math.min(LONGEST, typed.length - most);
        Texts texts = lines.texts();
        int[] work = new int[3 * (typed.length + most + 2)];
        for (int line = from; line < to && below > 2; line++) {
            int sign = signs[line];
            if (Integer.bitCount(letters & ~sign) > most || (sign >>> LETTERS & LONGEST) < shortest) {
                continue;
            }
            boolean mayBegin = below > 3 && sign >>> 27 == initial;
            boolean mayBeWhole = (sign >>> LETTERS & LONGEST) <= typed.length + most
                    && Integer.bitCount(sign & ~letters & LETTER_MASK) <= most;
            if ((mayBegin || mayBeWhole) && lines.holds(line)) {
                int key = lines.key(line);
                boolean begins = mayBegin && texts.folded(key) == (typed[0] & 0xff);
                int found = begins || mayBeWhole ? distance(texts, key, typed, most, begins, work) : -1;
                if (found >= 0 && found < below) {
                    below = Math.min(below, taker.take(line, found));
                    most = (below - 1) / 2;
                }
            }
        }
    }

    /** Twice the distance, plus one if only the beginning is meant; -1 above {@code most} or without a mistake. */
    private static int distance(Texts texts, int key, byte[] typed, int most, boolean mayBegin, int[] work) {
        int width = typed.length + most + 2;
        int older = 0;
        int old = width;
        int now = 2 * width;
        int columns = 0;
        while (columns < typed.length + most && texts.folded(key + columns) != 0) {
            columns++;
        }
        boolean ends = texts.folded(key + columns) == 0;
        for (int j = 0; j <= columns; j++) {
            work[old + j] = j;
        }
        for (int i = 1; i <= typed.length; i++) {
            int from = Math.max(1, i - most);
            int to = Math.min(columns, i + most);
            int least = Integer.MAX_VALUE;
            work[now + from - 1] = from == 1 ? i : most + 1;
            least = Math.min(least, work[now + from - 1]);
            int typedByte = typed[i - 1] & 0xff;
            for (int j = from; j <= to; j++) {
                int have = texts.folded(key + j - 1);
                int cost = work[old + j - 1] + (have == typedByte ? 0 : 1);
                if (j < i + most) {
                    cost = Math.min(cost, work[old + j] + 1);
                }
                cost = Math.min(cost, work[now + j - 1] + 1);
                if (i > 1 && j > 1 && have == (typed[i - 2] & 0xff) && texts.folded(key + j - 2) == typedByte) {
                    cost = Math.min(cost, work[older + j - 2] + 1);
                }
                work[now + j] = cost;
                least = Math.min(least, cost);
            }
            if (least > most) {
                return -1;
            }
            int spare = older;
            older = old;
            old = now;
            now = spare;
        }
        int reach = typed.length - most;
        if (ends && columns >= reach && work[old + columns] <= most) {
            return work[old + columns] == 0 ? -1 : 2 * work[old + columns];
        }
        if (!mayBegin) {
            return -1;
        }
        int best = most + 1;
        for (int j = Math.max(0, reach); j <= columns; j++) {
            best = Math.min(best, work[old + j]);
        }
        return best > most || best == 0 ? -1 : 2 * best + 1;
    }

    long bytes() {
        return 4L * signs.length;
    }
}
