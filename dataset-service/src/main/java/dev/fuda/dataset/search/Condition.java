package dev.fuda.dataset.search;

import java.util.List;

/**
 * A condition over {@code item i} as SQL.
 *
 * @param where the text after {@code where}
 * @param parameters the values of {@code $1}, {@code $2}, …
 */
public record Condition(String where, List<Object> parameters) {}
