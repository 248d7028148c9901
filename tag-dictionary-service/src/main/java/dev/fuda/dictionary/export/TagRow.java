package dev.fuda.dictionary.export;

import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.tag.Source;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tag as it is written to a file, with all that a person may want back. */
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
        boolean isDeprecated) {}
