package dev.fuda.dictionary.suggest;

/**
 * Says which beginnings of a text may still become what was typed with at most two mistakes: bit i of a state says
 * that the first i bytes typed are reached (Wu and Manber's automaton, started at one place and with transpositions of
 * neighbours). Keeps the states along one path, so that a tree is walked without computing a beginning twice.
 */
final class TypedAutomaton {

    /** What comes later is out of reach of a beginning. */
    private static final int SEEN = 60;

    private static final int STATES = 3;

    private final byte[] typed;
    private final long[] places = new long[256];
    private final long end;
    private final long mask;
    private final long[] state;
    private final long[] last;
    private final boolean[] begun;
    private int errors;

    /** @param deepest bytes of the longest beginning, at most 50 */
    TypedAutomaton(byte[] typed, int deepest) {
        this.typed = typed;
        int length = Math.min(SEEN, typed.length);
        for (int i = 0; i < length; i++) {
            places[typed[i] & 0xff] |= 2L << i;
        }
        this.end = 1L << length;
        this.mask = 2 * end - 1;
        this.state = new long[STATES * (deepest + 1)];
        this.last = new long[deepest + 1];
        this.begun = new boolean[deepest + 1];
    }

    /** Starts again; from now on up to {@code most} mistakes are allowed, one or two. */
    void start(int most) {
        errors = most;
        for (int count = 0; count < STATES; count++) {
            state[count] = (2L << count) - 1 & mask;
        }
    }

    /**
     * Which bytes may follow the beginning of {@code depth} bytes: bit {@code b % 64} is set for each such byte b, and
     * for 0, the end.
     */
    long following(int depth) {
        return following(reached(depth), swapped(depth));
    }

    /** What {@link #following(long, long)} has to know of a beginning: the places reached with no mistake left, or -1. */
    long reached(int depth) {
        int now = STATES * depth + errors;
        return state[now - 1] != 0 || begun[depth] ? -1 : state[now] & ~end;
    }

    /** As {@link #reached}, the places from which the byte before would follow, were they in the other order. */
    long swapped(int depth) {
        return depth > 0 ? state[STATES * (depth - 1) + errors - 1] << 2 & last[depth] : 0;
    }

    /** As {@link #following(int)}, of a beginning that was left. */
    long following(long reached, long swapped) {
        if (reached == -1) {
            return -1;
        }
        long bytes = 1;
        for (long rest = reached; rest != 0; rest &= rest - 1) {
            bytes |= 1L << typed[Long.numberOfTrailingZeros(rest)];
        }
        for (long rest = swapped; rest != 0; rest &= rest - 1) {
            bytes |= 1L << typed[Long.numberOfTrailingZeros(rest) - 2];
        }
        return bytes;
    }

    /**
     * Adds a byte to the beginning of {@code depth - 1} bytes that was asked last, and says whether the longer one may
     * still become a near text.
     *
     * @param mayGoOn whether it is enough that the text begins with what was typed
     */
    boolean step(int depth, int b, boolean mayGoOn) {
        int old = STATES * (depth - 1);
        int older = Math.max(0, old - STATES);
        int now = STATES * depth;
        long here = places[b];
        // Both bytes were typed in the other order: from two bytes ago.
        long swapped = depth > 1 ? here << 1 & last[depth - 1] : 0;
        long none = state[old] << 1 & here;
        long one = state[old + 1] << 1 & here | state[old] | (state[old] | none) << 1 | state[older] << 2 & swapped;
        long two = state[old + 2] << 1 & here
                | state[old + 1]
                | (state[old + 1] | one) << 1
                | state[older + 1] << 2 & swapped;
        last[depth] = here;
        state[now] = none & mask;
        state[now + 1] = one & mask;
        state[now + 2] = two & mask;
        long reached = state[now + errors];
        begun[depth] = mayGoOn && (depth > 1 && begun[depth - 1] || (reached & end) != 0);
        return reached != 0 || begun[depth];
    }
}
