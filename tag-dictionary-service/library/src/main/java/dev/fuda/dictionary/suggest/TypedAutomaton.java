package dev.fuda.dictionary.suggest;

/**
 * Says which beginnings of a text may still become what was typed with at most two mistakes: bit i of a set says that
 * the first i bytes typed are reached (Wu and Manber's automaton, started at one place and with transpositions of
 * neighbours). A state is one number: a set for no, for one and for two mistakes, 16 bits each, and flags. The number
 * that goes with it, what was before, holds the first two sets of the state before and the places of the last byte.
 */
final class TypedAutomaton {

    /** The text begins with the first byte typed; what goes on after all that was typed may be near too. */
    static final long BEGINS = 1L << 48;

    /** All that was typed was seen: whatever follows, the text is near. */
    private static final long BEGUN = 1L << 49;

    private static final long NO_BYTE_YET = 1L << 50;

    private static final int LANE = 16;
    private static final long SET = (1L << LANE) - 1;
    private static final long TWO_SETS = (1L << 2 * LANE) - 1;

    /** What is typed later is out of reach of a beginning of {@link KeyTree#DEEPEST} bytes. */
    private static final int SEEN = 11;

    /** Sets are looked up in halves of so many bits. */
    private static final int HALF = 6;

    private final byte first;
    private final long[] places = new long[256];
    private final long end;
    private final long mask;
    private final int errors;

    /** Which bytes are typed after the places of a set: of its lower half, then of its upper one. */
    private final long[] after = new long[2 << HALF];

    /** @param errors so many mistakes are allowed, one or two */
    TypedAutomaton(byte[] typed, int errors) {
        this.first = typed[0];
        this.errors = errors;
        int length = Math.min(SEEN, typed.length);
        for (int i = 0; i < length; i++) {
            places[typed[i] & 0xff] |= 2L << i;
        }
        this.end = 1L << length;
        this.mask = 2 * end - 1;
        for (int set = 1; set < 1 << HALF; set++) {
            int place = Integer.numberOfTrailingZeros(set);
            after[set] = after[set & set - 1] | byteAt(typed, place, length);
            after[set + (1 << HALF)] = after[(set & set - 1) + (1 << HALF)] | byteAt(typed, place + HALF, length);
        }
    }

    private static long byteAt(byte[] typed, int place, int length) {
        return place < length ? 1L << typed[place] : 0;
    }

    /** The state of no byte; 0 was before it. */
    long start() {
        return NO_BYTE_YET | 1 & mask | (3 & mask) << LANE | (7 & mask) << 2 * LANE;
    }

    /** The state after one more byte; 0 if no text with this beginning is near. */
    long step(long state, long before, int b) {
        long none = state & SET;
        long one = state >>> LANE & SET;
        long two = state >>> 2 * LANE & SET;
        long here = places[b];
        // Both bytes were typed in the other order: from two bytes ago.
        long swapped = here << 1 & before >>> 2 * LANE;
        long nextNone = none << 1 & here;
        long nextOne = one << 1 & here | none | (none | nextNone) << 1 | (before & SET) << 2 & swapped;
        long nextTwo = two << 1 & here | one | (one | nextOne) << 1 | (before >>> LANE & SET) << 2 & swapped;
        long reached = (errors == 1 ? nextOne : nextTwo) & mask;
        boolean begins = (state & BEGINS) != 0 || (state & NO_BYTE_YET) != 0 && b == (first & 0xff);
        boolean begun = begins && ((state & BEGUN) != 0 || (reached & end) != 0);
        return reached == 0 && !begun
                ? 0
                : nextNone & mask
                        | (nextOne & mask) << LANE
                        | (nextTwo & mask) << 2 * LANE
                        | (begins ? BEGINS : 0)
                        | (begun ? BEGUN : 0);
    }

    /** What goes with the state after byte {@code b}, whose state before it is {@code state}. */
    long before(long state, int b) {
        return state & TWO_SETS | places[b] << 2 * LANE;
    }

    /** Which bytes may follow: bit {@code b % 64} is set for each such byte b, and for 0, the end. */
    long following(long state, long before) {
        int last = LANE * (errors - 1);
        if ((state & BEGUN) != 0 || (state >>> last & SET) != 0) {
            return -1;
        }
        long swapped = (before >>> last & SET) & before >>> 2 * LANE + 2;
        return 1 | after(state >>> last + LANE & SET) | after(swapped);
    }

    private long after(long set) {
        return after[(int) set & (1 << HALF) - 1] | after[(int) (set >>> HALF) & (1 << HALF) - 1 | 1 << HALF];
    }
}
