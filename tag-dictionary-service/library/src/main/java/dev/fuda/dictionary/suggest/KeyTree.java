package dev.fuda.dictionary.suggest;

import java.util.Arrays;

/**
 * Which bytes the keys of a sorted list begin with, as a tree to walk down: each node stands for the keys with one
 * beginning of up to {@link #DEEPEST} bytes, and has children while these keys are many. Node 0 stands for all keys;
 * the children of a node lie side by side in the order of their keys.
 */
final class KeyTree {

    /** So long is the longest beginning, in bytes. */
    static final int DEEPEST = 8;

    /** As few keys are looked at one by one. */
    private static final int FEW = 6;

    private byte[] label = new byte[64];

    /** The first child of each node, in the high half, and its first key: what is asked together lies together. */
    private long[] node = new long[65];

    private int size;

    /** @param heads the first eight bytes of each key by {@link Texts#head}, ascending */
    KeyTree(long[] heads) {
        int[] to = new int[] {heads.length};
        add((byte) 0, 0);
        int at = 0;
        for (int depth = 0; at < size; depth++) {
            // One level after the other: only the ends of the keys of this level are still needed.
            Ends ends = new Ends();
            for (int i = 0; i < to.length; i++, at++) {
                int from = from(at);
                node[at] |= (long) size << Integer.SIZE;
                boolean many = to[i] - from > FEW && depth < DEEPEST && label[at] != 0;
                if (depth == 0 || many) {
                    divide(heads, from, to[i], depth, ends);
                }
            }
            to = ends.trimmed();
        }
        label = Arrays.copyOf(label, size);
        node = Arrays.copyOf(node, size + 1);
        node[size] = (long) size << Integer.SIZE | heads.length;
    }

    /** Makes the children of the node whose keys, {@code [lo, hi)}, share {@code length} bytes. */
    private void divide(long[] heads, int lo, int hi, int length, Ends ends) {
        int shift = 8 * (DEEPEST - 1 - length);
        for (int at = lo; at < hi; ) {
            long beginning = heads[at] >> shift;
            // Heads are signed numbers in the order of unsigned bytes.
            add((byte) (length == 0 ? beginning ^ 0x80 : beginning), at);
            at = end(heads, at, hi, shift);
            ends.add(at);
        }
    }

    /** The first of {@code (at, hi)} with another beginning, looked for in steps that double. */
    private static int end(long[] heads, int at, int hi, int shift) {
        long beginning = heads[at] >> shift;
        int lo = at;
        int step = 1;
        while (lo + step < hi && heads[lo + step] >> shift == beginning) {
            lo += step;
            step *= 2;
        }
        int end = Math.min(hi, lo + step);
        while (lo + 1 < end) {
            int mid = (lo + end) >>> 1;
            if (heads[mid] >> shift == beginning) {
                lo = mid;
            } else {
                end = mid;
            }
        }
        return end;
    }

    private void add(byte last, int first) {
        if (size == label.length) {
            label = Arrays.copyOf(label, size * 2);
            node = Arrays.copyOf(node, size * 2 + 1);
        }
        label[size] = last;
        node[size++] = first;
    }

    /** The children of {@code node} are those from this one on, before {@code children(node + 1)}. */
    int children(int node) {
        return (int) (this.node[node] >>> Integer.SIZE);
    }

    int size() {
        return size;
    }

    /** The last byte of the beginning, 0 to 255; 0 where the keys end. */
    int label(int node) {
        return label[node] & 0xff;
    }

    /** The first key of a node; its last is before those of the next child of its parent. */
    int from(int node) {
        return (int) this.node[node];
    }

    long bytes() {
        return 9L * size;
    }

    /** Where the keys of each node of a level end. */
    private static final class Ends {
        private int[] end = new int[256];
        private int size;

        void add(int at) {
            if (size == end.length) {
                end = Arrays.copyOf(end, size * 2);
            }
            end[size++] = at;
        }

        int[] trimmed() {
            return Arrays.copyOf(end, size);
        }
    }
}
