package dev.fuda.dictionary.relation;

import dev.fuda.dictionary.file.RelationFile.Status;
import dev.fuda.kernel.problem.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Statuses of relations as they stand in requests. */
final class RequestStatus {

    private static final String ALL =
            Arrays.stream(Status.values()).map(Status::label).collect(Collectors.joining(", "));

    private RequestStatus() {}

    /** @throws Problem 400 for any other word */
    static String of(String text) {
        try {
            return Status.valueOf(text.strip().toUpperCase(Locale.ROOT)).label();
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("bad-status", "There is no status like this. Known are: " + ALL + ".")
                    .field("status", "one of " + ALL);
        }
    }
}
