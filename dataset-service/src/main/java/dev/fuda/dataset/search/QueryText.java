package dev.fuda.dataset.search;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a query in the search language. */
final class QueryText {

    private QueryText() {}

    static String of(Query query) {
        return switch (query) {
            case Query.All() -> "";
            case Query.And(List<Query> parts) -> join(parts, ", ");
            case Query.Or(List<Query> parts) -> join(parts, " | ");
            case Query.Not(Query part) -> "-" + grouped(part);
            case Query.Tag(String name, boolean exact) -> exact ? quote(name) : escaped(name);
            case Query.Range range -> range.field().key() + ":" + bounds(range);
            case Query.Text(Query.TextField field, String value, boolean exact) ->
                field.key() + ":"
                        + (exact || field != Query.TextField.NAME && needsQuotes(value) ? quote(value) : value);
        };
    }

    private static String join(List<Query> parts, String separator) {
        // A disjunction inside a conjunction needs no parentheses, since | binds more tightly than the comma.
        boolean loose = separator.equals(", ");
        return parts.stream()
                .map(part -> loose && part instanceof Query.Or ? of(part) : grouped(part))
                .collect(Collectors.joining(separator));
    }

    private static String grouped(Query part) {
        if (!(part instanceof Query.And || part instanceof Query.Or)) {
            return of(part);
        }
        String inner = of(part);
        // A parenthesis or quote in the group could make its first one look like part of a tag; blanks keep it apart.
        boolean plain = inner.chars().noneMatch(c -> c == '(' || c == ')' || c == '"');
        return plain ? "(" + inner + ")" : "( " + inner + " )";
    }

    /** A name whose parentheses do not match would open or close groups; escaped, they do not. */
    private static String escaped(String name) {
        int balance = 0;
        int lowest = 0;
        for (int i = 0; i < name.length(); i++) {
            balance += nesting(name, i);
            lowest = Math.min(lowest, balance);
        }
        return balance == 0 && lowest == 0 ? name : name.replace("(", "\\(").replace(")", "\\)");
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
