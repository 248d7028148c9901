package dev.fuda.dataset.search;

import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Answers what a person looks for in a dataset. */
@ApplicationScoped
public class ItemSearch {

    private final Pool pool;

    ItemSearch(Pool pool) {
        this.pool = pool;
    }

    /** How many items match, of how many there are. */
    public record Count(long matched, long total) {}

    /**
     * The condition for items that match all of these searches; items whose files are gone never do.
     *
     * @param searches in the search language; null and blank ones ask for nothing
     * @throws Problem 400 with {@code position} when a search cannot be understood
     */
    public Uni<Condition> condition(long dataset, String... searches) {
        return condition(pool, dataset, searches);
    }

    /** As {@link #condition(long, String...)}, in the transaction of {@code client}. */
    public Uni<Condition> condition(SqlClient client, long dataset, String... searches) {
        return Uni.createFrom()
                .item(() ->
                        Query.and(Arrays.stream(searches).map(ItemSearch::parse).toList()))
                .flatMap(query -> TagIds.find(client, query).map(ids -> SearchSql.of(dataset, query, ids)));
    }

    /** Counts what matches and what there is. */
    public Uni<Count> count(long dataset, String search) {
        return condition(dataset, search)
                .flatMap(condition -> count(condition)
                        .flatMap(
                                matched -> count(new Condition("i.dataset_id = $1 and not i.missing", List.of(dataset)))
                                        .map(total -> new Count(matched, total))));
    }

    /** The tags of the matching items, the most frequent first. */
    public Uni<List<TagCount>> tagCounts(long dataset, String search, int limit) {
        return condition(dataset, search).flatMap(condition -> {
            List<Object> parameters = new ArrayList<>(condition.parameters());
            parameters.add((long) limit);
            // Names are looked up for the most frequent only; ties at the end are decided by name.
            String top = "select t.id, count(*) as count from item i, unnest(i.tag_ids) as t(id) where "
                    + condition.where() + " group by t.id order by count(*) desc fetch first $" + parameters.size()
                    + " rows with ties";
            return pool.preparedQuery("select n.name, g.count from (" + top
                            + ") g join tag_name n on n.id = g.id order by g.count desc, n.name limit $"
                            + parameters.size())
                    .execute(Tuple.from(parameters))
                    .map(rows -> {
                        List<TagCount> counts = new ArrayList<>(rows.size());
                        rows.forEach(row -> counts.add(new TagCount(row.getString("name"), row.getLong("count"))));
                        return counts;
                    });
        });
    }

    /** Checks a search without running it. */
    public static Query parse(String search) {
        try {
            return QueryParser.parse(search);
        } catch (QuerySyntaxException e) {
            throw Problem.badRequest("search-syntax", e.getMessage())
                    .with("position", e.position())
                    .field("search", e.getMessage());
        }
    }

    private Uni<Long> count(Condition condition) {
        return pool.preparedQuery("select count(*) from item i where " + condition.where())
                .execute(Tuple.from(condition.parameters()))
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
