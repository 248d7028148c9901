package dev.fuda.dictionary.name;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The one form in which a name or an alias is kept: lower case, blanks as {@code _}, everything else as given, hyphens
 * too.
 */
public final class TagName {

    /** Longest name or alias, in characters (code points). */
    public static final int LONGEST = 255;

    private TagName() {}

    /**
     * The name as it is kept.
     *
     * @throws IllegalArgumentException whose message says, for a person, what is wrong with the name
     */
    public static String of(String text) {
        String name = text == null ? "" : canonical(text);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the name is empty");
        }
        int length = name.codePointCount(0, name.length());
        if (length > LONGEST) {
            throw new IllegalArgumentException(
                    "the name has " + length + " characters, " + LONGEST + " is the longest possible");
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == ',') {
                throw new IllegalArgumentException("a name can't hold a comma, which separates tags in captions");
            }
            if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                throw new IllegalArgumentException("the name holds a control character");
            }
            if (Character.isSurrogate(c) && !isPaired(name, i)) {
                throw new IllegalArgumentException("the name is not valid Unicode");
            }
        }
        return name;
    }

    private static String canonical(String text) {
        if (isPlain(text)) {
            return text;
        }
        String lower = Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        // Once more, since the small form of a letter may be a letter and a mark.
        String composed = Normalizer.normalize(lower, Normalizer.Form.NFC);
        StringBuilder name = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            boolean blank = c == ' ' || c == '\t' || Character.isSpaceChar(c) && c != '\u2028' && c != '\u2029';
            name.append(blank ? '_' : c);
        }
        return name.toString();
    }

    /** Nearly every name of a list is already as it should be. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > 0x7e || c >= 'A' && c <= 'Z') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPaired(String text, int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
