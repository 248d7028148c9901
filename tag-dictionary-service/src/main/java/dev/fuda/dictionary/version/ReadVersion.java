package dev.fuda.dictionary.version;

import dev.fuda.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The version that somebody read before a change. Of two people who change the same, the later one is told what became of
 * it meanwhile, and nothing is lost.
 *
 * @param number null to take whatever there is
 * @param header whether it came as If-Match: then another version is 412, as RFC 9110 has it, and 409 otherwise
 */
public record ReadVersion(@Nullable Integer number, boolean header) {

    /** Whatever there is. */
    public static final ReadVersion ANY = new ReadVersion(null, false);

    private static final int PRECONDITION_FAILED = 412;

    /**
     * From the header, or without one from the body.
     *
     * @throws Problem 400 when the header can't be an ETag of ours
     */
    public static ReadVersion of(@Nullable String ifMatch, @Nullable Integer inBody) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return new ReadVersion(inBody, false);
        }
        String text = ifMatch.strip();
        if (text.equals("*")) {
            return ANY;
        }
        if (!text.matches("\"?\\d{1,9}\"?")) {
            throw Problem.badRequest(
                    "bad-if-match", "If-Match must be the ETag of what was read, such as \"3\", not " + text + ".");
        }
        return new ReadVersion(Integer.valueOf(text.replace("\"", "")), true);
    }

    public static String etag(int version) {
        return "\"" + version + "\"";
    }

    /**
     * @param what for people, such as {@code The tag 'smile'}
     * @param state what is there now, for the answer
     * @throws Problem 412 or 409 when the current version is another one
     */
    public void require(int current, String what, Object state) {
        if (number != null && number != current) {
            throw new Problem(
                            header ? PRECONDITION_FAILED : 409,
                            "stale-version",
                            what + " was changed since you read it (version " + number + ", now " + current
                                    + "). Look at it again and repeat your change.")
                    .with("current", state);
        }
    }
}
