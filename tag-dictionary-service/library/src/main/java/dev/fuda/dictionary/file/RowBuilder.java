package dev.fuda.dictionary.file;

import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.name.TagName;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns the texts of a row into checked values. Every refusal is an {@link IllegalArgumentException} for a person. */
public final class RowBuilder {

    /** Most aliases of one tag; e621's longest list has 509. */
    static final int MOST_ALIASES = 2000;

    private static final int LONGEST_DESCRIPTION = 10_000;

    private final Vocabulary vocabulary;
    private final Category fallback;

    /** @param fallback the category of rows that name none, or null if each must */
    RowBuilder(Vocabulary vocabulary, Category fallback) {
        this.vocabulary = vocabulary;
        this.fallback = fallback;
    }

    /** The texts of a row as they stand in the file, none null. */
    record Texts(String name, String category, String count, String display, String description) {}

    /** @param aliases separated by commas */
    ImportRow row(long line, Texts texts, String aliases) {
        return row(line, texts, aliases.isBlank() ? List.of() : Arrays.asList(aliases.split(",")), null);
    }

    ImportRow row(long line, Texts texts, List<String> aliases, TagDetails details) {
        String canonical = TagName.of(texts.name());
        return new ImportRow(
                line,
                canonical,
                category(texts.category()),
                count(texts.count()),
                text(texts.display(), TagName.LONGEST, "display name"),
                aliases(aliases, canonical),
                text(texts.description(), LONGEST_DESCRIPTION, "description"),
                details);
    }

    private Category category(String text) {
        String given = text.strip();
        if (given.isEmpty()) {
            if (fallback == null) {
                throw new IllegalArgumentException("the category is missing");
            }
            return fallback;
        }
        Optional<Category> found =
                given.chars().allMatch(c -> c >= '0' && c <= '9') ? vocabulary.number(given) : Category.ofLabel(given);
        return found.orElseThrow(() -> new IllegalArgumentException(
                "there is no category '" + brief(given) + "' (known: " + Category.labels() + ")"));
    }

    static int count(String text) {
        String digits = text.strip();
        if (digits.isEmpty()) {
            return 0;
        }
        try {
            long count = Long.parseLong(digits);
            if (count >= 0 && count <= Integer.MAX_VALUE) {
                return (int) count;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the count '" + brief(digits) + "' is not a whole number", e);
        }
        throw new IllegalArgumentException("the count " + brief(digits) + " is not between 0 and " + Integer.MAX_VALUE);
    }

    private static List<String> aliases(List<String> parts, String name) {
        if (parts.isEmpty()) {
            return List.of();
        }
        Set<String> aliases = new LinkedHashSet<>();
        for (String part : parts) {
            if (!part.isBlank()) {
                aliases.add(alias(part));
            }
        }
        aliases.remove(name);
        if (aliases.size() > MOST_ALIASES) {
            throw new IllegalArgumentException(
                    "it has " + aliases.size() + " aliases, " + MOST_ALIASES + " are the most possible");
        }
        return List.copyOf(aliases);
    }

    private static String alias(String part) {
        try {
            return TagName.of(part);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("alias '" + brief(part) + "': " + e.getMessage(), e);
        }
    }

    private static String text(String text, int longest, String what) {
        String stripped = text.strip();
        if (stripped.codePointCount(0, stripped.length()) > longest) {
            throw new IllegalArgumentException("the " + what + " is longer than " + longest + " characters");
        }
        if (stripped.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the " + what + " holds a NUL character");
        }
        return stripped.isEmpty() ? null : stripped;
    }

    private static String brief(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
