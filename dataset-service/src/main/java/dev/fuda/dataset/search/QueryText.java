package dev.fuda.dataset.search;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a query in the search language: in the plainest way, and where that would be read as something else, because
 * a name looks like a part of the language, with care for each name.
 */
final class QueryText {

    private final boolean careful;

    private QueryText(boolean careful) {
        this.careful = careful;
    }

    static String of(Query query) {
        String plain = new QueryText(false).write(query);
        return reads(plain, query) ? plain : new QueryText(true).write(query);
    }

    private static boolean reads(String written, Query query) {
        try {
            return QueryParser.parse(written).equals(query);
        } catch (QuerySyntaxException unreadable) {
            return false;
        }
    }

    private String write(Query query) {
        return switch (query) {
            case Query.All() -> "";
            case Query.And(List<Query> parts) -> join(parts, ", ");
            case Query.Or(List<Query> parts) -> join(parts, " | ");
            case Query.Not(Query part) -> denied(part);
            case Query.Tag tag -> tag(tag);
            case Query.Range range -> range.field().key() + ":" + bounds(range);
            case Query.Text(Query.TextField field, String value, boolean exact) ->
                field.key() + ":"
                        + (exact || field != Query.TextField.NAME && needsQuotes(value) ? quote(value) : value);
        };
    }

    private String join(List<Query> parts, String separator) {
        // A disjunction inside a conjunction needs no parentheses, since | binds more tightly than the comma.
        boolean loose = separator.equals(", ");
        return parts.stream()
                .map(part -> loose && part instanceof Query.Or ? write(part) : grouped(part))
                .collect(Collectors.joining(separator));
    }

    /**
     * With care: a name as it is, or with its parentheses escaped, or as what is not the opposite, since a minus before
     * a name is part of it only behind another. What can't be written so is asked for in quotes.
     */
    private String tag(Query.Tag tag) {
        if (tag.exact() || !careful) {
            return tag.exact() ? quote(tag.name()) : balanced(tag.name());
        }
        return Stream.of(balanced(tag.name()), escaped(tag.name()), "-( -" + escaped(tag.name()) + " )")
                .filter(written -> readsAnywhere(written, tag))
                .findFirst()
                .orElseGet(() -> quote(tag.name()));
    }

    private String denied(Query part) {
        if (careful && part instanceof Query.Tag tag && !tag.exact()) {
            return Stream.of("-" + balanced(tag.name()), "-" + escaped(tag.name()), "-( " + tag(tag) + " )")
                    .filter(written -> readsAnywhere(written, new Query.Not(tag)))
                    .findFirst()
                    .orElseGet(() -> "-" + quote(tag.name()));
        }
        return "-" + grouped(part);
    }

    private static boolean readsAnywhere(String written, Query query) {
        return reads(written, query) && reads("( " + written + " )", query);
    }

    private String grouped(Query part) {
        if (!(part instanceof Query.And || part instanceof Query.Or)) {
            return write(part);
        }
        String inner = write(part);
        // A parenthesis or quote in the group could make its first one look like part of a tag; blanks keep it apart.
        boolean plain = inner.chars().noneMatch(c -> c == '(' || c == ')' || c == '"');
        return plain ? "(" + inner + ")" : "( " + inner + " )";
    }

    /** A name whose parentheses do not match would open or close groups; escaped, they do not. */
    private static String balanced(String name) {
        int balance = 0;
        int lowest = 0;
        for (int i = 0; i < name.length(); i++) {
            balance += nesting(name, i);
            lowest = Math.min(lowest, balance);
        }
        return balance == 0 && lowest == 0 ? name : escaped(name);
    }

    private static String escaped(String name) {
        return name.replace("(", "\\(").replace(")", "\\)");
    }

    /** 1 for an opening parenthesis, -1 for a closing one, 0 for anything else and behind a backslash. */
    static int nesting(String text, int i) {
        if (i > 0 && text.charAt(i - 1) == '\\') {
            return 0;
        }
        return text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
    }

    private static String bounds(Query.Range range) {
        if (range.low() == range.high()) {
            return number(range.low());
        }
        if (range.high() == Double.POSITIVE_INFINITY) {
            return (range.lowOpen() ? ">" : ">=") + number(range.low());
        }
        if (range.low() == Double.NEGATIVE_INFINITY) {
            return (range.highOpen() ? "<" : "<=") + number(range.high());
        }
        return number(range.low()) + ".." + number(range.high());
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static boolean needsQuotes(String value) {
        return !value.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-.*?/#".indexOf(c) >= 0);
    }
}
