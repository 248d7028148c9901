package dev.fuda.dataset.saved;

import dev.fuda.dataset.search.ItemSearch;
import dev.fuda.dataset.search.SearchTags;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** The rows of kept searches. */
@ApplicationScoped
class SavedSearches {

    private static final int MOST_OF_A_DATASET = 500;
    private static final String COLUMNS = "id, dataset_id, name, query, version, created_at, updated_at";
    private static final String UNIQUE_VIOLATION = "23505";

    private final Pool pool;

    SavedSearches(Pool pool) {
        this.pool = pool;
    }

    Uni<List<SavedSearch>> list(long dataset) {
        return pool.preparedQuery("select " + COLUMNS + " from saved_search where dataset_id = $1 order by lower(name)")
                .execute(Tuple.of(dataset))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SavedSearches::view)
                        .toList());
    }

    /** @throws Problem 400 when the search can't be understood, 409 when the name is taken, 422 when there are too many */
    Uni<SavedSearch> add(long dataset, String name, String query) {
        return pool.preparedQuery("""
                        insert into saved_search (dataset_id, name, query, tags) select $1, $2, $3, $4
                        where (select count(*) from saved_search where dataset_id = $1) < $5 returning %s
                        """.formatted(COLUMNS))
                .execute(Tuple.of(dataset, name, query, tags(query), MOST_OF_A_DATASET))
                .onFailure(SavedSearches::isNameTaken)
                .transform(e -> nameTaken(name))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.unprocessable(
                                "too-many-searches",
                                "A dataset keeps at most " + MOST_OF_A_DATASET + " searches. Delete one first.");
                    }
                    return first(rows);
                });
    }

    /**
     * @param version the version that was read, or null to take whatever there is
     * @throws Problem 404 when there is none, 409 when it was changed meanwhile or the name is taken
     */
    Uni<SavedSearch> change(long dataset, long id, String name, String query, Integer version) {
        return pool.preparedQuery("""
                        update saved_search set name = $3, query = $4, tags = $5, version = version + 1, updated_at = now()
                        where dataset_id = $1 and id = $2 and ($6::int is null or version = $6) returning %s
                        """.formatted(COLUMNS))
                .execute(Tuple.from(new Object[] {dataset, id, name, query, tags(query), version}))
                .onFailure(SavedSearches::isNameTaken)
                .transform(e -> nameTaken(name))
                .flatMap(rows -> rows.size() == 1
                        ? Uni.createFrom().item(first(rows))
                        : get(dataset, id).map(current -> {
                            throw Problem.conflict(
                                            "stale-version",
                                            "The search '" + current.name()
                                                    + "' was changed since you read it (version "
                                                    + version + ", now " + current.version()
                                                    + "). Look at it again and repeat your change.")
                                    .with("current", current);
                        }));
    }

    Uni<Void> delete(long dataset, long id) {
        return pool.preparedQuery("delete from saved_search where dataset_id = $1 and id = $2")
                .execute(Tuple.of(dataset, id))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw Problem.notFound("saved search", id);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<SavedSearch> get(long dataset, long id) {
        return pool.preparedQuery("select " + COLUMNS + " from saved_search where dataset_id = $1 and id = $2")
                .execute(Tuple.of(dataset, id))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound("saved search", id);
                    }
                    return first(rows);
                });
    }

    private static String[] tags(String query) {
        return SearchTags.of(ItemSearch.parse(query)).toArray(String[]::new);
    }

    private static SavedSearch first(RowSet<Row> rows) {
        return view(rows.iterator().next());
    }

    private static SavedSearch view(Row row) {
        return new SavedSearch(
                row.getLong("id"),
                row.getLong("dataset_id"),
                row.getString("name"),
                row.getString("query"),
                row.getInteger("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    private static Problem nameTaken(String name) {
        return Problem.conflict("name-taken", "This dataset has a search '" + name + "' already.")
                .field("name", "taken");
    }

    private static boolean isNameTaken(Throwable e) {
        return e instanceof PgException failure && UNIQUE_VIOLATION.equals(failure.getSqlState());
    }
}
