package dev.fuda.dataset.scan;

import static dev.fuda.dataset.scan.ScanStore.strings;

import dev.fuda.dataset.caption.FileSync;
import dev.fuda.dataset.caption.OperationHeader;
import dev.fuda.kernel.event.DatasetEvent;
import dev.fuda.kernel.event.DatasetEvent.IndexChange;
import dev.fuda.kernel.event.DatasetEvent.ItemIndexed;
import dev.fuda.kernel.event.DatasetEvent.ItemRemoved;
import dev.fuda.kernel.stream.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.Json;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Writes what was read, some hundred items at a time: rows and the events that announce them in one transaction. */
@ApplicationScoped
class ItemWriter {

    private static final String UPSERT = """
            insert into item (dataset_id, directory, group_key, base_name, item_type, relative_path, image_suffix,
                width, height, file_size, image_hash, mtime, exif)
            select $1, $2, g.group_key, g.base_name, g.item_type, g.relative_path, g.image_suffix,
                g.width, g.height, g.file_size, g.image_hash, g.mtime, g.exif::jsonb
            from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[], $9::int[], $10::bigint[],
                    $11::text[], $12::bigint[], $13::text[])
                as g(group_key, base_name, item_type, relative_path, image_suffix, width, height, file_size, image_hash,
                    mtime, exif)
            order by g.group_key
            on conflict (dataset_id, group_key) do update set
                base_name = excluded.base_name, item_type = excluded.item_type, relative_path = excluded.relative_path,
                image_suffix = excluded.image_suffix, width = excluded.width, height = excluded.height,
                file_size = excluded.file_size, image_hash = excluded.image_hash, mtime = excluded.mtime,
                exif = case when excluded.image_hash = item.image_hash then coalesce(excluded.exif, item.exif)
                    else excluded.exif end,
                missing = false, version = item.version + 1, updated_at = now()
            returning id, group_key
            """;

    private final Pool pool;
    private final ScanStore store;
    private final CaptionWriter captions;
    private final FileSync history;
    private final Outbox outbox;

    ItemWriter(Pool pool, ScanStore store, CaptionWriter captions, FileSync history, Outbox outbox) {
        this.history = history;
        this.pool = pool;
        this.store = store;
        this.captions = captions;
        this.outbox = outbox;
    }

    /** Writes items that have a usable image and are not unchanged. */
    Uni<Void> write(long dataset, UUID job, FoundFolder folder, List<ItemReading> readings) {
        if (readings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return captions.tagNumbers(readings)
                .flatMap(numbers -> pool.withTransaction(tx -> store.hold(tx, dataset)
                        .flatMap(held -> upsert(tx, dataset, folder, readings))
                        .flatMap(ids -> replaceImages(tx, readings, ids)
                                .flatMap(
                                        done -> writeCaptions(tx, job, new CaptionWriter.Batch(readings, ids, numbers)))
                                .flatMap(done -> replaceProblems(tx, dataset, folder, readings, ids))
                                .flatMap(done -> outbox.append(tx, indexed(dataset, readings, ids))))));
    }

    /** Marks the items of a folder that were not found as missing, and says what else is wrong there. */
    Uni<Integer> finishFolder(long dataset, String directory, List<String> foundKeys, List<FileProblem> problems) {
        return pool.withTransaction(tx -> store.hold(tx, dataset)
                .flatMap(held -> store.markMissing(tx, dataset, directory, foundKeys))
                .call(gone -> outbox.append(
                        tx,
                        gone.stream()
                                .map(item -> new ItemRemoved(dataset, item))
                                .toList()))
                .call(gone -> store.replaceProblems(tx, dataset, directory, problems))
                .map(List::size));
    }

    /** Says what is wrong in a folder that could not be read to its end; its items stay as they are. */
    Uni<Void> noteProblems(long dataset, String directory, List<FileProblem> problems) {
        return pool.withTransaction(
                tx -> store.hold(tx, dataset).flatMap(held -> store.replaceProblems(tx, dataset, directory, problems)));
    }

    /** A scan is one operation, whose id is that of its job. */
    private Uni<Void> writeCaptions(SqlConnection tx, UUID job, CaptionWriter.Batch batch) {
        OperationHeader operation = new OperationHeader(job, "file_sync", "Read changed caption files", "scan");
        return history.before(tx, batch.knownItemsToChange())
                .flatMap(before -> captions.write(tx, batch).flatMap(done -> history.record(tx, operation, before)));
    }

    private static Uni<Map<String, Long>> upsert(
            SqlConnection tx, long dataset, FoundFolder folder, List<ItemReading> readings) {
        Tuple columns = Tuple.of(dataset, folder.relative())
                .addArrayOfString(texts(readings, reading -> reading.item().groupKey()))
                .addArrayOfString(texts(readings, reading -> reading.item().baseName()))
                .addArrayOfString(texts(
                        readings, reading -> FoundItem.typeOf(reading.images().size())))
                .addArrayOfString(
                        texts(readings, reading -> reading.primaryImage().relativePath()))
                .addArrayOfString(texts(readings, ItemReading::primary))
                .addArrayOfInteger(
                        ints(readings, reading -> reading.primaryImage().width()))
                .addArrayOfInteger(
                        ints(readings, reading -> reading.primaryImage().height()))
                .addArrayOfLong(
                        longs(readings, reading -> reading.primaryImage().size()))
                .addArrayOfString(
                        texts(readings, reading -> reading.primaryImage().sha256()))
                .addArrayOfLong(
                        longs(readings, reading -> reading.primaryImage().mtime()))
                .addArrayOfString(texts(readings, ItemWriter::exif));
        return tx.preparedQuery(UPSERT).execute(columns).map(rows -> {
            Map<String, Long> ids = new HashMap<>();
            rows.forEach(row -> ids.put(row.getString("group_key"), row.getLong("id")));
            return ids;
        });
    }

    private static String exif(ItemReading reading) {
        return reading.exif() == null || reading.exif().isEmpty() ? null : Json.encode(reading.exif());
    }

    private static Uni<Void> replaceImages(SqlConnection tx, List<ItemReading> readings, Map<String, Long> ids) {
        List<ImageRow> images = new ArrayList<>();
        List<Long> owners = new ArrayList<>();
        for (ItemReading reading : readings) {
            for (ImageRow image : reading.images().values()) {
                images.add(image);
                owners.add(ids.get(reading.item().groupKey()));
            }
        }
        Tuple columns = Tuple.tuple()
                .addArrayOfLong(owners.toArray(Long[]::new))
                .addArrayOfString(texts(images, ImageRow::suffix))
                .addArrayOfString(texts(images, ImageRow::relativePath))
                .addArrayOfString(texts(images, ImageRow::format))
                .addArrayOfInteger(ints(images, ImageRow::width))
                .addArrayOfInteger(ints(images, ImageRow::height))
                .addArrayOfLong(longs(images, ImageRow::size))
                .addArrayOfString(texts(images, ImageRow::sha256))
                .addArrayOfLong(longs(images, ImageRow::mtime));
        return tx.preparedQuery("delete from item_image where item_id = any($1)")
                .execute(Tuple.of(ids.values().toArray(Long[]::new)))
                .flatMap(done -> tx.preparedQuery("""
                                insert into item_image (item_id, suffix, relative_path, format, width, height, file_size, sha256, mtime)
                                select * from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::int[], $6::int[],
                                    $7::bigint[], $8::text[], $9::bigint[])
                                """).execute(columns))
                .replaceWithVoid();
    }

    private Uni<Void> replaceProblems(
            SqlConnection tx, long dataset, FoundFolder folder, List<ItemReading> readings, Map<String, Long> ids) {
        List<FileProblem> problems = new ArrayList<>();
        List<Long> owners = new ArrayList<>();
        for (ItemReading reading : readings) {
            for (FileProblem problem : reading.problems()) {
                problems.add(problem);
                owners.add(ids.get(reading.item().groupKey()));
            }
        }
        return tx.preparedQuery("delete from file_problem where item_id = any($1)")
                .execute(Tuple.of(ids.values().toArray(Long[]::new)))
                .flatMap(done ->
                        store.addProblems(tx, dataset, folder.relative(), problems, owners.toArray(Long[]::new)));
    }

    private static List<DatasetEvent> indexed(long dataset, List<ItemReading> readings, Map<String, Long> ids) {
        List<DatasetEvent> events = new ArrayList<>();
        for (ItemReading reading : readings) {
            if (reading.imageChanged()) {
                ImageRow image = reading.primaryImage();
                boolean added = reading.known() == null || reading.known().missing();
                events.add(new ItemIndexed(
                        dataset,
                        ids.get(reading.item().groupKey()),
                        image.sha256(),
                        image.relativePath(),
                        image.width(),
                        image.height(),
                        added ? IndexChange.ADDED : IndexChange.CHANGED));
            }
        }
        return events;
    }

    private static <T> String[] texts(List<T> from, Function<T, String> column) {
        return strings(from.stream().map(column));
    }

    private static <T> Integer[] ints(List<T> from, ToIntFunction<T> column) {
        return from.stream().mapToInt(column).boxed().toArray(Integer[]::new);
    }

    private static <T> Long[] longs(List<T> from, ToLongFunction<T> column) {
        return from.stream().mapToLong(column).boxed().toArray(Long[]::new);
    }
}
