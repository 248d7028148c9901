package dev.fuda.dataset.item;

import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads items with everything that belongs to them: four queries for a page, whatever its size. */
@ApplicationScoped
public class ItemRepository {

    private static final String COLUMNS = """
            select i.id, i.dataset_id, i.item_type, i.base_name, d.path as root, i.relative_path, i.image_suffix,
                i.width, i.height, i.file_size, i.image_hash, i.tag_count, i.version, i.created_at, i.updated_at
            from item i join dataset d on d.id = i.dataset_id
            """;

    private final Pool pool;

    ItemRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * A page of items.
     *
     * @param where a condition over {@code item i}, its parameters from {@code $1}
     */
    public Uni<ItemPage> page(String where, List<Object> parameters, ItemSort sort, Page page) {
        List<Object> all = new ArrayList<>(parameters);
        all.add(page.limit());
        all.add(page.offset());
        String sql = COLUMNS + "where " + where + " order by " + sort.orderBy() + " limit $" + (all.size() - 1)
                + " offset $" + all.size();
        return count(where, parameters)
                .flatMap(total -> pool.preparedQuery(sql)
                        .execute(Tuple.from(all))
                        .flatMap(rows -> complete(pool, rows))
                        .map(items -> new ItemPage(items, total, page.page(), page.limit(), page.pages(total))));
    }

    /** How many items meet a condition, see {@link #page}. */
    public Uni<Long> count(String where, List<Object> parameters) {
        return pool.preparedQuery("select count(*) from item i where " + where)
                .execute(Tuple.from(parameters))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /**
     * One item as it stands in the transaction of {@code client}.
     *
     * @throws Problem 404 when the dataset has no such item
     */
    public Uni<DatasetItem> get(SqlClient client, long dataset, long item) {
        return client.preparedQuery(COLUMNS + "where i.dataset_id = $1 and i.id = $2")
                .execute(Tuple.of(dataset, item))
                .flatMap(rows -> complete(client, rows))
                .map(items -> items.stream().findFirst().orElseThrow(() -> Problem.notFound("item", item)));
    }

    /** Items by id, in the order of their ids; those that do not exist are left out. */
    public Uni<List<DatasetItem>> list(SqlClient client, List<Long> items) {
        return client.preparedQuery(COLUMNS + "where i.id = any($1) order by i.id")
                .execute(Tuple.of(items.toArray(Long[]::new)))
                .flatMap(rows -> complete(client, rows));
    }

    /** One item with captions, metadata and problems. */
    public Uni<DatasetItemDetail> detail(long dataset, long item) {
        return get(pool, dataset, item)
                .flatMap(found -> captions(item)
                        .flatMap(captions -> exif(item)
                                .flatMap(exif -> problemsOf(item)
                                        .map(problems -> DatasetItemDetail.of(
                                                found, captions, exif.isEmpty() ? null : exif, problems)))));
    }

    /** The tags of one caption of an item, in order. */
    public Uni<List<Tag>> tags(long dataset, long item, String subtype) {
        return get(pool, dataset, item).map(found -> found.tags().getOrDefault(subtype, List.of()));
    }

    /** What scans found wrong in a dataset, by path. */
    public Uni<List<ItemProblem>> problems(long dataset, Page page) {
        return pool.preparedQuery("""
                        select relative_path, reason, detail, item_id, seen_at from file_problem
                        where dataset_id = $1 order by relative_path, reason limit $2 offset $3
                        """)
                .execute(Tuple.of(dataset, page.limit(), page.offset()))
                .map(ItemRepository::problems);
    }

    private Uni<List<DatasetItem>> complete(SqlClient client, RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Uni.createFrom().item(List.of());
        }
        Long[] ids = stream(rows).map(row -> row.getLong("id")).toArray(Long[]::new);
        ItemParts parts = new ItemParts();
        return client.preparedQuery(ItemParts.IMAGES)
                .execute(Tuple.of(ids))
                .invoke(parts::addImages)
                .flatMap(done -> client.preparedQuery(ItemParts.CAPTIONS).execute(Tuple.of(ids)))
                .invoke(parts::addCaptions)
                .flatMap(done -> client.preparedQuery(ItemParts.TAGS).execute(Tuple.of(ids)))
                .invoke(parts::addTags)
                .map(done -> stream(rows).map(parts::item).toList());
    }

    private Uni<List<Caption>> captions(long item) {
        return pool.preparedQuery("""
                        select c.*, x.disk_content from caption c left join caption_conflict x on x.caption_id = c.id
                        where c.item_id = $1 order by c.caption_type = 'tags' desc, c.caption_type, c.caption_subtype
                        """)
                .execute(Tuple.of(item))
                .map(rows -> stream(rows).map(ItemRepository::caption).toList());
    }

    private static Caption caption(Row row) {
        return new Caption(
                row.getLong("id"),
                row.getString("caption_type"),
                row.getString("caption_subtype"),
                row.getString("content"),
                row.getString("language"),
                row.getString("source"),
                row.getString("source_field"),
                row.getString("relative_path"),
                row.getBoolean("dirty"),
                row.getString("disk_content"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private Uni<Map<String, Map<String, String>>> exif(long item) {
        return pool.preparedQuery("select exif from item where id = $1")
                .execute(Tuple.of(item))
                .map(rows -> {
                    Map<String, Map<String, String>> fields = new LinkedHashMap<>();
                    if (rows.iterator().next().getValue(0) instanceof JsonObject exif) {
                        exif.forEach(directory -> {
                            Map<String, String> values = new LinkedHashMap<>();
                            ((JsonObject) directory.getValue())
                                    .forEach(field -> values.put(field.getKey(), String.valueOf(field.getValue())));
                            fields.put(directory.getKey(), values);
                        });
                    }
                    return fields;
                });
    }

    private Uni<List<ItemProblem>> problemsOf(long item) {
        return pool.preparedQuery("""
                        select relative_path, reason, detail, item_id, seen_at from file_problem
                        where item_id = $1 order by relative_path, reason
                        """).execute(Tuple.of(item)).map(ItemRepository::problems);
    }

    private static List<ItemProblem> problems(RowSet<Row> rows) {
        return stream(rows)
                .map(row -> new ItemProblem(
                        row.getString("relative_path"),
                        row.getString("reason"),
                        row.getString("detail"),
                        row.getLong("item_id"),
                        instant(row, "seen_at")))
                .toList();
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
