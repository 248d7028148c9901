package dev.fuda.dataset.caption;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules for the name of a tag. A name has one canonical form, {@code lower_case_with_underscores} as Danbooru writes
 * it; everything else about it (spaces, escaped parentheses) is a way to write captions.
 */
public final class TagName {

    /** The longest name in characters. Real names end at 111; anything longer than this is prose. */
    public static final int MAX_LENGTH = 255;

    private TagName() {}

    /**
     * The canonical form of a name as a person or a caption file writes it: lower case, runs of blanks as one
     * underscore, {@code \(} and {@code \)} as plain parentheses. Blank text gives the empty string. Idempotent.
     */
    public static String canonical(String written) {
        String name = stripBlanks(written).toLowerCase(Locale.ROOT);
        if (Emoticons.contains(name)) {
            return name;
        }
        String unescaped = name.replace("\\(", "(").replace("\\)", ")");
        if (Emoticons.contains(unescaped)) {
            return unescaped;
        }
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (isParenthesis(c)) {
                dropTrailingBackslashes(out);
                out.append(c);
            } else if (!isBlank(c)) {
                out.append(c);
            } else if (!isBlank(name.charAt(i - 1))) {
                out.append('_');
            }
        }
        return out.toString();
    }

    /**
     * The form in which spellings of a name meet: canonical, with {@code -} and {@code _} alike and compatibility
     * characters folded. For finding only, never a key: {@code spider-girl} and {@code spider_girl} are two tags.
     */
    public static String matching(String written) {
        String name = Normalizer.normalize(canonical(written), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('-', '_');
        return Emoticons.contains(name) ? name : name.replaceAll("_+", "_");
    }

    /** Why this canonical name cannot be a tag, in words for the person who typed it; empty when it can. */
    public static Optional<String> objection(String name) {
        if (name.isEmpty()) {
            return Optional.of("A tag needs a name.");
        }
        if (name.length() > MAX_LENGTH) {
            return Optional.of("A tag has at most " + MAX_LENGTH + " characters; this one has " + name.length()
                    + ". Longer text belongs into a caption.");
        }
        if (name.indexOf(',') >= 0) {
            return Optional.of("A comma separates tags, so it cannot be part of one. Add the parts one by one.");
        }
        if (name.equals(TagText.KEEP_TOKENS)) {
            return Optional.of("'|||' separates the tags that a trainer keeps in place, so it cannot be a tag.");
        }
        for (int i = 0; i < name.length(); i++) {
            if (Character.isISOControl(name.charAt(i)) || isLoneSurrogate(name, i)) {
                return Optional.of("A tag cannot contain control characters (found one at position " + i + ").");
            }
        }
        return Optional.empty();
    }

    /** Whether this text is one of the faces made of characters, such as {@code -_-}. */
    public static boolean isFace(String written) {
        return Emoticons.isFace(canonical(written));
    }

    /** Whether this character separates words: blanks of every width and line ends. */
    public static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isParenthesis(char c) {
        return c == '(' || c == ')';
    }

    private static void dropTrailingBackslashes(StringBuilder out) {
        int length = out.length();
        while (length > 0 && out.charAt(length - 1) == '\\') {
            length--;
        }
        out.setLength(length);
    }

    private static boolean isLoneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private static String stripBlanks(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
