package dev.fuda.dataset.scan;

import dev.fuda.dataset.scan.KnownItem.KnownCaption;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a scan reads from the index, and the marks it leaves beside the items themselves. */
@ApplicationScoped
class ScanStore {

    private final Pool pool;

    ScanStore(Pool pool) {
        this.pool = pool;
    }

    /** The dataset to be scanned. */
    record Target(
            String path,
            String type,
            List<String> imageSuffixes,
            List<String> captionSuffixes,
            Integer maxDepth,
            boolean readExif) {

        ScanSettings settings() {
            return ScanSettings.of(type, imageSuffixes, captionSuffixes, maxDepth, readExif);
        }
    }

    /** Null when the dataset was deleted. */
    Uni<Target> target(long dataset) {
        return pool.preparedQuery("select * from dataset where id = $1")
                .execute(Tuple.of(dataset))
                .map(rows -> stream(rows)
                        .map(row -> new Target(
                                row.getString("path"),
                                row.getString("dataset_type"),
                                List.of(row.getArrayOfStrings("image_suffixes")),
                                List.of(row.getArrayOfStrings("caption_suffixes")),
                                row.getBoolean("recursive") ? row.getInteger("max_depth") : Integer.valueOf(1),
                                row.getBoolean("read_exif")))
                        .findFirst()
                        .orElse(null));
    }

    /**
     * Keeps a dataset from being forgotten while this transaction writes to it. Whoever forgets it locks it first as
     * well, so that neither waits for the other's items.
     *
     * @throws Problem 404 when it has been forgotten
     */
    Uni<Void> hold(SqlConnection tx, long dataset) {
        return tx.preparedQuery("select id from dataset where id = $1 for key share")
                .execute(Tuple.of(dataset))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound("dataset", dataset);
                    }
                })
                .replaceWithVoid();
    }

    /** The items of these keys that the index has. */
    Uni<Map<String, KnownItem>> known(long dataset, List<String> groupKeys) {
        Tuple keys = Tuple.of(dataset, groupKeys.toArray(String[]::new));
        Map<Long, Map<String, ImageRow>> images = new HashMap<>();
        Map<Long, List<KnownCaption>> captions = new HashMap<>();
        return pool.preparedQuery("""
                        select m.* from item_image m join item i on i.id = m.item_id
                        where i.dataset_id = $1 and i.group_key = any($2) order by m.item_id, m.suffix
                        """)
                .execute(keys)
                .invoke(rows ->
                        rows.forEach(row -> images.computeIfAbsent(row.getLong("item_id"), id -> new LinkedHashMap<>())
                                .put(row.getString("suffix"), image(row))))
                .flatMap(done -> pool.preparedQuery("""
                                select c.id, c.item_id, c.caption_type, c.caption_subtype, c.relative_path, c.base_hash,
                                    c.file_size, c.file_mtime, c.dirty, c.source, case when c.dirty then c.content end as content
                                from caption c join item i on i.id = c.item_id
                                where i.dataset_id = $1 and i.group_key = any($2) and not c.remove_file order by c.id
                                """).execute(keys))
                .invoke(rows ->
                        rows.forEach(row -> captions.computeIfAbsent(row.getLong("item_id"), id -> new ArrayList<>())
                                .add(caption(row))))
                .flatMap(done -> pool.preparedQuery(
                                "select id, group_key, missing from item where dataset_id = $1 and group_key = any($2)")
                        .execute(keys))
                .map(rows -> {
                    Map<String, KnownItem> items = new HashMap<>();
                    rows.forEach(row -> items.put(
                            row.getString("group_key"),
                            new KnownItem(
                                    row.getLong("id"),
                                    row.getBoolean("missing"),
                                    images.getOrDefault(row.getLong("id"), Map.of()),
                                    captions.getOrDefault(row.getLong("id"), List.of()))));
                    return items;
                });
    }

    /** Marks the items of a folder that are not among {@code groupKeys} as missing; their ids. */
    Uni<List<Long>> markMissing(SqlConnection tx, long dataset, String directory, List<String> groupKeys) {
        return tx.preparedQuery("""
                        update item set missing = true, version = version + 1, updated_at = now()
                        where dataset_id = $1 and directory = $2 and not missing
                            and not exists (select from unnest($3::text[]) as found(key) where found.key = group_key)
                        returning id
                        """)
                .execute(Tuple.of(dataset, directory, groupKeys.toArray(String[]::new)))
                .map(ScanStore::ids);
    }

    /** Folders with items that are not missing. */
    Uni<List<String>> directories(long dataset) {
        return pool.preparedQuery("select distinct directory from item where dataset_id = $1 and not missing")
                .execute(Tuple.of(dataset))
                .map(rows -> stream(rows).map(row -> row.getString(0)).toList());
    }

    /** Folders with problems, which may be gone by now. */
    Uni<List<String>> directoriesWithProblems(long dataset) {
        return pool.preparedQuery("select distinct directory from file_problem where dataset_id = $1")
                .execute(Tuple.of(dataset))
                .map(rows -> stream(rows).map(row -> row.getString(0)).toList());
    }

    /** Replaces the problems of a folder that belong to no item. */
    Uni<Void> replaceProblems(SqlConnection tx, long dataset, String directory, List<FileProblem> problems) {
        return tx.preparedQuery("delete from file_problem where dataset_id = $1 and directory = $2 and item_id is null")
                .execute(Tuple.of(dataset, directory))
                .flatMap(done -> addProblems(tx, dataset, directory, problems, new Long[problems.size()]));
    }

    /** @param items the item of each problem, or null */
    Uni<Void> addProblems(SqlConnection tx, long dataset, String directory, List<FileProblem> problems, Long[] items) {
        if (problems.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.of(dataset, directory)
                .addArrayOfString(strings(problems.stream().map(FileProblem::relativePath)))
                .addArrayOfString(strings(
                        problems.stream().map(problem -> problem.reason().code())))
                .addArrayOfString(strings(problems.stream().map(FileProblem::detail)))
                .addArrayOfLong(items);
        return tx.preparedQuery("""
                        insert into file_problem (dataset_id, directory, relative_path, reason, detail, item_id)
                        select distinct on (g.path, g.reason) $1, $2, g.path, g.reason, g.detail, g.item
                        from unnest($3::text[], $4::text[], $5::text[], $6::bigint[]) as g(path, reason, detail, item)
                        order by g.path, g.reason, g.item nulls last
                        on conflict (dataset_id, relative_path, reason)
                            do update set detail = excluded.detail, item_id = excluded.item_id, seen_at = now()
                        """).execute(columns).replaceWithVoid();
    }

    /** How many files of a dataset have a problem that keeps an image out of it. */
    Uni<Integer> countBroken(SqlConnection tx, long dataset) {
        return tx.preparedQuery("""
                        select count(distinct relative_path)::int from file_problem where dataset_id = $1 and reason = any($2)
                        """)
                .execute(Tuple.of(
                        dataset,
                        strings(Stream.of(FileProblem.Reason.values())
                                .filter(FileProblem.Reason::keepsImageOut)
                                .map(FileProblem.Reason::code))))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    Uni<Void> finish(SqlConnection tx, long dataset, UUID job) {
        return tx.preparedQuery("""
                        update dataset set indexed_at = now(), updated_at = now(), index_job_id = coalesce(index_job_id, $2)
                        where id = $1
                        """).execute(Tuple.of(dataset, job)).replaceWithVoid();
    }

    static List<Long> ids(RowSet<Row> rows) {
        return stream(rows).map(row -> row.getLong("id")).toList();
    }

    static String[] strings(Stream<String> values) {
        return values.toArray(String[]::new);
    }

    private static ImageRow image(Row row) {
        return new ImageRow(
                row.getString("suffix"),
                row.getString("relative_path"),
                row.getString("format"),
                row.getInteger("width"),
                row.getInteger("height"),
                row.getLong("file_size"),
                row.getString("sha256"),
                row.getLong("mtime"));
    }

    private static KnownCaption caption(Row row) {
        Long size = row.getLong("file_size");
        Long mtime = row.getLong("file_mtime");
        return new KnownCaption(
                row.getLong("id"),
                new CaptionKind(row.getString("caption_type"), row.getString("caption_subtype")),
                row.getString("relative_path"),
                row.getString("base_hash"),
                size == null ? -1 : size,
                mtime == null ? -1 : mtime,
                row.getBoolean("dirty"),
                row.getString("source"),
                row.getString("content"));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
