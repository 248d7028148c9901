package dev.fuda.dictionary.fuzz;

/** Claims that cost nothing where they hold, since they are made a million times a minute. */
final class Claim {

    private Claim() {}

    static void holds(boolean truth, String claim) {
        if (!truth) {
            throw new AssertionError(claim);
        }
    }
}
