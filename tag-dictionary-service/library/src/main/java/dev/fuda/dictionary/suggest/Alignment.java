package dev.fuda.dictionary.suggest;

/**
 * How many mistakes lie between what was typed and a text: insertions, deletions, replacements and transpositions of
 * neighbours, none of them inside another (optimal string alignment). Computes only what may lie within the allowed
 * number; for one thread.
 */
final class Alignment {

    private final byte[] typed;
    private final int most;
    private final int[] work;

    Alignment(byte[] typed, int most) {
        this.typed = typed;
        this.most = most;
        this.work = new int[3 * (typed.length + most + 2)];
    }

    /**
     * Twice the distance, plus one if only the beginning is meant; -1 above the most or without a mistake.
     *
     * @param mayBegin whether the text may go on after what was typed
     */
    int mistakes(Texts texts, int key, boolean mayBegin) {
        int width = typed.length + most + 2;
        int older = 0;
        int old = width;
        int now = 2 * width;
        int columns = 0;
        while (columns < typed.length + most && texts.folded(key + columns) != 0) {
            columns++;
        }
        boolean ends = texts.folded(key + columns) == 0;
        for (int j = 0; j <= columns; j++) {
            work[old + j] = j;
        }
        for (int i = 1; i <= typed.length; i++) {
            int from = Math.max(1, i - most);
            int to = Math.min(columns, i + most);
            int least = Integer.MAX_VALUE;
            work[now + from - 1] = from == 1 ? i : most + 1;
            least = Math.min(least, work[now + from - 1]);
            int typedByte = typed[i - 1] & 0xff;
            for (int j = from; j <= to; j++) {
                int have = texts.folded(key + j - 1);
                int cost = work[old + j - 1] + (have == typedByte ? 0 : 1);
                if (j < i + most) {
                    cost = Math.min(cost, work[old + j] + 1);
                }
                cost = Math.min(cost, work[now + j - 1] + 1);
                if (i > 1 && j > 1 && have == (typed[i - 2] & 0xff) && texts.folded(key + j - 2) == typedByte) {
                    cost = Math.min(cost, work[older + j - 2] + 1);
                }
                work[now + j] = cost;
                least = Math.min(least, cost);
            }
            if (least > most) {
                return -1;
            }
            int spare = older;
            older = old;
            old = now;
            now = spare;
        }
        int reach = typed.length - most;
        if (ends && columns >= reach && work[old + columns] <= most) {
            return work[old + columns] == 0 ? -1 : 2 * work[old + columns];
        }
        if (!mayBegin) {
            return -1;
        }
        int best = most + 1;
        for (int j = Math.max(0, reach); j <= columns; j++) {
            best = Math.min(best, work[old + j]);
        }
        return best > most || best == 0 ? -1 : 2 * best + 1;
    }
}
