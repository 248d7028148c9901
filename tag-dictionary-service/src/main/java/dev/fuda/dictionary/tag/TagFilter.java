package dev.fuda.dictionary.tag;

import dev.fuda.dictionary.name.Category;
import dev.fuda.kernel.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which tags of the table are asked for, as the text and the parameters of a WHERE clause.
 *
 * @param where starts with {@code where}, or is empty
 */
record TagFilter(String where, List<Object> parameters) {

    private static final int LONGEST_SEARCH = 500;

    static TagFilter of(
            String category, String search, String match, String source, String official, String deprecated) {
        List<String> conditions = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        if (isGiven(category)) {
            Category known = Category.ofLabel(category.strip())
                    .orElseThrow(() -> bad("category", category, "all, " + Category.labels()));
            // A literal, so that the planner sees how many tags the category has.
            conditions.add("t.category = " + known.code());
        }
        if (isGiven(source)) {
            conditions.add("t.source = '" + source(source).label() + "'");
        }
        if (official != null && !official.isBlank()) {
            conditions.add(
                    switch (official.strip()) {
                        case "true" -> "t.is_official";
                        case "false" -> "not t.is_official";
                        default -> throw bad("official", official, "true, false");
                    });
        }
        switch (deprecated == null ? "hide" : deprecated) {
            case "hide" -> conditions.add("not t.is_deprecated");
            case "only" -> conditions.add("t.is_deprecated");
            case "show" -> {}
            default -> throw bad("deprecated", deprecated, "hide, show, only");
        }
        if (search != null && !search.isBlank()) {
            if (search.length() > LONGEST_SEARCH) {
                throw tooLong();
            }
            parameters.add(pattern(search, match == null ? "partial" : match));
            conditions.add("t.name like $" + parameters.size());
        }
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        return new TagFilter(where, parameters);
    }

    private static Source source(String text) {
        try {
            return Source.ofLabel(text);
        } catch (IllegalArgumentException e) {
            throw bad("source", text, "all, danbooru, user_custom, auto_detected");
        }
    }

    /** Matches names as they are kept, however blanks and case were typed; wildcards mean themselves. */
    private static String pattern(String search, String match) {
        String name = search.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace("\0", "");
        String literal = name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return switch (match) {
            case "partial" -> "%" + literal + "%";
            case "prefix" -> literal + "%";
            case "suffix" -> "%" + literal;
            case "exact" -> literal;
            default -> throw bad("match", match, "partial, prefix, suffix, exact");
        };
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank() && !text.equalsIgnoreCase("all");
    }

    private static Problem tooLong() {
        return Problem.badRequest(
                        "bad-search",
                        "search is longer than " + LONGEST_SEARCH + " characters, which no name of a tag is.")
                .field("search", "at most " + LONGEST_SEARCH + " characters");
    }

    static Problem bad(String parameter, String given, String possible) {
        return Problem.badRequest(
                        "bad-" + parameter.replace('_', '-'),
                        parameter + " can't be '" + given + "'. Possible are: " + possible + ".")
                .field(parameter, "one of " + possible);
    }
}
