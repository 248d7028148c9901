package dev.fuda.dictionary.vocabulary;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The tags of a site on a day, or of a model.
 *
 * @param snapshotDate of which day it is, if known
 * @param tags how many tags of the dictionary are in it
 */
@Schema(name = "Vocabulary")
public record VocabularyView(
        long id,
        String name,
        VocabularyKind kind,
        @Nullable LocalDate snapshotDate,
        @Nullable String description,
        @Nullable String fileName,
        int tags,
        Instant createdAt) {

    static VocabularyView of(Row row) {
        return new VocabularyView(
                row.getLong("id"),
                row.getString("name"),
                VocabularyKind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT)),
                row.getLocalDate("snapshot_date"),
                row.getString("description"),
                row.getString("file_name"),
                row.getInteger("tags"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
