package dev.fuda.dictionary.imports;

import dev.fuda.dictionary.file.Rejection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts every rejected row and keeps the first ones of each kind of check. */
final class RejectionList {

    /** How many are kept, in the file's order and again of those that the database finds. */
    static final int KEPT = 100_000;

    private final List<Rejection> kept = new ArrayList<>();
    private long count;

    void add(Rejection rejection) {
        if (count++ < KEPT) {
            kept.add(rejection);
        }
    }

    /** Adds those found later in the database, which are kept too so that the first by line can be told. */
    void addLate(List<Rejection> rejections, long total) {
        kept.addAll(rejections);
        count += total;
    }

    long count() {
        return count;
    }

    /** At most {@value #KEPT}, in the file's order. */
    List<Rejection> byLine() {
        return kept.stream()
                .sorted(Comparator.comparingLong(Rejection::line))
                .limit(KEPT)
                .toList();
    }
}
