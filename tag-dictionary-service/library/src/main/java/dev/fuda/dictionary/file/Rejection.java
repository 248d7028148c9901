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
            return new Rejection(line, storable(reason), storable(text));
        }
        int end = Character.isHighSurrogate(text.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT;
        return new Rejection(line, storable(reason), storable(text.substring(0, end)) + "…");
    }

    /** What a file holds may be what neither JSON nor a database can: a NUL, half of a character. */
    private static String storable(String text) {
        StringBuilder fit = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean high = Character.isHighSurrogate(c);
            boolean paired = high
                    ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                    : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
            if (c == 0 || Character.isSurrogate(c) && !paired) {
                fit = fit == null ? new StringBuilder(text) : fit;
                fit.setCharAt(i, c == 0 ? '\u2400' : '\ufffd');
            }
        }
        return fit == null ? text : fit.toString();
    }
}
