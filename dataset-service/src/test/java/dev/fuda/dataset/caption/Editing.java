package dev.fuda.dataset.caption;

import dev.fuda.dataset.TestDatabase;
import dev.fuda.dataset.item.NewTagNames;
import dev.fuda.kernel.event.EventCodec;
import dev.fuda.kernel.event.EventIds;
import dev.fuda.kernel.stream.Outbox;
import dev.fuda.kernel.web.JsonDefaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The editor over a database and a folder, without a container. */
public final class Editing implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TestDatabase database;
    private final CaptionFileWriter writer;
    private final CaptionFileLoop loop;
    private final CaptionEditor editor;

    public Editing(TestDatabase database, Path root) {
        this.database = database;
        var json = JsonDefaults.mapper();
        CaptionFiles files = new CaptionFiles(path -> path.startsWith(root));
        this.writer = new CaptionFileWriter(database.pool(), files, json);
        this.loop = new CaptionFileLoop(writer);
        this.editor = new CaptionEditor(
                database.pool(),
                new CaptionReader(json),
                new CaptionStore(json),
                NewTagNames.over(database.pool()),
                new OperationRows(json, new Outbox(new EventCodec(json), "dataset-service")),
                loop);
        loop.start(null);
    }

    public CaptionEditor editor() {
        return editor;
    }

    /** All items of the database get these tags behind those they have, as one operation; its id. */
    public UUID addToAll(String tag) {
        List<Long> items = StreamSupport.stream(
                        database.run("select id from item order by id").spliterator(), false)
                .map(row -> row.getLong("id"))
                .toList();
        UUID operation = EventIds.next();
        editor.apply(new OperationHeader(operation, "retag", "Added " + tag, "test"), items, item -> {
                    CaptionState before = item.captionOrNew(new CaptionState.Key("tags", "main"));
                    List<TagState> tags = new java.util.ArrayList<>(before.tags());
                    tags.add(TagState.manual(tag, null));
                    return List.of(CaptionEditor.Wanted.of(before.retagged(tags)));
                })
                .await()
                .atMost(PATIENCE);
        return operation;
    }

    /** Writes files until none waits. */
    public void finishFiles() {
        List<Long> waiting;
        do {
            waiting = writer.waiting(1_000).await().atMost(PATIENCE);
            writer.write(waiting).await().atMost(PATIENCE);
        } while (!waiting.isEmpty());
    }

    @Override
    public void close() {
        loop.stop(null);
    }
}
