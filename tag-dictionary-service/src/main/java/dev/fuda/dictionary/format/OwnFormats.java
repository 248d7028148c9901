package dev.fuda.dictionary.format;

import dev.fuda.dictionary.operation.Tx;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Formats that people add beside those of the product, for the way of tagging of their own models. */
@ApplicationScoped
class OwnFormats {

    private static final int FIRST = 1_000;
    private static final int MOST = 1_000;

    @Inject
    Pool pool;

    /** A new format, whose tags may have all types under the numbers that all sites share. */
    Uni<FormatView> create(String name, @Nullable String description) {
        return Tx.run(pool, tx -> {
            tx.rows("lock table tag_format in share row exclusive mode");
            if (tx.row("select from tag_format where name = $1", name) != null) {
                throw Problem.conflict("name-taken", "There is already a format '" + name + "'.")
                        .field("name", "already in use");
            }
            Row row = tx.row("""
                    insert into tag_format (id, name, description)
                    select coalesce(max(id), %1$d - 1) + 1, $1, $2 from tag_format where id >= %1$d
                    having count(*) < %2$d and coalesce(max(id), 0) < 32767
                    returning id, name, description
                    """.formatted(FIRST, MOST), name, description);
            if (row == null) {
                throw Problem.unprocessable(
                        "too-many-formats",
                        "There are " + MOST + " own formats already. Delete one that nobody needs.");
            }
            tx.write(
                    "insert into tag_type_mapping (format_id, type_id, type_name_id) select $1, id, id from tag_type_name",
                    row.getShort("id"));
            return FormatView.of(row);
        });
    }

    /** Deletes a format with all that it says of tags; the tags stay. */
    Uni<Void> delete(int id) {
        return Tx.run(pool, tx -> {
            Row format = id > Short.MAX_VALUE || id < 0
                    ? null
                    : tx.row("select name from tag_format where id = $1 for update", (short) id);
            if (format == null) {
                throw Problem.notFound("format", id);
            }
            if (id < FIRST) {
                throw Problem.conflict(
                        "format-of-the-product",
                        "'" + format.getString("name") + "' belongs to the product. Only own formats can be deleted.");
            }
            for (String table : new String[] {"tag_status", "tag_usage_count", "tag_type_mapping"}) {
                tx.write("delete from " + table + " where format_id = $1", (short) id);
            }
            tx.write("delete from tag_format where id = $1", (short) id);
            return null;
        });
    }
}
