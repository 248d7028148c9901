package dev.fuda.kernel.page;

import dev.fuda.kernel.problem.Problem;

/**
 * Which part of a list is asked for.
 *
 * @param page from 1
 * @param limit rows on a page
 */
public record Page(int page, int limit) {

    /** The furthest row that may be asked for by page number: deeper pages are cheaper to reach by a search. */
    private static final long DEEPEST = 10_000_000;

    /** Checks what a person asked for; the problem says what is allowed. */
    public static Page of(int page, int limit, int maxLimit) {
        if (limit < 1 || limit > maxLimit) {
            throw Problem.badRequest("bad-page", "limit must be between 1 and " + maxLimit + ", not " + limit + ".")
                    .field("limit", "1 to " + maxLimit);
        }
        if (page < 1 || (long) page * limit > DEEPEST) {
            throw Problem.badRequest(
                            "bad-page", "page must be between 1 and " + DEEPEST / limit + ", not " + page + ".")
                    .field("page", "1 to " + DEEPEST / limit);
        }
        return new Page(page, limit);
    }

    /** Rows before this page. */
    public int offset() {
        return (page - 1) * limit;
    }

    /** How many pages hold {@code total} rows; 0 for none. */
    public int pages(long total) {
        return Math.toIntExact((total + limit - 1) / limit);
    }
}
