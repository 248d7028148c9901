package dev.fuda.dictionary.suggest;

/**
 * Finds where the keys with a prefix begin and end. The first eight bytes of every eighth key lie together in a
 * small array, so that only the last few steps of the search touch the texts.
 */
final class KeySearch {

    private static final int SHIFT = 3;
    private static final int HEAD = 8;

    private final Texts texts;
    private final int[] key;
    private final long[] sample;

    /**
     * @param key where each key starts, in the order of the keys
     * @param heads the first eight bytes of each
     */
    KeySearch(Texts texts, int[] key, long[] heads) {
        this.texts = texts;
        this.key = key;
        this.sample = new long[(key.length + (1 << SHIFT) - 1) >>> SHIFT];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = heads[i << SHIFT];
        }
    }

    /** The first entry whose key starts with {@code prefix} or is greater. */
    int from(byte[] prefix) {
        long head = head(prefix, 0);
        int lo = samplesBelow(head, 0, sample.length);
        int hi = prefix.length <= HEAD ? lo : samplesFrom(lo, head + 1);
        return bound(prefix, false, entryOf(lo - 1), entryOf(hi));
    }

    /** The first entry after those whose key starts with {@code prefix}, which begin at {@code from}. */
    int to(byte[] prefix, int from) {
        boolean whole = prefix.length <= HEAD;
        long head = head(prefix, whole ? 0xff : 0);
        int hi = head == Long.MAX_VALUE ? sample.length : samplesFrom(from >>> SHIFT, head + 1);
        int lo = whole ? hi : 0;
        return bound(prefix, true, Math.max(from, entryOf(lo - 1)), entryOf(hi));
    }

    private int entryOf(int sampleNumber) {
        return Math.clamp((long) sampleNumber << SHIFT, 0, key.length);
    }

    private static long head(byte[] prefix, int padding) {
        long head = 0;
        for (int i = 0; i < HEAD; i++) {
            head = head << 8 | (i < prefix.length ? prefix[i] & 0xff : padding);
        }
        return head ^ Long.MIN_VALUE;
    }

    /** How many samples are below, at least {@code from} are: mostly not many more, so the steps begin small. */
    private int samplesFrom(int from, long head) {
        int lo = from;
        int hi = from;
        for (int step = 1; hi < sample.length && sample[hi] < head; step <<= 1) {
            lo = hi + 1;
            hi += step;
        }
        return samplesBelow(head, lo, Math.min(hi, sample.length));
    }

    private int samplesBelow(long head, int from, int to) {
        int lo = from;
        int hi = to;
        while (lo < hi) {
            int mid = (lo + hi) >>> 1;
            if (sample[mid] < head) {
                lo = mid + 1;
            } else {
                hi = mid;
            }
        }
        return lo;
    }

    private int bound(byte[] prefix, boolean after, int from, int to) {
        int lo = from;
        int hi = to;
        while (lo < hi) {
            int mid = (lo + hi) >>> 1;
            int order = texts.comparePrefix(key[mid], prefix);
            if (order < 0 || after && order == 0) {
                lo = mid + 1;
            } else {
                hi = mid;
            }
        }
        return lo;
    }

    long bytes() {
        return 8L * sample.length;
    }
}
