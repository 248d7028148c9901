package dev.fuda.kernel.stream;

import java.util.Comparator;

/** The id that Redis gives a stream entry: milliseconds, then a counter. */
public record EntryId(long ms, long n) implements Comparable<EntryId> {

    /** Before every entry. */
    static final EntryId ZERO = new EntryId(0, 0);

    private static final Comparator<EntryId> ORDER =
            Comparator.comparingLong(EntryId::ms).thenComparingLong(EntryId::n);

    static EntryId of(String text) {
        int dash = text.indexOf('-');
        return new EntryId(Long.parseLong(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
    }

    EntryId next() {
        return new EntryId(ms, n + 1);
    }

    /** The greatest id before this one. */
    EntryId previous() {
        return n > 0 ? new EntryId(ms, n - 1) : new EntryId(Math.max(0, ms - 1), Long.MAX_VALUE);
    }

    @Override
    public int compareTo(EntryId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return ms + "-" + n;
    }
}
