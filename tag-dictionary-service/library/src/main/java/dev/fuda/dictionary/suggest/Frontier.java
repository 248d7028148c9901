package dev.fuda.dictionary.suggest;

import java.util.Arrays;

/**
 * Nodes of a {@link KeyTree} that a search has reached, all of one depth, each with the state of a
 * {@link TypedAutomaton}. A level is left as a whole for the next one, since its nodes lie far apart in memory: asked
 * for one after the other, all are on their way at once.
 */
final class Frontier {

    /** Where the keys of the node end, if that is not where those of the next node begin. */
    int[] to = new int[1_024];

    int[] node = new int[1_024];
    long[] state = new long[1_024];
    long[] before = new long[1_024];
    int size;

    void add(int reached, int end, long now, long then) {
        if (size == node.length) {
            to = Arrays.copyOf(to, size * 2);
            node = Arrays.copyOf(node, size * 2);
            state = Arrays.copyOf(state, size * 2);
            before = Arrays.copyOf(before, size * 2);
        }
        node[size] = reached;
        to[size] = end;
        state[size] = now;
        before[size++] = then;
    }
}
