package dev.fuda.dictionary.overlay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fuda.dictionary.file.OverlayFile;
import dev.fuda.dictionary.file.OverlayTag;
import dev.fuda.dictionary.live.IndexFeed;
import dev.fuda.dictionary.operation.Tx;
import dev.fuda.kernel.event.DictionaryEvent.SnapshotInstalled;
import dev.fuda.kernel.stream.Outbox;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;

/**
 * Puts on the base what people said over another one, as one transaction that holds the graph: two imports, and whoever
 * changes aliases meanwhile, come one after the other. What people said here and the file does not know, stays. Blocking.
 */
@ApplicationScoped
class OverlayImport {

    /** Fewer edits are put on the index one by one; more are cheaper as a new one. */
    private static final int FEW = 300;

    private final Pool pool;
    private final Outbox outbox;
    private final IndexFeed feed;
    private final ObjectMapper json;

    OverlayImport(Pool pool, Outbox outbox, IndexFeed feed, ObjectMapper json) {
        this.pool = pool;
        this.outbox = outbox;
        this.feed = feed;
        this.json = json;
    }

    /** Ends the transaction of a dry run, so that nothing of it is kept. */
    private static final class OnlyTried extends RuntimeException {
        private static final long serialVersionUID = 1;

        OnlyTried() {
            super("only tried", null, false, false);
        }
    }

    OverlayReport run(OverlayFile file, boolean dryRun, String author) throws IOException {
        OverlayList list = new OverlayList();
        file.read(list);
        try {
            int touched =
                    Tx.run(pool, tx -> run(tx, list, dryRun, author)).await().indefinitely();
            if (touched > 0) {
                (touched <= FEW ? feed.caughtUp() : feed.rebuilt()).await().indefinitely();
            }
        } catch (OnlyTried _) {
            return list.report(true);
        }
        return list.report(false);
    }

    private int run(Tx tx, OverlayList list, boolean dryRun, String author) {
        list.beginAgain();
        OverlayWork work = new OverlayWork(tx, list, author);
        work.perform(this::rows);
        if (dryRun) {
            throw new OnlyTried();
        }
        announce(tx, work);
        return work.touched().size();
    }

    private void announce(Tx tx, OverlayWork work) {
        Long[] touched = work.touched().toArray(Long[]::new);
        if (touched.length == 0) {
            return;
        }
        tx.write(OverlaySql.TOUCH, (Object) touched);
        tx.write("insert into tag_change (tag_id) select unnest($1::bigint[])", (Object)
                (touched.length <= FEW ? touched : new Long[] {null}));
        tx.await(outbox.append(
                tx.connection(),
                new SnapshotInstalled(UUID.randomUUID(), work.created(), touched.length - work.created())));
    }

    /** Tags as the database takes many at once. */
    private String rows(Iterable<OverlayTag> tags) {
        ArrayNode rows = json.createArrayNode();
        for (OverlayTag tag : tags) {
            ObjectNode row = rows.addObject()
                    .put("tag", tag.name())
                    .put("is_own", tag.own())
                    .put("count", tag.count())
                    .put("display_name", tag.displayName())
                    .put("description", tag.description())
                    .put("wiki_url", tag.wikiUrl());
            if (tag.category() != null) {
                row.put("category", tag.category().code());
            }
            tag.fields().forEach(row.putArray("fields")::add);
        }
        return rows.toString();
    }
}
