package dev.fuda.dictionary.suggest;

import dev.fuda.dictionary.name.Category;
import java.util.HashMap;
import java.util.Map;

/**
 * Sorted matching keys, each leading to the ordinal of its tag (0 is the most popular). The keys of one category are
 * a list of positions in it.
 */
final class KeyList {

    /** Shorter ranges are read through, longer ones asked for their minima. */
    private static final int SHORT = 256;

    /** Prefixes of up to six bytes with many keys have their best ones ready. */
    private static final int HOT_LENGTH = 6;

    private static final int HOT_RANGE = 96;
    private static final int HOT_KEPT = 40;

    private final Texts texts;
    private final int[] key;
    private final int[] ordinal;
    private final KeySearch search;
    private final RangeMin ranks;
    private final int[][] positions = new int[Category.CODES][];
    private final RangeMin[] ranksOfCategory = new RangeMin[Category.CODES];
    private final Map<Long, int[]> hot = new HashMap<>();

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
        findHot(heads, 0, key.length, 0);
    }

    private void splitByCategory(byte[] category) {
        int[] sizes = new int[Category.CODES];
        for (int tag : ordinal) {
            sizes[category[tag] & 15]++;
        }
        for (int code = 0; code < Category.CODES; code++) {
            positions[code] = new int[sizes[code]];
        }
        int[] filled = new int[Category.CODES];
        for (int i = 0; i < ordinal.length; i++) {
            int code = category[ordinal[i]] & 15;
            positions[code][filled[code]++] = i;
        }
        for (int code = 0; code < Category.CODES; code++) {
            ranksOfCategory[code] = new RangeMin(ordinal, positions[code]);
        }
    }

    /** Keeps the best of {@code [from, to)}, whose keys share {@code length} bytes, and of its parts with longer prefixes. */
    private void findHot(long[] heads, int from, int to, int length) {
        if (to - from < HOT_RANGE) {
            return;
        }
        hot.put(from * 8L + length, ranked(null, from, to, HOT_KEPT));
        int shift = 56 - 8 * length;
        for (int at = from; at < to && length < HOT_LENGTH; ) {
            int end = at + 1;
            while (end < to && heads[end] >>> shift == heads[at] >>> shift) {
                end++;
            }
            findHot(heads, at, end, length + 1);
            at = end;
        }
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
     */
    int[] best(Category category, int length, int from, int to, int most) {
        if (category == null) {
            if (length <= HOT_LENGTH && to - from >= HOT_RANGE && most <= HOT_KEPT) {
                return hot.get(from * 8L + length);
            }
            return to - from <= SHORT ? read(null, from, to, most) : ranked(null, from, to, most);
        }
        int[] of = positions[category.code()];
        int lo = lowerBound(of, from);
        int hi = lowerBound(of, to);
        return hi - lo <= SHORT ? read(of, lo, hi, most) : ranked(category, lo, hi, most);
    }

    private int[] read(int[] of, int lo, int hi, int most) {
        Best best = new Best(Math.min(most, hi - lo));
        for (int i = lo; i < hi; i++) {
            int entry = of == null ? i : of[i];
            if (best.takes(ordinal[entry])) {
                best.offer(ordinal[entry], entry, isAlias(entry));
            }
        }
        return best.entries();
    }

    /** By asking for one minimum after the other: the cost does not depend on the length of the range. */
    private int[] ranked(Category category, int lo, int hi, int most) {
        int[] of = category == null ? null : positions[category.code()];
        RankedRange range = new RankedRange(category == null ? ranks : ranksOfCategory[category.code()], lo, hi);
        Best best = new Best(Math.min(most, hi - lo));
        for (int position = range.next(); position >= 0; position = range.next()) {
            int entry = of == null ? position : of[position];
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

    private static int lowerBound(int[] sorted, int value) {
        int lo = 0;
        int hi = sorted.length;
        while (lo < hi) {
            int mid = (lo + hi) >>> 1;
            if (sorted[mid] < value) {
                lo = mid + 1;
            } else {
                hi = mid;
            }
        }
        return lo;
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
        long sum = 8L * key.length + ranks.bytes() + search.bytes();
        for (RangeMin each : ranksOfCategory) {
            sum += each.bytes();
        }
        for (int[] list : hot.values()) {
            sum += 64 + 4L * list.length;
        }
        return sum;
    }
}
