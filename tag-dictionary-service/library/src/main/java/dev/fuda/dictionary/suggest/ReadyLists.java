package dev.fuda.dictionary.suggest;

/**
 * The best entries of prefixes with many keys, found when the index is built: for all tags and for each category. An
 * open hash table, because there are tens of thousands of short lists.
 */
final class ReadyLists {

    private static final int LONGEST_PREFIX = 15;
    private static final int CATEGORIES = 32;

    private long[] keys = new long[1 << 10];
    private int[][] lists = new int[keys.length][];
    private int size;

    /**
     * @param from the first entry with the prefix
     * @param length bytes of the prefix, at most 15: ranges of longer and longer prefixes may begin at the same entry
     * @param category a code, or -1 for all
     */
    void put(int from, int length, int category, int[] list) {
        if (2 * (size + 1) > keys.length) {
            grow();
        }
        int slot = slot(key(from, length, category));
        size += lists[slot] == null ? 1 : 0;
        keys[slot] = key(from, length, category);
        lists[slot] = list;
    }

    /** The list, or null if there is none. */
    int[] get(int from, int length, int category) {
        return lists[slot(key(from, length, category))];
    }

    private static long key(int from, int length, int category) {
        if (length > LONGEST_PREFIX) {
            throw new IllegalArgumentException("A prefix of " + length + " bytes");
        }
        return ((long) from * (LONGEST_PREFIX + 1) + length) * CATEGORIES + category + 1;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key * 0x9e3779b97f4a7c15L >>> 40) & mask;
        while (lists[slot] != null && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[][] oldLists = lists;
        keys = new long[2 * oldKeys.length];
        lists = new int[keys.length][];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldLists[i] != null) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                lists[slot] = oldLists[i];
            }
        }
    }

    long bytes() {
        long sum = 12L * keys.length;
        for (int[] list : lists) {
            sum += list == null ? 0 : 16 + 4L * list.length;
        }
        return sum;
    }
}
