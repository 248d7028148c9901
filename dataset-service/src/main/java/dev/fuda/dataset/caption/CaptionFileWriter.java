package dev.fuda.dataset.caption;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.dataset.caption.CaptionFiles.ChangedOnDisk;
import dev.fuda.dataset.caption.CaptionFiles.Snapshot;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;

/**
 * Brings caption files up to the database. The database is written first; the mark that the file has to follow is part
 * of that transaction, so a crash in between only delays the file.
 */
@ApplicationScoped
public class CaptionFileWriter {

    /** Waits for the rows: whoever holds one is writing that file right now. */
    private static final String CLAIM = """
            select c.id, c.item_id, c.content, c.style::text as style, c.relative_path, c.base_hash, c.remove_file, d.id as dataset,
                d.path as root, i.directory
            from caption c join item i on i.id = c.item_id join dataset d on d.id = i.dataset_id
            where c.id = any($1) and (c.dirty or c.remove_file) and c.relative_path is not null
                and not exists (select from caption_conflict x where x.caption_id = c.id)
            order by c.id for no key update of c
            """;

    private static final String WRITTEN = """
            update caption c set base_hash = g.hash, file_size = g.size, file_mtime = g.mtime, dirty = false,
                write_after = null, write_error = null
            from unnest($1::bigint[], $2::text[], $3::bigint[], $4::bigint[]) as g(id, hash, size, mtime) where c.id = g.id
            """;

    private static final String CONFLICT = """
            insert into caption_conflict (caption_id, disk_hash, disk_content) values ($1, $2, $3)
            on conflict (caption_id) do update set disk_hash = excluded.disk_hash, disk_content = excluded.disk_content,
                seen_at = now()
            """;

    private static final String LATER =
            "update caption set write_after = now() + interval '30 seconds', write_error = $2 where id = $1";

    private static final String PROBLEM = """
            insert into file_problem (dataset_id, item_id, directory, relative_path, reason, detail) values ($1, $2, $3, $4, $5, $6)
            on conflict (dataset_id, relative_path, reason) do update set detail = excluded.detail, seen_at = now()
            """;

    private static final String SOLVED = """
            delete from file_problem p using unnest($1::bigint[], $2::text[]) as g(dataset, path)
            where p.dataset_id = g.dataset and p.relative_path = g.path and p.reason in ('caption_unwritten', 'caption_conflict')
            """;

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final Pool pool;
    private final CaptionFiles files;
    private final ObjectMapper json;

    CaptionFileWriter(Pool pool, CaptionFiles files, ObjectMapper json) {
        this.pool = pool;
        this.files = files;
        this.json = json;
    }

    /** A look at the files before they are edited. */
    CaptionLook look() {
        return new CaptionLook(files);
    }

    /** A caption whose file has to follow. */
    private record Task(
            long id,
            long item,
            long dataset,
            Path root,
            String directory,
            String path,
            String content,
            FileStyle style,
            String baseHash,
            boolean remove) {}

    /** What came of a task: a snapshot, or that the file is gone (neither), a conflicting file, or a failure. */
    private record Result(Task task, Snapshot written, Snapshot conflict, String failure) {
        boolean settled() {
            return conflict == null && failure == null;
        }
    }

    /**
     * Writes the files of these captions, as far as they have to follow. Files that another program changed become
     * conflicts; those that cannot be written are tried again later.
     */
    public Uni<Void> write(Collection<Long> captions) {
        if (captions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        // The row stays locked while its file is written: whoever edits the caption now waits for these milliseconds.
        return pool.withTransaction(tx -> tx.preparedQuery(CLAIM)
                .execute(Tuple.of(captions.toArray(Long[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::task)
                        .toList())
                .flatMap(tasks -> Uni.createFrom().item(() -> performAll(tasks)).runSubscriptionOn(THREADS))
                .flatMap(results -> record(tx, results)));
    }

    /** Captions whose files have to follow and can be tried now, at most {@code limit}. */
    Uni<List<Long>> waiting(int limit) {
        return pool.preparedQuery("""
                        select c.id from caption c where (c.dirty or c.remove_file) and c.relative_path is not null
                            and (c.write_after is null or c.write_after < now())
                            and not exists (select from caption_conflict x where x.caption_id = c.id)
                        order by c.id limit $1
                        """)
                .execute(Tuple.of(limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getLong("id"))
                        .toList());
    }

    /** Side by side: most of the time goes into waiting for the disk. */
    private List<Result> performAll(List<Task> tasks) {
        List<Future<Result>> running =
                tasks.stream().map(task -> THREADS.submit(() -> perform(task))).toList();
        return running.stream().map(CaptionFileWriter::result).toList();
    }

    private static Result result(Future<Result> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while files were written", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A file could not be written", e.getCause());
        }
    }

    private Result perform(Task task) {
        try {
            if (task.remove()) {
                return remove(task);
            }
            byte[] bytes = task.style().encode(task.content());
            return write(task, bytes);
        } catch (IOException | RuntimeException e) {
            // Whatever is wrong with one file must not keep the others from being written.
            return new Result(task, null, null, reason(e));
        }
    }

    private Result remove(Task task) throws IOException {
        try {
            files.delete(task.root(), task.path(), task.baseHash());
            return new Result(task, null, null, null);
        } catch (ChangedOnDisk changed) {
            return new Result(task, null, changed.found().orElseThrow(), null);
        }
    }

    private Result write(Task task, byte[] bytes) throws IOException {
        try {
            return new Result(task, files.write(task.root(), task.path(), bytes, task.baseHash()), null, null);
        } catch (ChangedOnDisk changed) {
            return changed.found().isPresent() ? conflict(task, changed.found().get(), bytes) : writeAgain(task, bytes);
        }
    }

    private static Result conflict(Task task, Snapshot found, byte[] bytes) {
        return Arrays.equals(found.bytes(), bytes)
                ? new Result(task, found, null, null)
                : new Result(task, null, found, null);
    }

    /** Nothing is lost by giving a caption its file back that somebody deleted. */
    private Result writeAgain(Task task, byte[] bytes) throws IOException {
        try {
            return new Result(task, files.write(task.root(), task.path(), bytes, null), null, null);
        } catch (ChangedOnDisk appeared) {
            return appeared.found()
                    .map(found -> conflict(task, found, bytes))
                    .orElseGet(() -> new Result(task, null, null, "The file changes faster than it can be written."));
        }
    }

    private Uni<Void> record(SqlConnection tx, List<Result> results) {
        List<Result> written = results.stream().filter(r -> r.written() != null).toList();
        List<Result> settled = results.stream().filter(Result::settled).toList();
        List<Long> removed = settled.stream()
                .filter(result -> result.task().remove())
                .map(result -> result.task().id())
                .toList();
        Tuple columns = Tuple.tuple()
                .addArrayOfLong(written.stream().map(r -> r.task().id()).toArray(Long[]::new))
                .addArrayOfString(written.stream().map(r -> r.written().hash()).toArray(String[]::new))
                .addArrayOfLong(written.stream()
                        .map(r -> (long) r.written().bytes().length)
                        .toArray(Long[]::new))
                .addArrayOfLong(written.stream().map(r -> r.written().mtime()).toArray(Long[]::new));
        Tuple places = Tuple.tuple()
                .addArrayOfLong(settled.stream().map(r -> r.task().dataset()).toArray(Long[]::new))
                .addArrayOfString(settled.stream().map(r -> r.task().path()).toArray(String[]::new));
        Uni<Void> work = tx.preparedQuery(WRITTEN)
                .execute(columns)
                .flatMap(done -> tx.preparedQuery("delete from caption where id = any($1)")
                        .execute(Tuple.of(removed.toArray(Long[]::new))))
                .flatMap(done -> tx.preparedQuery(SOLVED).execute(places))
                .replaceWithVoid();
        List<Result> open = new ArrayList<>(results);
        open.removeAll(settled);
        for (Result result : open) {
            work = work.flatMap(done -> result.conflict() == null ? putOff(tx, result) : showConflict(tx, result));
        }
        return work;
    }

    private static Uni<Void> putOff(SqlConnection tx, Result result) {
        String detail = "The caption was changed in Fuda, but its file could not be written: " + result.failure()
                + " It is tried again every half minute.";
        return tx.preparedQuery(LATER)
                .execute(Tuple.of(result.task().id(), result.failure()))
                .flatMap(done -> addProblem(tx, result.task(), "caption_unwritten", detail));
    }

    private static Uni<Void> showConflict(SqlConnection tx, Result result) {
        Snapshot found = result.conflict();
        return tx.preparedQuery(CONFLICT)
                .execute(Tuple.of(
                        result.task().id(),
                        found.hash(),
                        CaptionBytes.decode(found.bytes()).text()))
                .flatMap(
                        done -> addProblem(
                                tx,
                                result.task(),
                                "caption_conflict",
                                "Another program changed this file after the caption was changed in Fuda. Both are kept: choose one."));
    }

    private static Uni<Void> addProblem(SqlConnection tx, Task task, String reason, String detail) {
        return tx.preparedQuery(PROBLEM)
                .execute(Tuple.of(task.dataset(), task.item(), task.directory(), task.path(), reason, detail))
                .replaceWithVoid();
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private Task task(Row row) {
        return new Task(
                row.getLong("id"),
                row.getLong("item_id"),
                row.getLong("dataset"),
                Path.of(row.getString("root")),
                row.getString("directory"),
                row.getString("relative_path"),
                row.getString("content"),
                style(row.getString("style")),
                row.getString("base_hash"),
                row.getBoolean("remove_file"));
    }

    private FileStyle style(String text) {
        try {
            return text == null ? FileStyle.DEFAULT : json.readValue(text, FileStyle.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A file style cannot be read: " + text, e);
        }
    }
}
