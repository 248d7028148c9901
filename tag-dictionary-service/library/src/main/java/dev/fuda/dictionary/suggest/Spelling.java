package dev.fuda.dictionary.suggest;

import dev.fuda.dictionary.name.TagName;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a tag may be written, for matching only: {@code Long-Hair}, {@code long_hair} and {@code ｌｏｎｇ hair} have one key.
 * A key is never an identity: {@code spider-girl} and {@code spider_girl} are two tags with one key.
 */
public final class Spelling {

    private Spelling() {}

    /**
     * The matching key as UTF-8: compatibility forms unified (full-width to half-width), case folded, hiragana as katakana, each run of
     * {@code -}, {@code _}, white space and control characters one blank, none at the start. A separator at the end
     * stays, since who types {@code long_} does not mean {@code longsword}. Text of separators alone is one blank.
     */
    public static byte[] key(String text) {
        String unified = isAscii(text) ? text.toLowerCase(Locale.ROOT) : unify(text);
        StringBuilder key = new StringBuilder(unified.length());
        for (int i = 0; i < unified.length(); i++) {
            char c = unified.charAt(i);
            if (!isSeparator(c)) {
                key.append(c);
            } else if (!key.isEmpty() && key.charAt(key.length() - 1) != ' ') {
                key.append(' ');
            }
        }
        if (key.isEmpty() && !unified.isEmpty()) {
            key.append(' ');
        }
        return key.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The name a person most likely means, as Danbooru would write it: trimmed, half-width, lower case, white space
     * as {@code _}, {@code \(} as {@code (}. Hyphens stay.
     */
    public static String canonical(String text) {
        String unified = isAscii(text) ? text.toLowerCase(Locale.ROOT) : unify(text);
        String stripped = unified.strip();
        StringBuilder name = new StringBuilder(stripped.length());
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            boolean escape = c == '\\' && i + 1 < stripped.length() && "()".indexOf(stripped.charAt(i + 1)) >= 0;
            if (!escape) {
                name.append(Character.isWhitespace(c) || Character.isSpaceChar(c) ? '_' : c);
            }
        }
        return name.toString();
    }

    /**
     * The names under which what somebody wrote may be kept, likeliest first: in its own letters, the same without the
     * escapes of prompts, and {@link #canonical}, which is no name when it was written in hiragana or full width.
     */
    public static List<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        addKept(text, names);
        addKept(text.replace("\\(", "(").replace("\\)", ")"), names);
        names.add(canonical(text));
        return List.copyOf(names);
    }

    private static void addKept(String text, Set<String> names) {
        try {
            names.add(TagName.of(text));
        } catch (IllegalArgumentException e) {
            // No tag has such a name.
            return;
        }
    }

    /**
     * Where the second and later words of a key start: after a blank, and where a letter or digit follows punctuation,
     * so that {@code rem (re:zero)} is found by {@code (re}, {@code re:zero} and {@code zero}. Ascending byte offsets.
     */
    public static int[] wordStarts(byte[] key) {
        int[] starts = new int[key.length];
        int n = 0;
        for (int i = 1; i < key.length; i++) {
            boolean afterBlank = key[i - 1] == ' ' && key[i] != ' ';
            boolean afterPunctuation = isPunctuation(key[i - 1]) && isWordByte(key[i]);
            if (afterBlank || afterPunctuation) {
                starts[n++] = i;
            }
        }
        return Arrays.copyOf(starts, n);
    }

    private static boolean isSeparator(char c) {
        return c == '_'
                || c == '-'
                || c <= ' '
                || c >= 0x7f && (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c));
    }

    static boolean isWordByte(byte b) {
        return b < 0 || b >= '0' && b <= '9' || b >= 'a' && b <= 'z';
    }

    static boolean isPunctuation(byte b) {
        return b > ' ' && !isWordByte(b);
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7e) {
                return false;
            }
        }
        return true;
    }

    /** Upper case first, so that letters with several lower-case forms (ß and ss, ς and σ) meet. */
    private static String unify(String text) {
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String folded = compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return katakana(Normalizer.normalize(folded, Normalizer.Form.NFKC));
    }

    /** ひらがな and カタカナ are two ways to write one sound, 96 code points apart. */
    private static String katakana(String text) {
        StringBuilder katakana = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            katakana.append(c >= 'ぁ' && c <= 'ゖ' ? (char) (c + 0x60) : c);
        }
        return katakana.toString();
    }
}
