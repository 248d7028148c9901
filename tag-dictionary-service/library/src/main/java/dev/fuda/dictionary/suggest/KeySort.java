package dev.fuda.dictionary.suggest;

import java.util.Arrays;

/**
 * Sorts references to NUL-terminated texts by their bytes (unsigned, through a translation table): three-way radix
 * quicksort (Bentley and Sedgewick), which looks at each byte about once. Equal texts come in the order of their
 * references.
 */
final class KeySort {

    private static final int SMALL = 12;

    private final byte[] text;
    private final byte[] table;
    private final int[] start;

    /**
     * @param text the bytes, each text ended by a NUL
     * @param table what each byte counts as, 256 entries; NUL must stay NUL
     * @param start where the text of each reference starts
     */
    KeySort(byte[] text, byte[] table, int[] start) {
        this.text = text;
        this.table = table;
        this.start = start;
    }

    void sort(int[] references, int from, int to) {
        sort(references, from, to, 0);
    }

    private void sort(int[] refs, int lo, int hi, int depth) {
        int from = lo;
        int to = hi;
        int d = depth;
        while (to - from > SMALL) {
            int pivot = pivot(refs, from, to, d);
            int lt = from;
            int gt = to;
            for (int i = from; i < gt; ) {
                int c = at(refs[i], d);
                if (c < pivot) {
                    swap(refs, lt++, i++);
                } else if (c > pivot) {
                    swap(refs, i, --gt);
                } else {
                    i++;
                }
            }
            sort(refs, from, lt, d);
            sort(refs, gt, to, d);
            if (pivot == 0) {
                Arrays.sort(refs, lt, gt);
                return;
            }
            from = lt;
            to = gt;
            d++;
        }
        insertionSort(refs, from, to, d);
    }

    private int pivot(int[] refs, int from, int to, int d) {
        int a = at(refs[from], d);
        int b = at(refs[(from + to) >>> 1], d);
        int c = at(refs[to - 1], d);
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private void insertionSort(int[] refs, int from, int to, int d) {
        for (int i = from + 1; i < to; i++) {
            int ref = refs[i];
            int j = i;
            while (j > from && compare(ref, refs[j - 1], d) < 0) {
                refs[j] = refs[j - 1];
                j--;
            }
            refs[j] = ref;
        }
    }

    private int compare(int a, int b, int depth) {
        for (int d = depth; ; d++) {
            int x = at(a, d);
            int y = at(b, d);
            if (x != y) {
                return x - y;
            }
            if (x == 0) {
                return Integer.compare(a, b);
            }
        }
    }

    private int at(int ref, int d) {
        return table[text[start[ref] + d] & 0xff] & 0xff;
    }

    private static void swap(int[] refs, int i, int j) {
        int ref = refs[i];
        refs[i] = refs[j];
        refs[j] = ref;
    }
}
