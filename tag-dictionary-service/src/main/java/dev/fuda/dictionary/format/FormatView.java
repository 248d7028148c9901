package dev.fuda.dictionary.format;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A way of tagging: a site's, or a person's own.
 *
 * @param id below 1000 those of the product ({@code get_format_id}), from there on people's own
 */
@Schema(name = "TagFormat")
public record FormatView(int id, String name, @Nullable String description) {

    static FormatView of(Row row) {
        return new FormatView(row.getInteger("id"), row.getString("name"), row.getString("description"));
    }
}
