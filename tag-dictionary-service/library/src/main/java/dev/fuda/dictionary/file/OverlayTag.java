package dev.fuda.dictionary.file;

import dev.fuda.dictionary.name.Category;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a tag. Whatever is not among the fields is left to the base.
 *
 * @param own whether the tag itself is the person's, to be made where the base does not have it
 * @param fields which of category, count, display_name and description are given; a text among them may be null, and is
 *     then wanted empty
 * @param replacement what to write instead, only of deprecated tags
 */
public record OverlayTag(
        String name,
        boolean own,
        Set<String> fields,
        @Nullable Category category,
        int count,
        @Nullable String displayName,
        @Nullable String description,
        @Nullable String wikiUrl,
        boolean deprecated,
        @Nullable String replacement,
        List<String> aliases,
        List<Translated> translations) {

    /**
     * The tag's name in a language.
     *
     * @param source who says so
     * @param position where it stands among all translations of the tag, from 0
     */
    public record Translated(String language, String translation, String source, int position) {}
}
