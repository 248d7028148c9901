package dev.fuda.dataset.search;

import dev.fuda.dataset.caption.TagName;
import dev.fuda.dataset.search.Query.NumberField;
import dev.fuda.dataset.search.Query.Tag;
import dev.fuda.dataset.search.Query.Text;
import dev.fuda.dataset.search.Query.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the search language.
 *
 * <ul>
 *   <li>{@code a, b}: both. {@code a | b} (with blanks around): either; it binds more tightly than the comma.
 *   <li>{@code -a}: not. {@code (a | b)}, {@code -(a, b)}: groups.
 *   <li>{@code width:>=1024}, {@code type:pair}, {@code caption:"in the rain"}: conditions. What looks like one but has an
 *       unknown word before the colon is a tag ({@code re:zero}, {@code :d}).
 *   <li>{@code "…"}: exactly this tag, whatever it contains. Without quotes {@code *} and {@code ?} are patterns.
 *   <li>{@code (long hair:1.2)}, as prompts have it: the tag without its weight.
 * </ul>
 *
 * A parenthesis belongs to a tag ({@code star (symbol)}) unless it stands free: at the start of a term, and followed by a
 * blank or not closed within the term.
 */
public final class QueryParser extends QueryScanner {

    /** The longest search in characters. */
    public static final int MAX_LENGTH = 4000;

    /** The most conditions in one search. */
    public static final int MAX_TERMS = 200;

    /** The deepest nesting of groups. */
    public static final int MAX_DEPTH = 16;

    /** A tag and its weight: a number below 100, unlike the years in names. */
    private static final Pattern WEIGHTED = Pattern.compile("\\((.+):\\s*(\\d{1,2}(?:\\.\\d*)?|\\.\\d+)\\s*\\)");

    private int terms;

    private QueryParser(String text) {
        super(text);
    }

    /**
     * Reads a search; null and blank text ask for everything.
     *
     * @throws QuerySyntaxException when the text cannot be understood
     */
    public static Query parse(String text) {
        if (text == null || text.isBlank()) {
            return new Query.All();
        }
        QueryParser parser = new QueryParser(text);
        parser.checkCharacters();
        return parser.conjunction();
    }

    private Query conjunction() {
        int start = at;
        List<Query> parts = new ArrayList<>();
        while (true) {
            skipBlanks();
            if (atEnd() || peek() == ')' && depth > 0) {
                break;
            }
            if (peek() == ',') {
                at++;
                continue;
            }
            parts.add(disjunction());
        }
        if (parts.isEmpty() && depth > 0) {
            throw fail(start, "There is nothing between these parentheses. Delete them, or write what belongs there.");
        }
        return Query.and(parts);
    }

    private Query disjunction() {
        List<Query> parts = new ArrayList<>();
        if (isOr(at)) {
            throw fail(at, "There is nothing before this |. It stands between two tags: a | b.");
        }
        parts.add(negation());
        while (true) {
            skipBlanks();
            if (!isOr(at)) {
                return Query.or(parts);
            }
            int bar = at++;
            skipBlanks();
            if (atEnd() || peek() == ',' || isOr(at) || peek() == ')' && depth > 0) {
                throw fail(bar, "There is nothing after this |. It stands between two tags: a | b.");
            }
            parts.add(negation());
        }
    }

    private Query negation() {
        if (peek() != '-' || isFace()) {
            return primary();
        }
        int minus = at++;
        if (atEnd() || TagName.isBlank(peek()) || peek() == ',' || peek() == ')' && depth > 0) {
            throw fail(minus, "There is nothing right behind this -. Write -tag to leave a tag out.");
        }
        return Query.not(primary());
    }

    private Query primary() {
        if (++terms > MAX_TERMS) {
            throw fail(at, "A search has at most " + MAX_TERMS + " conditions. Leave some out.");
        }
        if (peek() == '(' && opensGroup()) {
            return group();
        }
        if (peek() == '"') {
            String quoted = quoted();
            if (quoted != null) {
                return tag(quoted, true, at);
            }
        }
        return term();
    }

    private Query group() {
        int open = at++;
        if (++depth > MAX_DEPTH) {
            throw fail(open, "Parentheses go at most " + MAX_DEPTH + " deep. Write this more simply.");
        }
        Query inner = conjunction();
        if (atEnd()) {
            throw fail(open, "This ( is never closed. Close it, or put a tag that contains it in quotes.");
        }
        at++;
        depth--;
        requireTermEnd("the )");
        return inner;
    }

    private Query term() {
        int start = at;
        int colon = text.indexOf(':', start);
        int end = termEnd(start);
        if (colon > start && colon < end) {
            String key = text.substring(start, colon).toLowerCase(Locale.ROOT);
            for (NumberField field : NumberField.values()) {
                if (field.key().equals(key)) {
                    at = end;
                    return NumberBounds.parse(field, text.substring(colon + 1, end), colon + 1);
                }
            }
            for (TextField field : TextField.values()) {
                if (field.key().equals(key) && !isTagDespiteKey(field, colon, end)) {
                    return textCondition(field, colon + 1);
                }
            }
        }
        at = end;
        return tag(unweighted(text.substring(start, end)), false, start);
    }

    /** No tag is called like a weighted one. */
    private static String unweighted(String term) {
        Matcher weighted = term.startsWith("(") ? WEIGHTED.matcher(term) : null;
        if (weighted == null || !weighted.matches() || !isBalanced(weighted.group(1))) {
            return term;
        }
        String inner = weighted.group(1).strip();
        return inner.isEmpty() || isCondition(inner, weighted.group(2)) ? term : unweighted(inner);
    }

    /** {@code (tags:5)} looks the same and has no weight; no {@code (height:1.2)} can be asked for. */
    private static boolean isCondition(String key, String number) {
        return Stream.of(NumberField.values())
                .anyMatch(field ->
                        field.key().equalsIgnoreCase(key) && (field == NumberField.RATIO || number.indexOf('.') < 0));
    }

    /** {@code type:_null} (also written {@code type: null} or {@code type:-null}) is a real tag. */
    private boolean isTagDespiteKey(TextField field, int colon, int end) {
        boolean apart = colon + 1 < end
                && ("_-".indexOf(text.charAt(colon + 1)) >= 0 || TagName.isBlank(text.charAt(colon + 1)));
        return field == TextField.TYPE && apart;
    }

    private Query textCondition(TextField field, int start) {
        at = start;
        skipBlanks();
        boolean exact = false;
        String value = null;
        if (!atEnd() && peek() == '"') {
            value = quoted();
            exact = value != null && field == TextField.NAME;
        }
        if (value == null) {
            int end = termEnd(at);
            value = text.substring(at, end);
            at = end;
        }
        if (value.isBlank()) {
            throw fail(
                    start,
                    "What should " + field.key() + ": be? Write it right behind the colon, or put a tag that is "
                            + "called like this in quotes.");
        }
        if (field.values.isEmpty()) {
            boolean caseless = field == TextField.HAS || field == TextField.SOURCE || field == TextField.GROUP;
            return new Text(field, caseless ? value.strip().toLowerCase(Locale.ROOT) : value, exact);
        }
        String lower = value.strip().toLowerCase(Locale.ROOT);
        String known = field == TextField.FORMAT && lower.equals("jpg") ? "jpeg" : lower;
        if (!field.values.contains(known)) {
            throw fail(
                    start,
                    "'" + value.strip() + "' is no " + field.key() + ". Write one of " + String.join(", ", field.values)
                            + "; a tag that is called like this goes in quotes.");
        }
        return new Text(field, known, false);
    }

    private Tag tag(String written, boolean exact, int position) {
        String name = TagName.canonical(written);
        if (name.equals("|") && !exact) {
            throw fail(position, "This | stands alone. Write a | b with blanks around it, or \"|\" for the tag.");
        }
        if (name.isEmpty() || name.length() > TagName.MAX_LENGTH) {
            throw fail(
                    position,
                    name.isEmpty()
                            ? "There is no tag between these quotes."
                            : "No tag is longer than " + TagName.MAX_LENGTH
                                    + " characters. To look for text in captions, write " + "caption:\"…\".");
        }
        return new Tag(name, exact);
    }
}
