package dev.fuda.dictionary.tag;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.name.TagName;
import dev.fuda.kernel.problem.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a person writes about a tag. When a tag is changed, fields that are left out stay as they are and an empty text
 * clears its field.
 *
 * @param version only for changes: the version that was read; a change on top of a newer one is refused
 */
public record TagInput(
        @Schema(examples = "long_hair", maxLength = 255) String tag,
        @Schema(implementation = Category.class) String category,
        @Schema(minimum = "0") Long count,
        @Schema(maxLength = 255) String displayName,
        List<String> aliases,
        @Schema(maxLength = 10_000) String description,
        @Schema(maxLength = 2_000) String wikiUrl,
        Boolean isDeprecated,
        Integer version) {

    private static final int MOST_ALIASES = 2000;
    private static final int LONGEST_DESCRIPTION = 10_000;
    private static final int LONGEST_URL = 2_000;

    /** The checked values; null means left out. */
    record Checked(
            String name,
            Category category,
            Integer count,
            String displayName,
            List<String> aliases,
            String description,
            String wikiUrl,
            Boolean deprecated) {

        /** Whether there is anything besides a name and a deprecation. */
        boolean saysMore() {
            return Stream.of(category, count, displayName, aliases, description, wikiUrl)
                            .anyMatch(Objects::nonNull)
                    || Boolean.FALSE.equals(deprecated);
        }
    }

    /** Checks every field and names all that are wrong in one problem. */
    @JsonIgnore
    Checked check(boolean isNew) {
        Problem problem = Problem.badRequest("bad-tag", "The tag can't be kept as it is; see the fields.");
        String name = tag == null && !isNew ? null : name("tag", tag, problem);
        Category kind = category(isNew, problem);
        if (count != null && (count < 0 || count > Integer.MAX_VALUE)) {
            problem.field("count", "between 0 and " + Integer.MAX_VALUE);
        }
        List<String> others = aliases(name, problem);
        text("display_name", displayName, TagName.LONGEST, problem);
        text("description", description, LONGEST_DESCRIPTION, problem);
        text("wiki_url", wikiUrl, LONGEST_URL, problem);
        if (wikiUrl != null
                && !wikiUrl.isBlank()
                && !wikiUrl.strip().toLowerCase(Locale.ROOT).matches("https?://\\S+")) {
            problem.field("wiki_url", "an address that starts with http:// or https://");
        }
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
        return new Checked(
                name,
                kind,
                count == null ? null : count.intValue(),
                strip(displayName),
                others,
                strip(description),
                strip(wikiUrl),
                isDeprecated);
    }

    private Category category(boolean isNew, Problem problem) {
        if (category == null && !isNew) {
            return null;
        }
        Category known =
                category == null ? null : Category.ofLabel(category.strip()).orElse(null);
        if (known == null) {
            problem.field("category", "one of " + Category.labels());
        }
        return known;
    }

    private List<String> aliases(String name, Problem problem) {
        if (aliases == null) {
            return null;
        }
        Set<String> checked = new LinkedHashSet<>();
        for (int i = 0; i < aliases.size(); i++) {
            String alias = name("aliases[" + i + "]", aliases.get(i), problem);
            if (alias != null && !alias.equals(name)) {
                checked.add(alias);
            }
        }
        if (checked.size() > MOST_ALIASES) {
            problem.field("aliases", "at most " + MOST_ALIASES);
        }
        return List.copyOf(checked);
    }

    static String name(String field, String text, Problem problem) {
        try {
            return TagName.of(text);
        } catch (IllegalArgumentException e) {
            problem.field(field, e.getMessage());
            return null;
        }
    }

    private static void text(String field, String text, int longest, Problem problem) {
        if (text != null && text.codePointCount(0, text.length()) > longest) {
            problem.field(field, "at most " + longest + " characters");
        }
        if (text != null && text.indexOf('\0') >= 0) {
            problem.field(field, "no NUL character");
        }
    }

    private static String strip(String text) {
        return text == null ? null : text.strip();
    }
}
