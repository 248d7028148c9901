package dev.fuda.dataset.caption;

import dev.fuda.kernel.problem.Problem;

/** Rules for the text that a person gives a caption. */
final class CaptionText {

    static final int MOST_CHARACTERS = 200_000;

    private CaptionText() {}

    /** @throws Problem 422 when the text is too long or holds what a text file cannot */
    static void check(String content) {
        if (content == null) {
            throw Problem.badRequest("content-missing", "The caption needs a content; an empty one is fine.")
                    .field("content", "is needed");
        }
        if (content.length() > MOST_CHARACTERS) {
            throw Problem.unprocessable(
                            "caption-too-long",
                            "A caption has at most " + MOST_CHARACTERS + " characters; this one has " + content.length()
                                    + ".")
                    .field("content", "is too long");
        }
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            boolean lonely = Character.isSurrogate(c)
                    && (Character.isHighSurrogate(c)
                            ? i + 1 == content.length() || !Character.isLowSurrogate(content.charAt(i + 1))
                            : i == 0 || !Character.isHighSurrogate(content.charAt(i - 1)));
            if (c == 0 || lonely) {
                throw Problem.unprocessable(
                                "caption-not-text",
                                "At position " + i + " is something that is no character. Delete it.")
                        .field("content", "position " + i + " is no character");
            }
        }
    }

    /** Browsers write {@code \n}; a file with {@code \r\n} keeps it. */
    static String withLineEndsOf(String old, String text) {
        boolean windows = old.contains("\r\n") && !old.replace("\r\n", "").contains("\n");
        return windows && !text.contains("\r") ? text.replace("\n", "\r\n") : text;
    }
}
