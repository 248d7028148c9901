package dev.fuda.dataset.dataset;

import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Rows of datasets. Counts are counted when asked for, so they are never out of date. */
@ApplicationScoped
public class DatasetRepository {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String DEADLOCK = "40P01";

    private static final String SELECT = """
            select d.*, j.id as active_job_id,
                (select count(*) from item_image m join item i on i.id = m.item_id
                    where i.dataset_id = d.id and not i.missing) as total_images,
                (select count(*) from item i where i.dataset_id = d.id and not i.missing) as total_items,
                (select count(*) from caption c join item i on i.id = c.item_id
                    where i.dataset_id = d.id and not i.missing) as total_captions,
                (select count(*) from item i where i.dataset_id = d.id and not i.missing
                    and not exists (select from caption c where c.item_id = i.id and c.content <> '')) as without_caption,
                (select count(*) from file_problem p where p.dataset_id = d.id) as problems,
                array(select i.id from item i where i.dataset_id = d.id and not i.missing
                    order by i.relative_path, i.id limit 4) as covers
            from dataset d left join job j on j.id = d.index_job_id and j.state in ('queued', 'running')
            """;

    private final Pool pool;

    DatasetRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<Long> count() {
        return pool.query("select count(*) from dataset")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<List<Dataset>> list(Page page) {
        return pool.preparedQuery(SELECT + "order by d.updated_at desc, d.id desc limit $1 offset $2")
                .execute(Tuple.of(page.limit(), page.offset()))
                .map(DatasetRepository::datasets);
    }

    /** @throws Problem 404 when there is no such dataset */
    Uni<Dataset> get(SqlClient client, long id) {
        return client.preparedQuery(SELECT + "where d.id = $1")
                .execute(Tuple.of(id))
                .map(rows -> datasets(rows).stream().findFirst().orElseThrow(() -> Problem.notFound("dataset", id)));
    }

    /** Fails with 404 when there is no such dataset. */
    public Uni<Void> require(long id) {
        return pool.preparedQuery("select from dataset where id = $1")
                .execute(Tuple.of(id))
                .invoke(rows -> requireOne(rows, id))
                .replaceWithVoid();
    }

    /** The id of the new row. */
    Uni<Long> insert(SqlClient tx, DatasetDraft draft, String path) {
        return tx.preparedQuery("""
                        insert into dataset (name, path, dataset_type, caption_suffixes, image_suffixes, recursive,
                            max_depth, read_exif)
                        values ($1, $2, $3, $4, $5, $6, $7, $8) returning id
                        """)
                .execute(Tuple.from(columns(draft, path)))
                .map(rows -> rows.iterator().next().getLong(0))
                .onFailure(DatasetRepository::isDuplicate)
                .transform(taken -> nameTaken(draft));
    }

    /** @throws Problem 404 when there is no such dataset, 409 when the name is used by another */
    Uni<Void> update(SqlClient tx, long id, DatasetDraft draft, String path) {
        Tuple values = Tuple.from(columns(draft, path)).addLong(id);
        return tx.preparedQuery("""
                        update dataset set name = $1, path = $2, dataset_type = $3, caption_suffixes = $4,
                            image_suffixes = $5, recursive = $6, max_depth = $7, read_exif = $8, updated_at = now()
                        where id = $9
                        """)
                .execute(values)
                .invoke(rows -> requireOne(rows, id))
                .replaceWithVoid()
                .onFailure(DatasetRepository::isDuplicate)
                .transform(taken -> nameTaken(draft));
    }

    /** The latest scan when it is queued or running, otherwise null; locks the dataset for the transaction. */
    Uni<UUID> activeJob(SqlClient tx, long id) {
        return tx.preparedQuery("""
                        select (select j.id from job j where j.id = d.index_job_id and j.state in ('queued', 'running'))
                        from dataset d where d.id = $1 for update
                        """)
                .execute(Tuple.of(id))
                .invoke(rows -> requireOne(rows, id))
                .map(rows -> rows.iterator().next().getUUID(0));
    }

    Uni<Void> setJob(SqlClient tx, long id, UUID job) {
        return tx.preparedQuery("update dataset set index_job_id = $2, updated_at = now() where id = $1")
                .execute(Tuple.of(id, job))
                .replaceWithVoid();
    }

    /** Ids of all items that are not missing. */
    Uni<List<Long>> items(SqlClient tx, long id) {
        return tx.preparedQuery("select id from item where dataset_id = $1 and not missing order by id")
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getLong(0))
                        .toList());
    }

    Uni<Void> delete(SqlClient tx, long id) {
        return tx.preparedQuery("delete from dataset where id = $1")
                .execute(Tuple.of(id))
                .invoke(rows -> requireOne(rows, id))
                .replaceWithVoid();
    }

    private static void requireOne(RowSet<Row> rows, long id) {
        if (rows.rowCount() == 0) {
            throw Problem.notFound("dataset", id);
        }
    }

    private static List<Object> columns(DatasetDraft draft, String path) {
        return Arrays.asList(
                draft.checkedName(),
                path,
                draft.typeOrAuto().name().toLowerCase(Locale.ROOT),
                draft.checkedCaptionSuffixes().toArray(String[]::new),
                draft.checkedImageSuffixes().toArray(String[]::new),
                draft.recursiveOrDefault(),
                draft.checkedMaxDepth(),
                draft.readExifOrDefault());
    }

    private static boolean isDuplicate(Throwable failure) {
        return hasState(failure, UNIQUE_VIOLATION);
    }

    static boolean isDeadlock(Throwable failure) {
        return hasState(failure, DEADLOCK);
    }

    private static boolean hasState(Throwable failure, String state) {
        return failure instanceof PgException pg && state.equals(pg.getSqlState());
    }

    private static Problem nameTaken(DatasetDraft draft) {
        return Problem.conflict(
                        "name-taken",
                        "There is already a dataset named " + draft.checkedName() + ". Choose another name.")
                .field("name", "is taken");
    }

    private static List<Dataset> datasets(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(DatasetRepository::dataset)
                .toList();
    }

    private static Dataset dataset(Row row) {
        return new Dataset(
                row.getLong("id"),
                row.getString("name"),
                row.getString("path"),
                row.getLong("total_images"),
                row.getLong("total_items"),
                row.getLong("total_captions"),
                row.getLong("without_caption"),
                row.getLong("problems"),
                instant(row.getOffsetDateTime("indexed_at")),
                instant(row.getOffsetDateTime("updated_at")),
                List.of(row.getArrayOfLongs("covers")),
                row.getUUID("active_job_id"),
                List.of(row.getArrayOfStrings("caption_suffixes")),
                List.of(row.getArrayOfStrings("image_suffixes")),
                DatasetType.valueOf(row.getString("dataset_type").toUpperCase(Locale.ROOT)),
                row.getBoolean("recursive"),
                row.getInteger("max_depth"),
                row.getBoolean("read_exif"),
                instant(row.getOffsetDateTime("created_at")),
                row.getUUID("index_job_id"));
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
