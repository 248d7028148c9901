package dev.fuda.dictionary.suggest;

/**
 * What is looked for inside of texts. The texts of names lie one after the other, so that a block of them is read as one
 * run, eight bytes at a time, for two neighbouring bytes that are rare; only where both stand the part is compared.
 */
final class Part {

    private static final long LOW = 0x0101010101010101L;
    private static final long HIGH = LOW << 7;

    /** Capital letters as small ones; what else becomes equal is told apart by comparing. */
    private static final long SMALL = LOW * 0x20;

    /** The bytes of tags, the most frequent first. */
    private static final String FREQUENT = "aionerstukhmlydgcbpwfz()jvx10q";

    private final byte[] part;
    private final int anchor;
    private final long first;
    private final long second;

    /** @param part a matching key, or a piece of one, of at least two bytes */
    Part(byte[] part) {
        this.part = part;
        this.anchor = anchor(part);
        this.first = SMALL | LOW * (part[anchor] & 0xff);
        boolean pair = anchor + 1 < part.length && part[anchor + 1] != ' ';
        this.second = pair ? SMALL | LOW * (part[anchor + 1] & 0xff) : 0;
    }

    /** Where the rarest pair of neighbours starts; else, beside blanks, a single byte. */
    private static int anchor(byte[] part) {
        int best = 0;
        int most = -1;
        for (int i = 0; i < part.length; i++) {
            if (part[i] != ' ') {
                boolean pair = i + 1 < part.length && part[i + 1] != ' ';
                int rarity = rarity(part[i]) + (pair ? 100 + rarity(part[i + 1]) : 0);
                if (rarity > most) {
                    most = rarity;
                    best = i;
                }
            }
        }
        return best;
    }

    private static int rarity(byte b) {
        int rank = FREQUENT.indexOf(b);
        return rank < 0 ? FREQUENT.length() : rank;
    }

    /** Which lines of a block hold it, as bits. */
    long inside(PopularTexts lines, int block) {
        long all = lines.all(block);
        if (block * PopularTexts.BLOCK >= lines.otherFrom()) {
            return oneByOne(lines, block, all);
        }
        return run(lines, block, all) & ~lines.special(block) | oneByOne(lines, block, all & lines.special(block));
    }

    private long oneByOne(PopularTexts lines, int block, long candidates) {
        long found = 0;
        for (long rest = candidates; rest != 0; rest &= rest - 1) {
            int line = block * PopularTexts.BLOCK + Long.numberOfTrailingZeros(rest);
            found |= isIn(lines.texts(), lines.key(line)) ? rest & -rest : 0;
        }
        return found;
    }

    private boolean isIn(Texts texts, int key) {
        int start = part[0] & 0xff;
        for (int at = key, b; (b = texts.folded(at)) != 0; at++) {
            if (b == start && texts.startsWith(at, part)) {
                return true;
            }
        }
        return false;
    }

    /** The lines of a block of names with the part in their text. */
    private long run(PopularTexts lines, int block, long all) {
        Texts texts = lines.texts();
        int line = block * PopularTexts.BLOCK;
        int last = line + Long.bitCount(all) - 1;
        int end = texts.after(lines.origin(last));
        long found = 0;
        for (int at = lines.origin(line) + anchor; at < end; at += 8) {
            long differs = (texts.eight(at) | SMALL) ^ first;
            if (second != 0) {
                differs |= (texts.eight(at + 1) | SMALL) ^ second;
            }
            // The high bit of each byte that is zero, and of some others.
            for (long hits = differs - LOW & ~differs & HIGH; hits != 0; hits &= hits - 1) {
                int start = at + (Long.numberOfTrailingZeros(hits) >>> 3) - anchor;
                if (start < end && texts.startsWith(start, part)) {
                    while (line < last && lines.origin(line + 1) <= start) {
                        line++;
                    }
                    if (texts.isWithin(lines.origin(line), start)) {
                        found |= 1L << line;
                    }
                }
            }
        }
        return found;
    }
}
