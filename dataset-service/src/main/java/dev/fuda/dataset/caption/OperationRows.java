package dev.fuda.dataset.caption;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.dataset.caption.ItemEdit.CaptionEdit;
import dev.fuda.kernel.event.DatasetEvent.ItemRetagged;
import dev.fuda.kernel.stream.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes an operation with the state of every caption before and after it, and announces it. */
@ApplicationScoped
class OperationRows {

    /** An operation that comes in parts (a tagging job) counts them together. */
    private static final String OPERATION = """
            insert into operation as o (id, dataset_id, kind, title, author, items) values ($1, $2, $3, $4, $5, $6)
            on conflict (id) do update set items = o.items + excluded.items
            """;

    private static final String CHANGES = """
            insert into operation_change (operation_id, item_id, before, after)
            select $1, item, before::jsonb, after::jsonb from unnest($2::bigint[], $3::text[], $4::text[]) as g(item, before, after)
            on conflict (operation_id, item_id) do update set after = excluded.after
            """;

    private final ObjectMapper json;
    private final Outbox outbox;

    OperationRows(ObjectMapper json, Outbox outbox) {
        this.json = json;
        this.outbox = outbox;
    }

    /** All edits are of one dataset. */
    Uni<Void> append(SqlConnection tx, OperationHeader operation, List<ItemEdit> edits) {
        long dataset = edits.getFirst().item().datasetId();
        Tuple changes = Tuple.of(operation.id())
                .addArrayOfLong(edits.stream().map(edit -> edit.item().id()).toArray(Long[]::new))
                .addArrayOfString(
                        edits.stream().map(edit -> states(edit, false)).toArray(String[]::new))
                .addArrayOfString(edits.stream().map(edit -> states(edit, true)).toArray(String[]::new));
        return tx.preparedQuery(OPERATION)
                .execute(Tuple.of(
                        operation.id(), dataset, operation.kind(), operation.title(), operation.author(), edits.size()))
                .flatMap(done -> tx.preparedQuery(CHANGES).execute(changes))
                .flatMap(done -> tx.preparedQuery("update dataset set updated_at = now() where id = $1")
                        .execute(Tuple.of(dataset)))
                .flatMap(done -> outbox.append(
                        tx,
                        edits.stream()
                                .map(edit -> new ItemRetagged(
                                        dataset, edit.item().id(), operation.id(), edit.added(), edit.removed()))
                                .toList()));
    }

    private String states(ItemEdit edit, boolean after) {
        List<CaptionChanges.Entry> entries = edit.captions().stream()
                .map(caption -> entry(caption, after ? caption.after() : caption.before()))
                .toList();
        try {
            return json.writeValueAsString(new CaptionChanges(entries));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A caption cannot be written as JSON", e);
        }
    }

    private static CaptionChanges.Entry entry(CaptionEdit edit, CaptionState state) {
        return new CaptionChanges.Entry(edit.key().type(), edit.key().subtype(), state);
    }
}
