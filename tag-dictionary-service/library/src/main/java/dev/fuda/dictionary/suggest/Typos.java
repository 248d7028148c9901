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

    /** The keys of a node end where those of the next one begin. */
    private static final int NEXT = -1;

    /** The last byte stepped over is the end of the key. */
    private static final long ENDS = 1L << 63;

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
        if (typed.length <= LONGEST_TYPED && keys.size() > 0) {
            Search search = new Search(typed, wanted, best);
            for (int errors = typed.length < LONG ? 1 : search.allowed;
                    errors <= search.allowed && !best.isFull(2 * errors - 1);
                    errors++) {
                search.find(errors);
            }
        }
        return best;
    }

    /** One search: down the tree level by level, for what is short first by one mistake, then, if that gave too little, by two. */
    private final class Search {
        private final byte[] typed;
        private final int allowed;
        private final IntPredicate wanted;
        private final FewestMistakes best;
        private final int letters;
        private final int length;
        private final Alignment alignment;
        private final int[] first = new int[AT_ONCE];
        private final int[] end = new int[AT_ONCE];
        private final int[] leaf = new int[AT_ONCE];
        private final int[] near = new int[AT_ONCE];
        private final int[] nearLeaf = new int[AT_ONCE];
        private int count;
        private int errors;

        /** What was not found before has at least so many mistakes. */
        private int fewest;

        private TypedAutomaton automaton;
        private Frontier level = new Frontier();
        private Frontier next = new Frontier();
        private int depth;

        /** What was fetched, so that fetching it is not left out. */
        private int fetched;

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
        }

        /** Finds all texts with up to {@code most} mistakes; some with more come by. */
        void find(int most) {
            errors = most;
            fewest = typed.length < LONG ? most : 1;
            automaton = new TypedAutomaton(typed, most);
            level.size = 0;
            level.add(0, keys.size(), automaton.start(), 0);
            for (depth = 0; level.size > 0; depth++) {
                next.size = 0;
                for (int from = 0; from < level.size; from += AT_ONCE) {
                    leave(from, Math.min(AT_ONCE, level.size - from));
                }
                Frontier left = level;
                level = next;
                next = left;
            }
        }

        /** Leaves {@code many} nodes of this level for their children, or reads their keys where they have none. */
        private void leave(int from, int many) {
            for (int i = 0; i < many; i++) {
                int node = level.node[from + i];
                first[i] = tree.children(node);
                end[i] = tree.children(node + 1);
            }
            int leaves = 0;
            for (int i = 0; i < many; i++) {
                fetched |= tree.label(Math.min(first[i], tree.size() - 1));
                leaf[leaves] = from + i;
                leaves += first[i] == end[i] ? 1 : 0;
            }
            for (int i = 0; i < many; i++) {
                if (first[i] < end[i]) {
                    leave(from + i, first[i], end[i]);
                }
            }
            read(leaves);
        }

        private void leave(int at, int from, int end) {
            long state = level.state[at];
            long before = level.before[at];
            long following = automaton.following(state, before);
            for (int start = from; start < end; start += Long.SIZE) {
                // Which children may follow, without a branch for each.
                long may = 0;
                for (int i = Math.min(Long.SIZE, end - start) - 1; i >= 0; i--) {
                    may = may << 1 | following >>> tree.label(start + i) & 1;
                }
                for (; may != 0; may &= may - 1) {
                    int child = start + Long.numberOfTrailingZeros(may);
                    int label = tree.label(child);
                    long stepped = label == 0 ? state | ENDS : automaton.step(state, before, label);
                    if (stepped != 0) {
                        int to = child + 1 < end ? NEXT : to(at);
                        next.add(child, to, stepped, label == 0 ? before : automaton.before(state, label));
                    }
                }
            }
        }

        /** Where the keys of a node of this level end. */
        private int to(int at) {
            return level.to[at] == NEXT ? tree.from(level.node[at] + 1) : level.to[at];
        }

        private void read(int leaves) {
            for (int i = 0; i < leaves; i++) {
                first[i] = tree.from(level.node[leaf[i]]);
            }
            for (int i = 0; i < leaves; i++) {
                fetched |= signs[first[i]];
                end[i] = to(leaf[i]);
            }
            for (int i = 0; i < leaves; i++) {
                boolean begins = (level.state[leaf[i]] & TypedAutomaton.BEGINS) != 0;
                read(leaf[i], first[i], end[i], begins);
            }
            readNear();
        }

        /** Most keys are ruled out by their signs and by what was found before. */
        private void read(int leaf, int from, int to, boolean begins) {
            for (int entry = from; entry < to; entry++) {
                int sign = signs[entry];
                int missing = Integer.bitCount(letters & ~sign);
                if (missing <= errors) {
                    int added = Integer.bitCount(sign & ~letters & LETTER_MASK);
                    int longer = (sign >>> LETTERS) - length;
                    boolean mayBeWhole = missing + longer <= errors && added - longer <= errors && added <= errors;
                    if ((mayBeWhole || begins && longer >= -errors)
                            && mayBeWanted(2 * Math.max(fewest, missing) + (mayBeWhole ? 0 : 1), entry)) {
                        near[count] = entry;
                        nearLeaf[count++] = leaf;
                        if (count == AT_ONCE) {
                            readNear();
                        }
                    }
                }
            }
        }

        /** Asks for the tag only where that can decide, since it is far away in memory. */
        private boolean mayBeWanted(int mistakes, int entry) {
            return !best.isFull() || best.wants(mistakes, keys.ordinal(entry));
        }

        private void readNear() {
            for (int i = 0; i < count; i++) {
                fetched |= texts.folded(keys.place(near[i]));
            }
            for (int i = 0; i < count; i++) {
                int entry = near[i];
                long state = level.state[nearLeaf[i]];
                int key = keys.place(entry);
                int following = texts.folded(key + ((state & ENDS) == 0 ? depth : depth - 1));
                if ((automaton.following(state, level.before[nearLeaf[i]]) & 1L << following) != 0) {
                    int ordinal = keys.ordinal(entry);
                    if (best.wants(2 * fewest, ordinal) && wanted.test(ordinal)) {
                        int mistakes = alignment.mistakes(texts, key, (state & TypedAutomaton.BEGINS) != 0);
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
