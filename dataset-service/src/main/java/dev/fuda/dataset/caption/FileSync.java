package dev.fuda.dataset.caption;

import dev.fuda.dataset.caption.ItemEdit.CaptionEdit;
import dev.fuda.dataset.caption.ItemState.StoredCaption;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts into history what a scan takes over from changed caption files, so that it can be taken back like an edit. */
@ApplicationScoped
public class FileSync {

    private final CaptionReader reader;
    private final OperationRows operations;

    FileSync(CaptionReader reader, OperationRows operations) {
        this.reader = reader;
        this.operations = operations;
    }

    /** The captions of items that are about to be changed in this transaction. */
    public Uni<Map<Long, ItemState>> before(SqlConnection tx, Collection<Long> items) {
        return items.isEmpty() ? Uni.createFrom().item(Map.of()) : reader.load(tx, items);
    }

    /** Records what is different now. Parts of one operation have one header. */
    public Uni<Void> record(SqlConnection tx, OperationHeader operation, Map<Long, ItemState> before) {
        if (before.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return reader.load(tx, before.keySet())
                .map(after -> before.values().stream()
                        .map(item -> edit(item, after.get(item.id())))
                        .filter(edit -> !edit.captions().isEmpty())
                        .toList())
                .flatMap(edits ->
                        edits.isEmpty() ? Uni.createFrom().voidItem() : operations.append(tx, operation, edits));
    }

    private static ItemEdit edit(ItemState before, ItemState after) {
        Set<CaptionState.Key> keys = new LinkedHashSet<>();
        before.captions().forEach(caption -> keys.add(caption.state().key()));
        after.captions().forEach(caption -> keys.add(caption.state().key()));
        List<CaptionEdit> edits = new ArrayList<>();
        for (CaptionState.Key key : keys) {
            CaptionState was = state(before, key);
            CaptionState is = state(after, key);
            if (is == null ? was != null : !is.saysTheSameAs(was)) {
                edits.add(new CaptionEdit(was, is, null));
            }
        }
        return new ItemEdit(before, edits);
    }

    private static CaptionState state(ItemState item, CaptionState.Key key) {
        return item.caption(key).map(StoredCaption::state).orElse(null);
    }
}
