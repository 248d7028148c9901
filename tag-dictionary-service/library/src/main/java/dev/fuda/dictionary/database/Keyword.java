package dev.fuda.dictionary.database;

import java.util.Locale;

/**
 * What a keyword matches, in any case. Between the stars, each of which stands for anything, parts are looked for one
 * after the other: unlike a regular expression that never takes longer than the text is long, times the keyword.
 */
final class Keyword {

    /** The texts between the stars; one alone is the whole text. */
    private final String[] parts;

    /** @param partial whether a part of a text is enough; with a star in the keyword it says that itself */
    Keyword(String keyword, boolean partial) {
        String lower = keyword.strip().toLowerCase(Locale.ROOT);
        boolean isPart = partial && lower.indexOf('*') < 0;
        parts = isPart ? new String[] {"", lower, ""} : lower.split("\\*", -1);
    }

    /** Whether only texts that are the keyword match. */
    boolean isWhole() {
        return parts.length == 1;
    }

    boolean matches(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String first = parts[0];
        String last = parts[parts.length - 1];
        if (isWhole()) {
            return lower.equals(first);
        }
        int end = lower.length() - last.length();
        if (end < first.length() || !lower.startsWith(first) || !lower.endsWith(last)) {
            return false;
        }
        int at = first.length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = lower.indexOf(parts[i], at);
            if (found < 0 || found + parts[i].length() > end) {
                return false;
            }
            at = found + parts[i].length();
        }
        return true;
    }
}
