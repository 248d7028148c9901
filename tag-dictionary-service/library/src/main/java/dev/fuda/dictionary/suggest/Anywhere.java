package dev.fuda.dictionary.suggest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;

/**
 * Finds texts by what is inside them: a part, words in any order, initials. Reads the lines that may match from the
 * most popular on and stops when enough are found.
 */
final class Anywhere {

    /** A query of more words than this is no longer looked up in any order. */
    private static final int MOST_WORDS = 8;

    private final PopularTexts lines;
    private final GramFilter grams;

    Anywhere(PopularTexts lines) {
        this.lines = lines;
        this.grams = new GramFilter(lines);
    }

    /** Takes the lines that were found; says whether it wants more. */
    interface Taker {
        boolean take(int ordinal, int origin);
    }

    /** Lines that have {@code key} somewhere, at least two bytes. */
    void inside(byte[] key, IntPredicate wanted, int most, Taker taker) {
        if (key.length >= 2) {
            Part part = new Part(key);
            found(grams.blocksWith(key), block -> part.inside(lines, block), wanted, most, taker);
        }
    }

    /** Lines in which every word of {@code key} begins a word, in whatever order; only for two words and more. */
    void words(byte[] key, IntPredicate wanted, int most, Taker taker) {
        byte[][] words = split(key);
        if (words.length < 2 || words.length > MOST_WORDS) {
            return;
        }
        byte[] longest = Arrays.stream(words)
                .max(Comparator.comparingInt(word -> word.length))
                .orElseThrow();
        Part part = longest.length < 2 ? null : new Part(longest);
        found(
                grams.blocksWith(words),
                block -> those(
                        block,
                        part == null ? lines.all(block) : part.inside(lines, block),
                        at -> beginsWords(at, words)),
                wanted,
                most,
                taker);
    }

    /** Lines whose words begin with these letters, in order: {@code lh} for {@code long hair}. */
    void initials(byte[] letters, IntPredicate wanted, int most, Taker taker) {
        if (letters.length > 0) {
            found(
                    grams.blocksWithInitials(letters),
                    block -> those(block, lines.all(block), at -> hasInitials(at, letters)),
                    wanted,
                    most,
                    taker);
        }
    }

    /** Which lines of a block match, as bits. */
    private interface Matches {
        long of(int block);
    }

    private long those(int block, long candidates, IntPredicate matches) {
        long found = 0;
        for (long rest = candidates; rest != 0; rest &= rest - 1) {
            int line = block * PopularTexts.BLOCK + Long.numberOfTrailingZeros(rest);
            found |= matches.test(lines.key(line)) ? rest & -rest : 0;
        }
        return found;
    }

    /** Names and other texts are read side by side, so that what comes out is in order of popularity. */
    private void found(long[] blocks, Matches matches, IntPredicate wanted, int most, Taker taker) {
        if (blocks == null) {
            return;
        }
        int[] names = read(blocks, 0, lines.otherFrom(), matches, wanted, most);
        int[] others = read(blocks, lines.otherFrom(), lines.size(), matches, wanted, most);
        int n = 0;
        int o = 0;
        boolean more = true;
        while (more && (n < names.length || o < others.length)) {
            boolean name =
                    o == others.length || n < names.length && lines.ordinal(names[n]) <= lines.ordinal(others[o]);
            int line = name ? names[n++] : others[o++];
            more = taker.take(lines.ordinal(line), lines.origin(line));
        }
    }

    private int[] read(long[] blocks, int from, int to, Matches matches, IntPredicate wanted, int most) {
        int[] found = new int[16];
        int size = 0;
        int tags = 0;
        int last = -1;
        int block = from / PopularTexts.BLOCK;
        int end = (to + PopularTexts.BLOCK - 1) / PopularTexts.BLOCK;
        for (block = next(blocks, block, end); block < end && tags < most; block = next(blocks, block + 1, end)) {
            for (long rest = matches.of(block); rest != 0 && tags < most; rest &= rest - 1) {
                int line = block * PopularTexts.BLOCK + Long.numberOfTrailingZeros(rest);
                if (wanted.test(lines.ordinal(line))) {
                    if (size == found.length) {
                        found = Arrays.copyOf(found, size * 2);
                    }
                    found[size++] = line;
                    tags += lines.ordinal(line) == last ? 0 : 1;
                    last = lines.ordinal(line);
                }
            }
        }
        return Arrays.copyOf(found, size);
    }

    private static int next(long[] blocks, int from, int end) {
        for (int block = from; block < end; block = (block | 63) + 1) {
            long rest = blocks[block >>> 6] >>> block;
            if (rest != 0) {
                return block + Long.numberOfTrailingZeros(rest);
            }
        }
        return end;
    }

    private boolean beginsWords(int key, byte[][] words) {
        for (byte[] word : words) {
            if (!beginsWord(key, word)) {
                return false;
            }
        }
        return true;
    }

    private boolean beginsWord(int key, byte[] word) {
        Texts texts = lines.texts();
        int before = ' ';
        for (int at = key, b; (b = texts.folded(at)) != 0; at++) {
            boolean begins = before == ' ' || Spelling.isPunctuation((byte) before) && Spelling.isWordByte((byte) b);
            if (begins && texts.startsWith(at, word)) {
                return true;
            }
            before = b;
        }
        return false;
    }

    private boolean hasInitials(int key, byte[] letters) {
        Texts texts = lines.texts();
        int next = 0;
        boolean begins = true;
        for (int at = key, b; next < letters.length && (b = texts.folded(at)) != 0; at++) {
            if (begins && b != ' ' && b != (letters[next++] & 0xff)) {
                return false;
            }
            begins = b == ' ';
        }
        return next == letters.length;
    }

    private static byte[][] split(byte[] key) {
        byte[][] words = new byte[key.length / 2 + 1][];
        int size = 0;
        int from = 0;
        for (int at = 0; at <= key.length; at++) {
            if (at == key.length || key[at] == ' ') {
                if (at > from) {
                    words[size++] = Arrays.copyOfRange(key, from, at);
                }
                from = at + 1;
            }
        }
        return Arrays.copyOf(words, size);
    }

    long bytes() {
        return lines.bytes() + grams.bytes();
    }
}
