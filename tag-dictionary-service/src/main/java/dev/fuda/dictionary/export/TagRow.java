package dev.fuda.dictionary.export;

import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.tag.Source;
import dev.fuda.dictionary.translation.Translation;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tag as it is written to a file, with all that an import of whole tags reads. */
@Schema(name = "ExportedTag")
record TagRow(
        String tag,
        Category category,
        int count,
        @Nullable String displayName,
        List<String> aliases,
        @Nullable String description,
        @Nullable String wikiUrl,
        Source source,
        boolean isOfficial,
        @Nullable String sourceName,
        boolean isDeprecated,
        @Nullable String replacement,
        List<Translation> translations) {}
