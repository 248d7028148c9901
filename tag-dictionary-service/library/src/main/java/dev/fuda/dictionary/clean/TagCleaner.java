package dev.fuda.dictionary.clean;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cleans the text of tags and captions as {@code TagCleaner} of genai-tag-db-tools does (specification 0), rule by rule:
 * people have files that went through it, and the same text must come out. All methods take any text, never fail and
 * take time linear in its length but for a small factor.
 */
public final class TagCleaner {

    /** White space as Python's {@code re} knows it: no-break and ideographic blanks and four separators too. */
    private static final String SPACE = "\\s\\x1c-\\x1f";

    private static final int UNICODE = Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern STOP_AT_END = Pattern.compile("\\.[" + SPACE + "]*$", UNICODE);
    private static final Pattern STOP = Pattern.compile("\\.[" + SPACE + "]*(?=[^" + SPACE + "])", UNICODE);
    private static final Pattern BACKSLASHES = Pattern.compile("\\\\+");
    private static final Pattern COMMAS = Pattern.compile(",+");
    private static final Pattern BLANKS = Pattern.compile("[" + SPACE + "]+", UNICODE);

    private static final Pattern HAIR_TO_KEEP = Pattern.compile("(long|short|medium) hair");

    /** What Python calls {@code \w}, and hyphens: unlike Java's it has numbers such as ² and no combining marks. */
    private static final String LETTER = "[\\p{L}\\p{N}_\\-]";

    /** A word before another: possessive and only where a word can begin, else long words would cost their square. */
    private static final String WORD_BEFORE = "(?:\\G|(?<!" + LETTER + "))" + LETTER + "++ ";

    /** Of several ways to match at one place the first counts, so their order is that of genai-tag-db-tools. */
    private static final List<Pattern> FEATURES = List.of(
            HAIR_TO_KEEP,
            Pattern.compile("(bob|hime) cut"),
            Pattern.compile(WORD_BEFORE + "hair"),
            Pattern.compile(WORD_BEFORE + "eyes"),
            Pattern.compile(WORD_BEFORE + "sleeves|sleeveless"),
            Pattern.compile("ponytail|braid|ahoge|twintails|" + WORD_BEFORE + "bun|single hair bun|single side bun"
                    + "|two side up|two tails|" + WORD_BEFORE + "braid|sidelocks"));

    private static final String KEPT = "@@@";
    private static final Pattern WORD = Pattern.compile(LETTER + "+");
    private static final Pattern STYLE =
            Pattern.compile("anime|cartoon|manga", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** In this order; the words are those of genai-tag-db-tools (MIT), which is what makes captions compatible. */
    private static final List<String[]> CAPTION_WORDS = captionWords();

    private TagCleaner() {}

    private static List<String[]> captionWords() {
        List<String[]> words = new ArrayList<>();
        words.add(new String[] {"anime anime", "anime"});
        words.add(new String[] {"young ", ""});
        words.add(new String[] {"anime girl", "girl"});
        for (String style : List.of("cartoon", "anime")) {
            for (String person : List.of("female", "lady", "character", "woman")) {
                words.add(new String[] {style + " " + person, "girl"});
            }
            words.add(new String[] {style + " women", "girls"});
            if (style.equals("cartoon")) {
                words.add(new String[] {"cartoon girl", "girl"});
            }
        }
        for (String person : List.of("lady", "female", "woman")) {
            words.add(new String[] {person, "girl"});
        }
        words.add(new String[] {"women", "girls"});
        words.add(new String[] {"people", "girls"});
        words.add(new String[] {"person", "girl"});
        for (String picture : List.of("a cartoon figure", "a cartoon image", "a cartoon picture")) {
            String noun = picture.substring("a cartoon ".length());
            words.add(new String[] {picture, (noun.equals("image") ? "an " : "a ") + noun});
        }
        words.add(new String[] {"an anime cartoon image", "an image"});
        words.add(new String[] {"a cartoon anime drawing", "a drawing"});
        words.add(new String[] {"a cartoon drawing", "a drawing"});
        words.add(new String[] {"girl girl", "girl"});
        return List.copyOf(words);
    }

    /**
     * Text as prompts and caption files have it: {@code _} a blank, sentences become commas, parentheses escaped,
     * repeated commas and blanks one. {@code ^_^} and {@code <lora:…>} stay as they are. Clean text stays as it is.
     */
    public static String cleanFormat(String text) {
        StringBuilder cleaned = new StringBuilder(text.length() + 16);
        int at = 0;
        int open = text.indexOf('<');
        int close = text.indexOf('>', open + 1);
        while (open >= 0 && close >= 0) {
            if (close > open + 1) {
                cleaned.append(cleanPart(text.substring(at, open))).append(text, open, close + 1);
                at = close + 1;
            }
            open = text.indexOf('<', Math.max(at, open + 1));
            close = text.indexOf('>', open + 1);
        }
        cleaned.append(cleanPart(text.substring(at)));
        return strip(cleaned.toString());
    }

    private static String cleanPart(String text) {
        String cleaned = text.replace("^_^", "^@@@^")
                .replace("_", " ")
                .replace("^@@@^", "^_^")
                .replace("#", "")
                .replace("**", "");
        cleaned = STOP_AT_END.matcher(cleaned).replaceAll(", ");
        cleaned = STOP.matcher(cleaned).replaceAll(", ");
        cleaned = cleaned.replace(".\n", ", ").replace("\n", ", ").replace('—', '-');
        cleaned = cleaned.replace("(", "\\(").replace(")", "\\)");
        cleaned = BACKSLASHES.matcher(cleaned).replaceAll("\\\\");
        cleaned = COMMAS.matcher(cleaned).replaceAll(",");
        return BLANKS.matcher(cleaned).replaceAll(" ");
    }

    /** Each of these texts by {@link #cleanFormat}, in their order. */
    public static List<String> cleanFormats(List<String> texts) {
        return texts.stream().map(TagCleaner::cleanFormat).toList();
    }

    /**
     * A list of tags, separated by commas, without what says the same twice. With several people in the picture
     * ({@code girls} or {@code boys} anywhere) what only one of them has is taken out; a tag that is a word of another
     * ({@code shirt} beside {@code white shirt}) goes; tags of anime, cartoon or manga become that word.
     */
    public static String cleanTags(String tags) {
        List<String> kept = distinct(tags);
        if (tags.contains("girls") || tags.contains("boys")) {
            kept = kept.stream().map(TagCleaner::withoutFeatures).toList();
        }
        kept = withoutParts(kept.stream().filter(tag -> !tag.isEmpty()).toList());
        LinkedHashSet<String> styles = new LinkedHashSet<>();
        for (String tag : kept) {
            Matcher style = STYLE.matcher(tag);
            styles.add(style.find() ? style.group().toLowerCase(Locale.ROOT) : tag);
        }
        return String.join(", ", styles);
    }

    /** Each of these lists by {@link #cleanTags}, in their order. */
    public static List<String> cleanTags(List<String> lists) {
        return lists.stream().map(TagCleaner::cleanTags).toList();
    }

    private static List<String> distinct(String tags) {
        LinkedHashSet<String> distinct = new LinkedHashSet<>();
        for (String tag : tags.split(",")) {
            String stripped = strip(tag);
            if (!stripped.isEmpty()) {
                distinct.add(stripped);
            }
        }
        return List.copyOf(distinct);
    }

    /** What is left of a tag stays, blanks at its ends too; the length of hair is kept. */
    private static String withoutFeatures(String tag) {
        Matcher length = HAIR_TO_KEEP.matcher(tag);
        String hair = length.find() ? length.group() : "";
        String left = hair.isEmpty() ? tag : tag.replace(hair, KEPT);
        for (Pattern feature : FEATURES) {
            left = feature.matcher(left).replaceAll("");
        }
        return left.replace(KEPT, hair);
    }

    /** Drops each tag that is one word of another. */
    private static List<String> withoutParts(List<String> tags) {
        Set<String> parts = new HashSet<>();
        for (String tag : tags) {
            Matcher word = WORD.matcher(tag);
            while (word.find()) {
                if (word.end() - word.start() < tag.length()) {
                    parts.add(word.group());
                }
            }
        }
        return tags.stream().filter(tag -> !parts.contains(tag)).toList();
    }

    /**
     * A sentence in the words that training captions use: {@code lady}, {@code female}, {@code woman} and
     * {@code person} are {@code girl} (also within words), their plurals {@code girls}, and {@code young} goes. Each
     * replacement is repeated until it changes nothing.
     */
    public static String cleanCaption(String caption) {
        String cleaned = caption;
        for (String[] pair : CAPTION_WORDS) {
            String before;
            do {
                before = cleaned;
                cleaned = cleaned.replace(pair[0], pair[1]);
            } while (!before.equals(cleaned));
        }
        int from = 0;
        int to = cleaned.length();
        while (from < to && " ,".indexOf(cleaned.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && " ,".indexOf(cleaned.charAt(to - 1)) >= 0) {
            to--;
        }
        return cleaned.substring(from, to);
    }

    /** Each of these captions by {@link #cleanCaption}, in their order. */
    public static List<String> cleanCaptions(List<String> captions) {
        return captions.stream().map(TagCleaner::cleanCaption).toList();
    }

    private static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085' || c >= 0x1c && c <= 0x1f;
    }
}
