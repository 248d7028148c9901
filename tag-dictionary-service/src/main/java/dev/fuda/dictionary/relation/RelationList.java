package dev.fuda.dictionary.relation;

import dev.fuda.dictionary.file.Rejection;
import dev.fuda.dictionary.file.RelationFile;
import dev.fuda.dictionary.file.RelationFile.Status;
import dev.fuda.kernel.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** The lines of a file, and what speaks against some of them. */
final class RelationList implements RelationFile.Sink {

    private static final int MOST = 1_000_000;
    private static final int MOST_REJECTIONS = 1_000;

    /** One line. */
    record Relation(long line, String from, String to, Status status) {
        String text() {
            return from + " → " + to;
        }
    }

    final List<Relation> relations = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();
    private int rejections;

    @Override
    public void related(long line, String from, String to, Status status) {
        if (relations.size() == MOST) {
            throw Problem.unprocessable("too-many-relations", "The list has more than " + MOST + " lines. Split it.");
        }
        relations.add(new Relation(line, from, to, status));
    }

    @Override
    public void reject(Rejection rejection) {
        if (rejections++ < MOST_REJECTIONS) {
            rejected.add(rejection);
        }
    }

    void reject(Relation relation, String reason) {
        reject(Rejection.of(relation.line(), reason, relation.text()));
    }

    int rejections() {
        return rejections;
    }

    List<Rejection> rejected() {
        return rejected.stream()
                .sorted(java.util.Comparator.comparingLong(Rejection::line))
                .toList();
    }
}
