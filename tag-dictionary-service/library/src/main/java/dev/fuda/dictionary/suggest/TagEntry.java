package dev.fuda.dictionary.suggest;

import dev.fuda.dictionary.name.Category;
import java.util.List;

/**
 * One tag as the index takes it in.
 *
 * @param id 1 to 2^31 - 1
 * @param count posts with this tag, 0 when unknown
 * @param displayName null when it is the name
 * @param translations in other languages, the one to be shown first
 * @param deprecated resolved by its name but never suggested
 */
public record TagEntry(
        long id,
        String name,
        Category category,
        int count,
        String displayName,
        boolean deprecated,
        List<String> aliases,
        List<String> translations) {

    public TagEntry {
        aliases = List.copyOf(aliases);
        translations = List.copyOf(translations);
    }

    /** A tag without translations. */
    public TagEntry(
            long id,
            String name,
            Category category,
            int count,
            String displayName,
            boolean deprecated,
            List<String> aliases) {
        this(id, name, category, count, displayName, deprecated, aliases, List.of());
    }
}
