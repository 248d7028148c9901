package dev.fuda.dataset.search;

import dev.fuda.dataset.search.Query.NumberField;
import dev.fuda.dataset.search.Query.Range;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the right side of {@code width:>=1024}, {@code size:1.5mb..4mb}, {@code ratio:16/9}. */
final class NumberBounds {

    private static final Pattern COMPARISON = Pattern.compile("(>=|<=|≥|≤|==|=|>|<)?\\s*([^<>=≥≤]*)");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)\\s*(b|kb|mb|gb)?");
    private static final Pattern FRACTION =
            Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)\\s*[/:]\\s*(\\d{1,6}(?:\\.\\d{1,6})?)");

    /** How far apart two ratios may be and still count as the same: 1920×1081 is 16:9 to everybody. */
    static final double RATIO_TOLERANCE = 0.01;

    /** Beyond it a double no longer tells whole numbers apart. */
    private static final double MAX = 1L << 53;

    private NumberBounds() {}

    /** @throws QuerySyntaxException at {@code position} when the text is no such condition */
    static Range parse(NumberField field, String text, int position) {
        int dots = text.indexOf("..");
        if (dots >= 0) {
            String low = text.substring(0, dots).strip();
            String high = text.substring(dots + 2).strip();
            if (low.isEmpty() && high.isEmpty()) {
                throw misread(field, text, position);
            }
            return range(
                    field,
                    low.isEmpty() ? Double.NEGATIVE_INFINITY : number(field, low, position),
                    high.isEmpty() ? Double.POSITIVE_INFINITY : number(field, high, position),
                    position);
        }
        Matcher comparison = COMPARISON.matcher(text.strip());
        if (!comparison.matches()) {
            throw misread(field, text, position);
        }
        double value = number(field, comparison.group(2).strip(), position);
        String operator = comparison.group(1) == null ? "=" : comparison.group(1);
        return switch (operator) {
            case ">" -> new Range(field, value, true, Double.POSITIVE_INFINITY, false);
            case ">=", "≥" -> new Range(field, value, false, Double.POSITIVE_INFINITY, false);
            case "<" -> new Range(field, Double.NEGATIVE_INFINITY, false, value, true);
            case "<=", "≤" -> new Range(field, Double.NEGATIVE_INFINITY, false, value, false);
            default -> new Range(field, value, false, value, false);
        };
    }

    private static Range range(NumberField field, double low, double high, int position) {
        if (low > high) {
            throw new QuerySyntaxException(
                    position, "The range " + field.key() + ": starts above its end. Write the smaller number first.");
        }
        return new Range(field, low, false, high, false);
    }

    private static double number(NumberField field, String text, int position) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (field == NumberField.RATIO) {
            Matcher fraction = FRACTION.matcher(lower);
            if (fraction.matches() && Double.parseDouble(fraction.group(2)) > 0) {
                return rounded(Double.parseDouble(fraction.group(1)) / Double.parseDouble(fraction.group(2)));
            }
        }
        Matcher number = NUMBER.matcher(lower);
        if (!number.matches() || number.group(2) != null && field != NumberField.SIZE) {
            throw misread(field, text, position);
        }
        double value = Double.parseDouble(number.group(1)) * unit(number.group(2));
        if (value > MAX) {
            throw misread(field, text, position);
        }
        return switch (field) {
            case SIZE -> Math.rint(value);
            case RATIO -> value;
            case WIDTH, HEIGHT, TAGS, ID -> {
                if (value != Math.rint(value)) {
                    throw misread(field, text, position);
                }
                yield value;
            }
        };
    }

    /** To nine digits, so that a fraction and what it prints as are the same number. */
    private static double rounded(double value) {
        return Math.rint(value * 1e9) / 1e9;
    }

    private static double unit(String name) {
        return switch (name) {
            case "kb" -> 1024;
            case "mb" -> 1024 * 1024;
            case "gb" -> 1024 * 1024 * 1024;
            case null, default -> 1;
        };
    }

    private static QuerySyntaxException misread(NumberField field, String text, int position) {
        String example = switch (field) {
            case WIDTH -> "width:>=1024, width:512..1024";
            case HEIGHT -> "height:<512, height:512..1024";
            case TAGS -> "tags:>10, tags:0";
            case SIZE -> "size:>2mb, size:100kb..1mb";
            case RATIO -> "ratio:16/9, ratio:>1.5";
            case ID -> "id:17, id:10..20";
        };
        return new QuerySyntaxException(
                position,
                "'" + text.strip() + "' is no condition for " + field.key() + ":. Write it like " + example
                        + "; a tag that is called like this goes in quotes.");
    }
}
