package dev.fuda.dictionary.file;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A row that was not taken.
 *
 * @param line where it starts in the file, from 1
 * @param reason what is wrong, for a person
 * @param text the start of the row
 */
@Schema(name = "ImportRejection")
public record Rejection(long line, String reason, String text) {

    private static final int EXCERPT = 200;

    public static Rejection of(long line, String reason, String text) {
        if (text.length() <= EXCERPT) {
            return new Rejection(line, reason, text);
        }
        int end = Character.isHighSurrogate(text.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT;
        return new Rejection(line, reason, text.substring(0, end) + "…");
    }
}
