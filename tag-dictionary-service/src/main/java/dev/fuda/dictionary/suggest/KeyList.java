package dev.fuda.dictionary.suggest;

import dev.fuda.dictionary.tag.Category;

/**
 * Sorted matching keys, each leading to the ordinal of its tag (0 is the most popular). The keys of one category are
 * a list of positions in it.
 */
final class KeyList {

    /** What each byte of a stored text counts as in a key: letters small, {@code _} and {@code -} blank. */
    static final byte[] FOLD = foldTable();

    private static final int BUCKETS = 256;

    private final byte[] text;
    private final int[] key;
    private final int[] ordinal;
    private final RangeMin ranks;
    private final int[][] positions = new int[Category.CODES][];
    private final RangeMin[] ranksOfCategory = new RangeMin[Category.CODES];
    private final int[] bucket = new int[BUCKETS + 1];

    /**
     * @param key where the key of each entry starts in {@code text}, in the order of the keys
     * @param ordinal the tag of each entry
     * @param category the category code of each ordinal, in the low four bits
     */
    KeyList(byte[] text, int[] key, int[] ordinal, byte[] category) {
        this.text = text;
        this.key = key;
        this.ordinal = ordinal;
        this.ranks = new RangeMin(ordinal);
        splitByCategory(category);
        fillBuckets();
    }

    private static byte[] foldTable() {
        byte[] table = new byte[256];
        for (int b = 0; b < 256; b++) {
            table[b] = (byte) (b >= 'A' && b <= 'Z' ? b + 32 : b == '_' || b == '-' ? ' ' : b);
        }
        return table;
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

    /** {@code bucket[b]} is the first entry whose key starts with byte {@code b} or a higher one. */
    private void fillBuckets() {
        int i = 0;
        for (int b = 0; b <= BUCKETS; b++) {
            while (i < key.length && folded(key[i]) < b) {
                i++;
            }
            bucket[b] = i;
        }
    }

    /** The first entry whose key starts with {@code prefix} or is greater. */
    int from(byte[] prefix) {
        return bound(prefix, false);
    }

    /** The first entry after those whose key starts with {@code prefix}. */
    int to(byte[] prefix) {
        return bound(prefix, true);
    }

    private int bound(byte[] prefix, boolean after) {
        if (prefix.length == 0) {
            return after ? key.length : 0;
        }
        int lo = bucket[prefix[0] & 0xff];
        int hi = bucket[(prefix[0] & 0xff) + 1];
        while (lo < hi) {
            int mid = (lo + hi) >>> 1;
            int order = comparePrefix(key[mid], prefix);
            if (order < 0 || after && order == 0) {
                lo = mid + 1;
            } else {
                hi = mid;
            }
        }
        return lo;
    }

    /** Below, at or above zero: the key at {@code start} sorts before, starts with, or sorts after {@code prefix}. */
    private int comparePrefix(int start, byte[] prefix) {
        for (int i = 0; i < prefix.length; i++) {
            int have = folded(start + i);
            int want = prefix[i] & 0xff;
            if (have != want) {
                return have - want;
            }
        }
        return 0;
    }

    private int folded(int at) {
        return FOLD[text[at] & 0xff] & 0xff;
    }

    /** Entries {@code [from, to)} by rank; the cursor's positions are turned into entries by {@link #entry}. */
    RankedRange ranked(Category category, int from, int to) {
        if (category == null) {
            return new RankedRange(ranks, from, to);
        }
        int[] of = positions[category.code()];
        return new RankedRange(ranksOfCategory[category.code()], lowerBound(of, from), lowerBound(of, to));
    }

    int entry(Category category, int position) {
        return category == null ? position : positions[category.code()][position];
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

    int key(int entry) {
        return key[entry];
    }

    int ordinal(int entry) {
        return ordinal[entry];
    }

    boolean keyEndsAfter(int entry, int length) {
        return text[key[entry] + length] == 0;
    }

    long bytes() {
        long sum = 8L * key.length + ranks.bytes();
        for (RangeMin each : ranksOfCategory) {
            sum += each.bytes();
        }
        return sum;
    }
}
