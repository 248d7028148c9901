package dev.fuda.dictionary.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did to the dictionary.
 *
 * @param title for people, such as "Merge longhair into long_hair"
 * @param impact as it was when it was done
 * @param undoneAt null while it is in force
 */
@Schema(name = "DictionaryOperation")
public record OperationView(
        UUID id,
        OperationKind kind,
        String title,
        String author,
        Impact impact,
        Instant createdAt,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy) {

    static final String COLUMNS = "id, kind, title, author, impact::text as impact, created_at, undone_at, undone_by";

    static OperationView of(Row row, ObjectMapper json) {
        try {
            return new OperationView(
                    row.getUUID("id"),
                    OperationKind.ofLabel(row.getString("kind")),
                    row.getString("title"),
                    row.getString("author"),
                    json.readValue(row.getString("impact"), Impact.class),
                    row.getOffsetDateTime("created_at").toInstant(),
                    row.getOffsetDateTime("undone_at") == null
                            ? null
                            : row.getOffsetDateTime("undone_at").toInstant(),
                    row.getString("undone_by"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An operation cannot be read", e);
        }
    }
}
