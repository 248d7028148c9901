package dev.fuda.dictionary.database;

import java.util.Locale;

/**
 * What {@link TagDatabase#searchTags} looks for, with the eight parameters of {@code search_tags}. All that is given must
 * hold; null and {@code All} mean anything.
 *
 * @param keyword a whole tag, source tag or translation in any case; {@code *} stands for anything
 * @param partial whether a part of it is enough
 * @param formatName only tags of this format, counted and typed as there
 * @param language only tags with a translation into it
 * @param minUsage lowest count
 * @param maxUsage highest count
 */
public record TagQuery(
        String keyword,
        boolean partial,
        String formatName,
        String typeName,
        String language,
        Long minUsage,
        Long maxUsage,
        Boolean alias) {

    /** A tag, source tag or translation of exactly this text. */
    public static TagQuery of(String keyword) {
        return new TagQuery(keyword, false, null, null, null, null, null, null);
    }

    public TagQuery partially() {
        return new TagQuery(keyword, true, formatName, typeName, language, minUsage, maxUsage, alias);
    }

    public TagQuery inFormat(String name) {
        return new TagQuery(keyword, partial, name, typeName, language, minUsage, maxUsage, alias);
    }

    public TagQuery ofType(String name) {
        return new TagQuery(keyword, partial, formatName, name, language, minUsage, maxUsage, alias);
    }

    public TagQuery translatedInto(String tongue) {
        return new TagQuery(keyword, partial, formatName, typeName, tongue, minUsage, maxUsage, alias);
    }

    public TagQuery used(Long least, Long most) {
        return new TagQuery(keyword, partial, formatName, typeName, language, least, most, alias);
    }

    static String given(String text) {
        return text == null || text.isBlank() || text.equalsIgnoreCase("all")
                ? null
                : text.strip().toLowerCase(Locale.ROOT);
    }
}
