package dev.fuda.dictionary.suggest;

import java.util.Arrays;

/**
 * The positions of a range in order of their values, smallest first, found lazily: taking the k best of n costs
 * O(k log k) however long the range is. Positions with equal values come in no particular order.
 */
final class RankedRange {

    private final RangeMin min;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int[] at = new int[64];
    private int nodes;
    private long[] heap = new long[64];
    private int size;

    RankedRange(RangeMin min, int from, int to) {
        this.min = min;
        push(from, to);
    }

    /** The next position, or -1 when the range is used up. */
    int next() {
        if (size == 0) {
            return -1;
        }
        int node = (int) heap[0];
        heap[0] = heap[--size];
        sink();
        int position = at[node];
        push(from[node], position);
        push(position + 1, to[node]);
        return position;
    }

    private void push(int lo, int hi) {
        if (lo >= hi) {
            return;
        }
        if (nodes == at.length) {
            from = Arrays.copyOf(from, nodes * 2);
            to = Arrays.copyOf(to, nodes * 2);
            at = Arrays.copyOf(at, nodes * 2);
        }
        int position = min.argMin(lo, hi);
        from[nodes] = lo;
        to[nodes] = hi;
        at[nodes] = position;
        rise((long) min.value(position) << 32 | nodes++);
    }

    private void rise(long key) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        int i = size++;
        while (i > 0 && heap[(i - 1) >>> 1] > key) {
            heap[i] = heap[(i - 1) >>> 1];
            i = (i - 1) >>> 1;
        }
        heap[i] = key;
    }

    private void sink() {
        if (size == 0) {
            return;
        }
        long key = heap[0];
        int i = 0;
        for (int child = 1; child < size; child = 2 * i + 1) {
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= key) {
                break;
            }
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = key;
    }
}
