package dev.fuda.dataset.caption;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A list of tags as text, remembered to the last character: what stands before, between and behind the tags, and each
 * tag as it was written. An edit changes what it has to and leaves the rest, so {@code parse(x).edit(parse(x).tags())}
 * is {@code x} for every text.
 *
 * <p>Commas, line ends and the trainers' {@value #KEEP_TOKENS} separate tags; blanks around them belong to the separator.
 */
public final class TagText {

    /** Separates the tags that a trainer keeps in place from those that it shuffles (kohya's keep_tokens_separator). */
    static final String KEEP_TOKENS = "|||";

    /** One tag as written; {@code name} is null when it is too long to be one, and it is then only carried along. */
    private record Entry(String written, String name) {}

    private final String text;
    private final String before;
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> separators = new ArrayList<>();
    private final String after;
    private final TagStyle style;

    private TagText(String text, TagStyle fallback) {
        this.text = text;
        int at = separatorEnd(text, 0);
        int end = text.length();
        String separator = text.substring(0, at);
        this.before = at == end ? "" : separator;
        while (at < end) {
            int stop = entryEnd(text, at);
            String written = text.substring(at, stop);
            String name = TagName.canonical(written);
            entries.add(new Entry(written, TagName.objection(name).isPresent() ? null : name));
            at = separatorEnd(text, stop);
            separator = text.substring(stop, at);
            if (at < end) {
                separators.add(separator);
            }
        }
        // Text that is nothing but separators stays behind what is added to it.
        this.after = entries.isEmpty() && separator.startsWith("|") ? " " + separator : separator;
        this.style = observe(fallback);
    }

    /**
     * Reads a list of tags.
     *
     * @param text the file's text, line ends as they are
     * @param fallback the style for what the text does not show, such as the separator of a single tag
     */
    public static TagText parse(String text, TagStyle fallback) {
        return new TagText(text, fallback);
    }

    /** The canonical names in order, each once. */
    public List<String> tags() {
        Set<String> names = new LinkedHashSet<>();
        for (Entry entry : entries) {
            if (entry.name != null) {
                names.add(entry.name);
            }
        }
        return List.copyOf(names);
    }

    /** Pieces that are too long (or otherwise unfit) to be tags, as written. They stay in the file at every edit. */
    public List<String> unfit() {
        return entries.stream().filter(e -> e.name == null).map(Entry::written).toList();
    }

    /** How this text writes tags: what most of it does, and the fallback where it shows nothing. */
    public TagStyle style() {
        return style;
    }

    /**
     * The text with another list of tags. Tags that stay keep their spelling and, when the order is kept, what stands
     * between them; a tag that goes takes its repetitions along; new ones are written in the text's own style.
     *
     * @param names canonical names, each once
     */
    public String edit(List<String> names) {
        if (names.equals(tags())) {
            return text;
        }
        List<String> staying = new ArrayList<>(names);
        staying.retainAll(tags());
        List<String> inFileOrder = new ArrayList<>(tags());
        inFileOrder.retainAll(names);
        return staying.equals(inFileOrder) ? editInPlace(names) : reorder(names);
    }

    private String editInPlace(List<String> names) {
        Map<String, List<String>> additions = additionsByPredecessor(names);
        Set<String> wanted = Set.copyOf(names);
        Set<String> done = new LinkedHashSet<>();
        StringBuilder out = new StringBuilder(before);
        boolean first = true;
        for (String addition : additions.getOrDefault(null, List.of())) {
            out.append(first ? "" : style.separator()).append(style.write(addition));
            first = false;
        }
        int previous = -1;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.name != null && !wanted.contains(entry.name)) {
                continue;
            }
            if (!first) {
                out.append(previous < 0 ? style.separator() : between(previous, i));
            }
            out.append(entry.written);
            first = false;
            previous = i;
            if (entry.name != null && done.add(entry.name)) {
                for (String addition : additions.getOrDefault(entry.name, List.of())) {
                    out.append(style.separator()).append(style.write(addition));
                }
            }
        }
        // Without any tag no comma is left; ||| and ||| must not become one word.
        return out.append(first ? after.replace(",", after.contains(KEEP_TOKENS) ? " " : "") : after)
                .toString();
    }

    /** New names in order, under the name of the file that they follow (null: at the start). */
    private Map<String, List<String>> additionsByPredecessor(List<String> names) {
        Set<String> known = Set.copyOf(tags());
        Map<String, List<String>> additions = new HashMap<>();
        String predecessor = null;
        for (String name : names) {
            if (known.contains(name)) {
                predecessor = name;
            } else {
                additions.computeIfAbsent(predecessor, k -> new ArrayList<>()).add(name);
            }
        }
        return additions;
    }

    /** What joins two entries when those between them are gone: a line end or |||, if there was one. */
    private String between(int previous, int next) {
        for (int i = previous; i < next; i++) {
            String separator = separators.get(i);
            if (separator.contains("\n") || separator.contains("\r") || separator.contains(KEEP_TOKENS)) {
                return separator;
            }
        }
        return separators.get(next - 1);
    }

    private String reorder(List<String> names) {
        Map<String, String> spellings = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.name != null) {
                spellings.putIfAbsent(entry.name, entry.written);
            }
        }
        List<String> pieces = new ArrayList<>();
        for (String name : names) {
            pieces.add(spellings.getOrDefault(name, style.write(name)));
        }
        pieces.addAll(unfit());
        // With as many tags as before, the lines and blocks of the file stay where they are.
        boolean sameShape = pieces.size() == entries.size();
        StringBuilder out = new StringBuilder(before);
        for (int i = 0; i < pieces.size(); i++) {
            if (i > 0) {
                out.append(sameShape ? separators.get(i - 1) : style.separator());
            }
            out.append(pieces.get(i));
        }
        return out.append(after).toString();
    }

    private TagStyle observe(TagStyle fallback) {
        int spaces = 0;
        int underscores = 0;
        int escaped = 0;
        int plain = 0;
        for (Entry entry : entries) {
            String written = entry.written;
            if (entry.name == null || Emoticons.contains(entry.name)) {
                continue;
            }
            spaces += written.indexOf(' ') > 0 ? 1 : 0;
            underscores += written.indexOf('_') > 0 ? 1 : 0;
            escaped += written.contains("\\(") || written.contains("\\)") ? 1 : 0;
            plain += written.replace("\\(", "").contains("(") ? 1 : 0;
        }
        return new TagStyle(
                mostFrequentSeparator(fallback.separator()),
                spaces == underscores ? fallback.underscores() : underscores > spaces,
                escaped == plain ? fallback.escapes() : escaped > plain);
    }

    private String mostFrequentSeparator(String fallback) {
        Map<String, Integer> counts = new HashMap<>();
        String best = fallback;
        int bestCount = 0;
        for (String separator : separators) {
            if (separator.contains(KEEP_TOKENS)) {
                continue;
            }
            int count = counts.merge(separator, 1, Integer::sum);
            if (count > bestCount) {
                best = separator;
                bestCount = count;
            }
        }
        return best;
    }

    /** The end of the tag that starts here: the next comma, line end or |||, less the blanks before it. */
    private static int entryEnd(String text, int start) {
        int end = start;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '\n' || c == '\r' || isKeepTokens(text, i)) {
                break;
            }
            if (!TagName.isBlank(c)) {
                end = i + 1;
            }
        }
        return end;
    }

    private static int separatorEnd(String text, int start) {
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (isKeepTokens(text, i)) {
                i += KEEP_TOKENS.length();
            } else if (c == ',' || TagName.isBlank(c)) {
                i++;
            } else {
                break;
            }
        }
        return i;
    }

    /** Whether ||| stands here on its own: with blanks, commas or the text's ends around it. */
    private static boolean isKeepTokens(String text, int i) {
        int end = i + KEEP_TOKENS.length();
        return text.startsWith(KEEP_TOKENS, i)
                && (i == 0 || isFree(text.charAt(i - 1)))
                && (end == text.length() || isFree(text.charAt(end)));
    }

    private static boolean isFree(char c) {
        return c == ',' || TagName.isBlank(c);
    }
}
