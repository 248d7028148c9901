package dev.fuda.dictionary.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only whole tags tell of themselves, as an export in JSON writes them.
 *
 * @param source one of {@link #SOURCES}; null when the file does not say it
 * @param official null when the file does not say it
 * @param sourceName as its source writes it, where that differs
 * @param replacement what to write instead, only of deprecated tags
 * @param translations in the order in which they are offered
 */
public record TagDetails(
        @Nullable String wikiUrl,
        @Nullable String source,
        @Nullable Boolean official,
        @Nullable String sourceName,
        boolean deprecated,
        @Nullable String replacement,
        List<Translated> translations) {

    /** Where tags come from. */
    public static final List<String> SOURCES = List.of("danbooru", "user_custom", "auto_detected");

    /**
     * The tag's name in a language.
     *
     * @param language a tag of BCP 47 in lower case, such as {@code ja} or {@code zh-tw}
     * @param source who says so
     */
    public record Translated(String language, String translation, String source) {}
}
