package dev.fuda.dataset.rewrite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.dataset.search.ItemSearch;
import dev.fuda.dataset.search.SearchTags;
import dev.fuda.kernel.event.DictionaryEvent.Rewrite;
import dev.fuda.kernel.event.EventIds;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of operations that the dictionary asked for. */
@ApplicationScoped
class TagRewrites {

    private static final String IDS = "(select coalesce(array_agg(id), '{}') from tag_name where name = any($1))";

    /** What comes before and is not done yet may bring the tags into being. */
    private static final String TOUCHES = """
            select exists (select from item where tag_ids && %s and not missing)
                or exists (select from saved_search where tags && $2)
                or exists (select from tag_rewrite where done_at is null) as touches
            """.formatted(IDS);

    private static final String DATASETS =
            "select dataset_id, count(*) as items from item where tag_ids && %s and not missing group by dataset_id order by dataset_id"
                    .formatted(IDS);

    private static final String ITEMS =
            "select id from item where dataset_id = $2 and id > $3 and tag_ids && %s and not missing order by id limit $4"
                    .formatted(IDS);

    /** Whatever came before and was not given up, then this one itself. */
    private static final String NEXT = """
            select r.seq, r.operation_id, r.undo, r.title, r.author, r.rewrites::text as rewrites
            from tag_rewrite r left join job j on j.id = r.job_id
            where r.done_at is null and r.seq <= (select seq from tag_rewrite where job_id = $1)
                and (r.job_id = $1 or j.state in ('queued', 'running'))
            order by r.seq limit 1
            """;

    private final Pool pool;
    private final ObjectMapper json;

    TagRewrites(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** An operation to be applied or taken back. */
    record Order(long seq, UUID operation, boolean undo, String title, String author, List<Rewrite> rewrites) {}

    Uni<Boolean> touches(SqlConnection tx, List<Rewrite> rewrites) {
        Map<String, List<String>> byName = TagRewriting.of(rewrites).byName();
        return tx.preparedQuery(TOUCHES)
                .execute(Tuple.of(
                        byName.keySet().toArray(String[]::new),
                        SearchTags.forms(byName.keySet()).toArray(String[]::new)))
                .map(rows -> rows.iterator().next().getBoolean("touches"));
    }

    Uni<Void> add(
            SqlConnection tx,
            UUID operation,
            boolean undo,
            UUID job,
            String title,
            String author,
            List<Rewrite> rewrites) {
        return tx.preparedQuery("""
                        insert into tag_rewrite (operation_id, undo, job_id, title, author, rewrites)
                        values ($1, $2, $3, $4, $5, $6::text::jsonb) on conflict (operation_id, undo) do nothing
                        """)
                .execute(Tuple.from(new Object[] {operation, undo, job, title, author, write(rewrites)}))
                .replaceWithVoid();
    }

    /** The title under which an operation was applied here, or null when it was not. */
    Uni<String> appliedTitle(SqlConnection tx, UUID operation) {
        return tx.preparedQuery("select title from tag_rewrite where operation_id = $1 and not undo")
                .execute(Tuple.of(operation))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString("title"));
    }

    /** What has to be done next until this job's own order is done. */
    Uni<Optional<Order>> next(UUID job) {
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of(job))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(order(rows.iterator().next())));
    }

    Uni<Void> done(Order order) {
        return pool.preparedQuery("update tag_rewrite set done_at = now() where seq = $1")
                .execute(Tuple.of(order.seq()))
                .replaceWithVoid();
    }

    /** How many items of each dataset have one of these tags. */
    Uni<Map<Long, Integer>> datasets(TagRewriting rewriting) {
        return pool.preparedQuery(DATASETS).execute(Tuple.of(names(rewriting))).map(rows -> {
            Map<Long, Integer> items = new LinkedHashMap<>();
            rows.forEach(row -> items.put(row.getLong("dataset_id"), row.getInteger("items")));
            return items;
        });
    }

    Uni<List<Long>> items(TagRewriting rewriting, long dataset, long after, int limit) {
        return pool.preparedQuery(ITEMS)
                .execute(Tuple.of(names(rewriting), dataset, after, limit))
                .map(rows -> ids(rows, "id"));
    }

    /** The history entry of an operation in a dataset, the same at every try. */
    Uni<UUID> history(UUID operation, long dataset) {
        return pool.preparedQuery("""
                        insert into tag_rewrite_history (operation_id, dataset_id, history_id) values ($1, $2, $3)
                        on conflict (operation_id, dataset_id) do update set dataset_id = excluded.dataset_id
                        returning history_id
                        """)
                .execute(Tuple.of(operation, dataset, EventIds.next()))
                .map(rows -> rows.iterator().next().getUUID("history_id"));
    }

    /** The entries that an operation has made in histories and that nobody has undone. */
    Uni<List<UUID>> histories(UUID operation) {
        return pool.preparedQuery("""
                        select h.history_id from tag_rewrite_history h join operation o on o.id = h.history_id
                        where h.operation_id = $1 and o.undone_by is null order by h.dataset_id
                        """).execute(Tuple.of(operation)).map(rows -> {
            List<UUID> ids = new ArrayList<>();
            rows.forEach(row -> ids.add(row.getUUID("history_id")));
            return ids;
        });
    }

    /** Rewrites kept searches, all in one transaction; how many. Those that were rewritten before name the tags no more. */
    Uni<Integer> rewriteSearches(UUID operation, TagRewriting rewriting) {
        return pool.withTransaction(tx -> tx.preparedQuery(
                        "select id, query from saved_search where tags && $1 order by id for update")
                .execute(Tuple.of(SearchTags.forms(rewriting.byName().keySet()).toArray(String[]::new)))
                .flatMap(rows -> {
                    Uni<Integer> work = Uni.createFrom().item(0);
                    for (Row row : rows) {
                        String before = row.getString("query");
                        String after = SearchTags.replace(ItemSearch.parse(before), rewriting.byName())
                                .toString();
                        if (!after.equals(ItemSearch.parse(before).toString())) {
                            work = work.flatMap(count -> setQuery(tx, row.getLong("id"), after)
                                    .flatMap(set -> tx.preparedQuery("""
                                                    insert into tag_rewrite_search (operation_id, search_id, before, after)
                                                    values ($1, $2, $3, $4)
                                                    on conflict (operation_id, search_id) do update set after = excluded.after
                                                    """)
                                            .execute(Tuple.of(operation, row.getLong("id"), before, after)))
                                    .replaceWith(count + 1));
                        }
                    }
                    return work;
                }));
    }

    /** Brings back the searches that an operation rewrote and nobody changed since. */
    Uni<Integer> restoreSearches(UUID operation) {
        return pool.withTransaction(tx -> tx.preparedQuery("""
                        select s.id, r.before from tag_rewrite_search r join saved_search s on s.id = r.search_id
                        where r.operation_id = $1 and s.query = r.after order by s.id for update of s
                        """)
                .execute(Tuple.of(operation))
                .flatMap(rows -> {
                    Uni<Integer> work = Uni.createFrom().item(0);
                    for (Row row : rows) {
                        work = work.flatMap(count -> setQuery(tx, row.getLong("id"), row.getString("before"))
                                .replaceWith(count + 1));
                    }
                    return work;
                }));
    }

    private static Uni<Void> setQuery(SqlConnection tx, long search, String query) {
        String[] tags = SearchTags.of(ItemSearch.parse(query)).toArray(String[]::new);
        return tx.preparedQuery(
                        "update saved_search set query = $2, tags = $3, version = version + 1, updated_at = now() where id = $1")
                .execute(Tuple.of(search, query, tags))
                .replaceWithVoid();
    }

    private static String[] names(TagRewriting rewriting) {
        return rewriting.byName().keySet().toArray(String[]::new);
    }

    private static List<Long> ids(RowSet<Row> rows, String column) {
        List<Long> ids = new ArrayList<>(rows.size());
        rows.forEach(row -> ids.add(row.getLong(column)));
        return ids;
    }

    private Order order(Row row) {
        try {
            return new Order(
                    row.getLong("seq"),
                    row.getUUID("operation_id"),
                    row.getBoolean("undo"),
                    row.getString("title"),
                    row.getString("author"),
                    json.readValue(row.getString("rewrites"), new TypeReference<List<Rewrite>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An operation of the dictionary cannot be read", e);
        }
    }

    private String write(List<Rewrite> rewrites) {
        try {
            return json.writeValueAsString(rewrites);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An operation of the dictionary cannot be written", e);
        }
    }
}
