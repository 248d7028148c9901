package dev.fuda.dataset.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.dataset.caption.CaptionChanges;
import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Rows of history. */
@ApplicationScoped
class OperationRepository {

    private static final String OF_DATASET =
            "where o.dataset_id = $1 and ($2::bigint is null or exists (select from operation_change c where c.operation_id = o.id and c.item_id = $2))";

    private final Pool pool;
    private final ObjectMapper json;

    OperationRepository(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** One item's part of an operation. */
    record Change(CaptionChanges before, CaptionChanges after) {}

    /** An operation with its dataset. */
    record Found(long dataset, Operation operation) {}

    /** The newest first. */
    Uni<List<Operation>> list(long dataset, Long item, Page page) {
        return pool.preparedQuery(
                        "select o.* from operation o " + OF_DATASET + " order by o.id desc limit $3 offset $4")
                .execute(Tuple.of(dataset, item, page.limit(), page.offset()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(OperationRepository::operation)
                        .toList());
    }

    Uni<Long> count(long dataset, Long item) {
        return pool.preparedQuery("select count(*) from operation o " + OF_DATASET)
                .execute(Tuple.of(dataset, item))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** @throws Problem 404 when there is none */
    Uni<Found> get(UUID id) {
        return pool.preparedQuery("select * from operation where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound("operation", id);
                    }
                    Row row = rows.iterator().next();
                    return new Found(row.getLong("dataset_id"), operation(row));
                });
    }

    /** What an operation did, by item. */
    Uni<Map<Long, Change>> changes(UUID id) {
        return pool.preparedQuery(
                        "select item_id, before::text as before, after::text as after from operation_change where operation_id = $1 order by item_id")
                .execute(Tuple.of(id))
                .map(rows -> {
                    Map<Long, Change> changes = new LinkedHashMap<>();
                    rows.forEach(row -> changes.put(
                            row.getLong("item_id"),
                            new Change(read(row.getString("before")), read(row.getString("after")))));
                    return changes;
                });
    }

    /** Marks an operation as undone, unless another undo was quicker. What it had undone itself is in force again. */
    Uni<Void> markUndone(SqlConnection tx, UUID id, UUID by) {
        return tx.preparedQuery("update operation set undone_by = $2 where id = $1 and undone_by is null")
                .execute(Tuple.of(id, by))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw alreadyUndone();
                    }
                })
                .flatMap(done -> tx.preparedQuery("update operation set undone_by = null where undone_by = $1")
                        .execute(Tuple.of(id)))
                .replaceWithVoid();
    }

    static Problem alreadyUndone() {
        return Problem.conflict("already-undone", "This was undone already. To have it back, undo the undo.");
    }

    private static Operation operation(Row row) {
        UUID undoneBy = row.getUUID("undone_by");
        return new Operation(
                row.getUUID("id"),
                row.getString("kind"),
                row.getString("title"),
                row.getString("author"),
                row.getInteger("items"),
                row.getOffsetDateTime("created_at").toInstant(),
                undoneBy,
                undoneBy == null);
    }

    private CaptionChanges read(String text) {
        try {
            return json.readValue(text, CaptionChanges.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("History cannot be read", e);
        }
    }
}
