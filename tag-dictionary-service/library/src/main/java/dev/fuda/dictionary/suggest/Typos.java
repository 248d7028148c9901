package dev.fuda.dictionary.suggest;

import java.util.function.IntPredicate;

/**
 * Finds what was typed with mistakes: an insertion, deletion, replacement or transposition of neighbours is one
 * (optimal string alignment). The beginnings that all near texts must have lead down a tree of the keys; a number per
 * key says which letters it has and how long it is, so that few are read.
 */
final class Typos {

    private static final int LETTERS = 27;
    private static final int LETTER_MASK = (1 << LETTERS) - 1;
    private static final int LONGEST = 31;
    private static final int LONGEST_TYPED = 255;

    /** From so many bytes on, texts with one mistake hardly ever fill the list: both searches are one. */
    private static final int LONG = 9;

    /** So many places in memory are fetched at once. */
    private static final int AT_ONCE = 256;

    /** From, to, depth, and 1 if a beginning is enough. */
    private static final int LEAF = 4;

    private static final int[] LETTER = letters();

    private final Texts texts;
    private final KeyList keys;
    private final KeyTree tree;
    private final int[] signs;

    Typos(Texts texts, KeyList keys, KeyTree tree) {
        this.texts = texts;
        this.keys = keys;
        this.tree = tree;
        this.signs = new int[keys.size()];
        for (int entry = 0; entry < signs.length; entry++) {
            int key = keys.place(entry);
            signs[entry] = texts.isReading(key) ? 0 : sign(texts, key);
        }
    }

    private static int sign(Texts texts, int key) {
        int letters = 0;
        int length = 0;
        for (int b; (b = texts.folded(key + length)) != 0; length++) {
            letters |= LETTER[b];
        }
        return letters | Math.min(length, LONGEST) << LETTERS;
    }

    /** A bit for each letter (rare ones share one), for digits, the blank and brackets; none for all else. */
    private static int[] letters() {
        int[] bits = new int[256];
        String own = "abcdefghijklmnoprstuvwy (";
        for (int b = 0; b < 256; b++) {
            int at = own.indexOf(b);
            boolean rare = b == 'q' || b == 'x' || b == 'z';
            boolean digit = b >= '0' && b <= '9';
            bits[b] = at >= 0 ? 1 << at : rare ? 1 << own.length() : digit ? 1 << own.length() + 1 : 0;
        }
        return bits;
    }

    /** How many mistakes a text of this many bytes may have: 0 below three, 1 below five, else 2. */
    static int allowed(int length) {
        return length < 3 ? 0 : length < 5 ? 1 : 2;
    }

    /**
     * The best of all texts that differ from {@code typed} by one to {@link #allowed} mistakes, as a whole, or else, if
     * they start with the same byte, by their beginning. Mistakes count twice, plus one if the text goes on after what
     * was typed.
     *
     * @param wanted says which tags may be found
     */
    FewestMistakes find(byte[] typed, int most, IntPredicate wanted) {
        FewestMistakes best = new FewestMistakes(most);
        if (typed.length <= LONGEST_TYPED) {
            Search search = new Search(typed, wanted, best);
            for (int errors = typed.length < LONG ? 1 : search.allowed;
                    errors <= search.allowed && !best.isFull(2 * errors - 1);
                    errors++) {
                search.find(errors);
            }
        }
        return best;
    }

    /** One search: walks down the tree, for what is short first by one mistake, then, if that gave too little, by two. */
    private final class Search {
        private final byte[] typed;
        private final int allowed;
        private final IntPredicate wanted;
        private final FewestMistakes best;
        private final int letters;
        private final int length;
        private final int[] leaves = new int[LEAF * AT_ONCE];

        /** Where the automaton stood: what may follow is asked of few leaves. */
        private final long[] leafReached = new long[AT_ONCE];

        private final long[] leafSwapped = new long[AT_ONCE];
        private int leafCount;
        private final int[] near = new int[AT_ONCE];
        private final int[] nearLeaf = new int[AT_ONCE];
        private int count;
        private int errors;

        /** What was not found before has at least so many mistakes. */
        private int fewest;

        private final Alignment alignment;
        private final TypedAutomaton automaton;

        Search(byte[] typed, IntPredicate wanted, FewestMistakes best) {
            this.typed = typed;
            this.allowed = allowed(typed.length);
            this.wanted = wanted;
            this.best = best;
            int all = 0;
            for (byte b : typed) {
                all |= LETTER[b & 0xff];
            }
            this.letters = all;
            this.length = Math.min(LONGEST, typed.length);
            this.alignment = new Alignment(typed, allowed);
            this.automaton = new TypedAutomaton(typed, KeyTree.DEEPEST);
        }

        /** Finds all texts with up to {@code most} mistakes; some with more come by. */
        void find(int most) {
            errors = most;
            fewest = typed.length < LONG ? most : 1;
            automaton.start(most);
            walk(0, 0, keys.size(), false);
            check();
        }

        /** @param to where the keys of the node end */
        private void walk(int node, int depth, int to, boolean begins) {
            long following = automaton.following(depth);
            int end = tree.children(node + 1);
            for (int first = tree.children(node); first < end; first += Long.SIZE) {
                // Which children may follow, without a branch for each.
                long may = 0;
                for (int i = Math.min(Long.SIZE, end - first) - 1; i >= 0; i--) {
                    may = may << 1 | following >>> tree.label(first + i) & 1;
                }
                for (; may != 0; may &= may - 1) {
                    int child = first + Long.numberOfTrailingZeros(may);
                    step(child, depth, child + 1 < end ? tree.from(child + 1) : to, begins);
                }
            }
        }

        private void step(int child, int depth, int to, boolean begins) {
            int label = tree.label(child);
            boolean mayGoOn = depth == 0 ? label == (typed[0] & 0xff) : begins;
            if (label == 0 || automaton.step(depth + 1, label, mayGoOn)) {
                if (tree.hasChildren(child)) {
                    walk(child, depth + 1, to, mayGoOn);
                } else {
                    leaf(tree.from(child), to, label == 0 ? depth : depth + 1, mayGoOn);
                }
            }
        }

        private void leaf(int from, int to, int depth, boolean begins) {
            leaves[LEAF * leafCount] = from;
            leaves[LEAF * leafCount + 1] = to;
            leaves[LEAF * leafCount + 2] = depth;
            leaves[LEAF * leafCount + 3] = begins ? 1 : 0;
            leafReached[leafCount] = automaton.reached(depth);
            leafSwapped[leafCount++] = automaton.swapped(depth);
            if (leafCount == AT_ONCE) {
                check();
            }
        }

        /** The keys lie far apart in memory: asked for one after the other, all are on their way at once. */
        private void check() {
            int fetched = 0;
            for (int i = 0; i < leafCount; i++) {
                fetched |= signs[leaves[LEAF * i]];
            }
            for (int i = 0; i < leafCount && fetched != 0; i++) {
                check(i, leaves[LEAF * i], leaves[LEAF * i + 1], leaves[LEAF * i + 3] != 0);
            }
            leafCount = 0;
        }

        /** Most keys are ruled out by their signs and by what was found before. */
        private void check(int leaf, int from, int to, boolean begins) {
            for (int entry = from; entry < to; entry++) {
                int sign = signs[entry];
                int missing = Integer.bitCount(letters & ~sign);
                if (missing <= errors) {
                    int added = Integer.bitCount(sign & ~letters & LETTER_MASK);
                    int longer = (sign >>> LETTERS) - length;
                    boolean mayBeWhole = missing + longer <= errors && added - longer <= errors && added <= errors;
                    if ((mayBeWhole || begins && longer >= -errors)
                            && best.wants(2 * Math.max(fewest, missing) + (mayBeWhole ? 0 : 1), keys.ordinal(entry))) {
                        near[count] = entry;
                        nearLeaf[count++] = leaf;
                        if (count == AT_ONCE) {
                            read();
                        }
                    }
                }
            }
            if (leaf == leafCount - 1) {
                read();
            }
        }

        private void read() {
            int fetched = 0;
            for (int i = 0; i < count; i++) {
                fetched |= texts.folded(keys.place(near[i]));
            }
            for (int i = 0; i < count && fetched != 0; i++) {
                int entry = near[i];
                int leaf = nearLeaf[i];
                int key = keys.place(entry);
                int next = texts.folded(key + leaves[LEAF * leaf + 2]);
                if ((automaton.following(leafReached[leaf], leafSwapped[leaf]) & 1L << next) != 0) {
                    int ordinal = keys.ordinal(entry);
                    if (best.wants(2 * fewest, ordinal) && wanted.test(ordinal)) {
                        boolean begins = leaves[LEAF * leaf + 3] != 0;
                        int mistakes = alignment.mistakes(texts, key, begins);
                        if (mistakes >= 0) {
                            best.offer(mistakes, ordinal, keys.origin(entry));
                        }
                    }
                }
            }
            count = 0;
        }
    }

    long bytes() {
        return 4L * signs.length + tree.bytes();
    }
}
