package dev.fuda.dictionary.suggest;

import dev.fuda.dictionary.name.Category;

/**
 * Sorted matching keys, each leading to the ordinal of its tag (0 is the most popular). Which keys are of a category
 * is a bit for each.
 */
final class KeyList {

    /** Shorter ranges are read through, longer ones asked for their minima. */
    private static final int SHORT = 256;

    /** Prefixes of up to this many bytes with many keys have their best ones ready. */
    private static final int READY_LENGTH = 8;

    /** Categories of shorter ranges, and those with fewer keys of a category, are read through. */
    private static final int MANY = 96;

    private static final int KEPT = 24;

    /** Of these nothing is read through, and more is kept. */
    private static final int VERY_MANY = 4_096;

    private static final int MOST_KEPT = 128;

    private final Texts texts;
    private final int[] key;
    private final int[] ordinal;
    private final KeySearch search;
    private final RangeMin ranks;
    private final long[][] ofCategory = new long[Category.CODES][];
    private final ReadyLists ready = new ReadyLists();

    /**
     * @param key where the key of each entry starts, in the order of the keys
     * @param ordinal the tag of each entry
     * @param category the category code of each ordinal, in the low four bits
     * @param heads the first bytes of each key by {@link Texts#head}
     */
    KeyList(Texts texts, int[] key, int[] ordinal, byte[] category, long[] heads) {
        this.texts = texts;
        this.key = key;
        this.ordinal = ordinal;
        this.search = new KeySearch(texts, key, heads);
        this.ranks = new RangeMin(ordinal);
        splitByCategory(category);
        prepare(heads, 0, key.length, 0);
    }

    private void splitByCategory(byte[] category) {
        for (int entry = 0; entry < ordinal.length; entry++) {
            int code = category[ordinal[entry]] & 15;
            if (ofCategory[code] == null) {
                ofCategory[code] = new long[(ordinal.length + 63) >>> 6];
            }
            ofCategory[code][entry >>> 6] |= 1L << entry;
        }
    }

    /** Keeps the best of {@code [from, to)}, whose keys share {@code length} bytes, and of its parts with longer prefixes. */
    private void prepare(long[] heads, int from, int to, int length) {
        if (to - from < MANY) {
            return;
        }
        int kept = kept(from, to);
        ready.put(from, length, -1, ranked(from, to, kept));
        for (int code = 0; code < Category.CODES; code++) {
            if (ofCategory[code] != null && (to - from >= VERY_MANY || isMany(code, from, to))) {
                ready.put(from, length, code, read(code, from, to, kept));
            }
        }
        int shift = 56 - 8 * length;
        for (int at = from; at < to && length < READY_LENGTH; ) {
            int end = at + 1;
            while (end < to && heads[end] >>> shift == heads[at] >>> shift) {
                end++;
            }
            prepare(heads, at, end, length + 1);
            at = end;
        }
    }

    private static int kept(int from, int to) {
        return to - from >= VERY_MANY ? MOST_KEPT : KEPT;
    }

    private boolean isMany(int category, int from, int to) {
        int count = 0;
        for (int at = next(category, from, to); at < to && count < MANY; at = next(category, at + 1, to)) {
            count++;
        }
        return count == MANY;
    }

    /** The first entry whose key starts with {@code prefix} or is greater. */
    int from(byte[] prefix) {
        return search.from(prefix);
    }

    /** The first entry after those whose key starts with {@code prefix}, which begin at {@code from}. */
    int to(byte[] prefix, int from) {
        return search.to(prefix, from);
    }

    /**
     * The best entries of a prefix, one for each tag, best first.
     *
     * @param category null for all
     * @param length of the prefix, whose entries are {@code [from, to)}
     * @param most there may be more when they were at hand
     */
    int[] best(Category category, int length, int from, int to, int most) {
        int code = category == null ? -1 : category.code();
        if (to - from >= MANY && length <= READY_LENGTH) {
            int[] list = ready.get(from, length, code);
            if (list != null && (list.length >= most || list.length < kept(from, to))) {
                return list;
            }
        }
        return category == null && to - from > SHORT ? ranked(from, to, most) : read(code, from, to, most);
    }

    private int[] read(int category, int from, int to, int most) {
        Best best = new Best(Math.min(most, to - from));
        for (int entry = next(category, from, to); entry < to; entry = next(category, entry + 1, to)) {
            if (best.takes(ordinal[entry])) {
                best.offer(ordinal[entry], entry, isAlias(entry));
            }
        }
        return best.entries();
    }

    /** The first entry of a category (-1 for all) in {@code [from, to)}, or {@code to}. */
    private int next(int category, int from, int to) {
        if (category < 0 || from >= to) {
            return from;
        }
        long[] of = ofCategory[category];
        if (of == null) {
            return to;
        }
        int block = from >>> 6;
        int last = (to - 1) >>> 6;
        long bits = of[block] & -1L << from;
        while (bits == 0 && block < last) {
            bits = of[++block];
        }
        return bits == 0 ? to : Math.min(to, (block << 6) + Long.numberOfTrailingZeros(bits));
    }

    /** By asking for one minimum after the other: the cost does not depend on the length of the range. */
    private int[] ranked(int from, int to, int most) {
        RankedRange range = new RankedRange(ranks, from, to);
        Best best = new Best(Math.min(most, to - from));
        for (int entry = range.next(); entry >= 0; entry = range.next()) {
            if (!best.takes(ordinal[entry])) {
                break;
            }
            best.offer(ordinal[entry], entry, isAlias(entry));
        }
        return best.entries();
    }

    private boolean isAlias(int entry) {
        return texts.isAlias(texts.origin(key[entry]));
    }

    int size() {
        return key.length;
    }

    int origin(int entry) {
        return texts.origin(key[entry]);
    }

    /** Where the key of an entry starts. */
    int place(int entry) {
        return key[entry];
    }

    int ordinal(int entry) {
        return ordinal[entry];
    }

    boolean keyEndsAfter(int entry, int length) {
        return texts.endsAt(key[entry] + length);
    }

    long bytes() {
        long sum = 8L * key.length + ranks.bytes() + search.bytes() + ready.bytes();
        for (long[] each : ofCategory) {
            sum += each == null ? 0 : 16 + 8L * each.length;
        }
        return sum;
    }
}
