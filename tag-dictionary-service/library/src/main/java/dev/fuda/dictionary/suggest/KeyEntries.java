package dev.fuda.dictionary.suggest;

import java.util.Arrays;

/** The keys of an index in the making and their tags, to be sorted together. */
final class KeyEntries {
    private int[] key;
    private int[] ordinal;
    private long[] heads;
    private int size;

    KeyEntries(int capacity) {
        key = new int[Math.max(16, capacity)];
        ordinal = new int[key.length];
    }

    void add(int start, int tag) {
        if (size == key.length) {
            key = Arrays.copyOf(key, size * 2);
            ordinal = Arrays.copyOf(ordinal, size * 2);
        }
        key[size] = start;
        ordinal[size++] = tag;
    }

    /** The entries from {@code from} on in order of the tags, those of one tag as they came. */
    KeyEntries byTag(int from) {
        long[] order = new long[size - from];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) ordinal[from + i] << 32 | i;
        }
        Arrays.sort(order);
        KeyEntries others = new KeyEntries(order.length);
        for (long entry : order) {
            others.add(key[from + (int) entry], (int) (entry >>> 32));
        }
        return others;
    }

    /** The same with the entries from {@code from} on by tag: of equal keys the most popular comes first. */
    KeyEntries popularFirst(int from) {
        KeyEntries all = byTag(from);
        KeyEntries ordered = new KeyEntries(size);
        for (int i = 0; i < from; i++) {
            ordered.add(key[i], ordinal[i]);
        }
        for (int i = 0; i < all.size; i++) {
            ordered.add(all.key[i], all.ordinal[i]);
        }
        return ordered;
    }

    int size() {
        return size;
    }

    /** Where the key of an entry starts. */
    int key(int entry) {
        return key[entry];
    }

    int ordinal(int entry) {
        return ordinal[entry];
    }

    /** The key of the entry lies elsewhere than its text. */
    void moveKey(int entry, int start) {
        key[entry] = start;
    }

    int[] keys() {
        return Arrays.copyOf(key, size);
    }

    int[] ordinals() {
        return Arrays.copyOf(ordinal, size);
    }

    /** The first bytes of each key in order, once they are {@link #sorted}. */
    long[] heads() {
        return heads;
    }

    KeyList sorted(Texts texts, byte[] text, byte[] flags) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        new KeySort(text, Texts.FOLD, key).sort(order, 0, size);
        int[] sortedOrdinals = new int[size];
        int[] sortedKeys = order;
        heads = new long[size];
        for (int i = 0; i < size; i++) {
            int entry = order[i];
            sortedOrdinals[i] = ordinal[entry];
            sortedKeys[i] = key[entry];
            heads[i] = texts.head(key[entry]);
        }
        return new KeyList(texts, sortedKeys, sortedOrdinals, flags, heads);
    }
}
