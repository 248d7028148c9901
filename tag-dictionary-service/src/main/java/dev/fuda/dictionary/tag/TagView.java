package dev.fuda.dictionary.tag;

import dev.fuda.dictionary.name.Category;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tag as the dictionary keeps it.
 *
 * @param displayName how it is shown, null when as its name
 * @param replacement what to write instead of a deprecated tag, null when nothing is set
 * @param ownFields what people say and no list changes; with {@code tag} when the tag itself or its name is theirs
 * @param version counts edits; send it back (or as If-Match) so that an edit of somebody else is not lost
 */
public record TagView(
        long id,
        String tag,
        Category category,
        int count,
        @Nullable String displayName,
        List<String> aliases,
        @Nullable String description,
        @Nullable String wikiUrl,
        Source source,
        boolean isOfficial,
        boolean isDeprecated,
        @Nullable String replacement,
        List<String> ownFields,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    static TagView of(Row row) {
        String[] aliases = row.getArrayOfStrings("aliases");
        return new TagView(
                row.getLong("id"),
                row.getString("name"),
                Category.ofCode(row.getInteger("category")),
                row.getInteger("count"),
                row.getString("display_name"),
                aliases == null ? List.of() : List.of(aliases),
                row.getString("description"),
                row.getString("wiki_url"),
                Source.ofLabel(row.getString("source")),
                row.getBoolean("is_official"),
                row.getBoolean("is_deprecated"),
                row.getString("replacement"),
                OwnFields.of(row),
                row.getInteger("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }
}
