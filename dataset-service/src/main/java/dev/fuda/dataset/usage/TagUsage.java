package dev.fuda.dataset.usage;

import dev.fuda.dataset.search.SearchTags;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where tags are used, over all datasets. Items whose files are gone do not count. */
@ApplicationScoped
class TagUsage {

    private static final String IDS = "(select coalesce(array_agg(id), '{}') from tag_name where name = any($1))";

    private static final String IMPACT = """
            select count(*) as items, count(distinct dataset_id) as datasets,
                (select count(*) from saved_search where tags && $2) as searches
            from item where tag_ids && %s and not missing and not (
                cardinality($3::text[]) > 0
                and tag_ids @> (select coalesce(array_agg(id), '{}') from tag_name where name = any($3))
                and (select count(*) from tag_name where name = any($3)) = cardinality($3))
            """.formatted(IDS);

    private static final String BY_TAG = """
            select n.name, count(*) as items, count(distinct i.dataset_id) as datasets
            from item i cross join unnest(i.tag_ids) as t(id) join tag_name n on n.id = t.id
            where i.tag_ids && %s and n.name = any($1) and not i.missing group by n.name order by n.name
            """.formatted(IDS);

    private static final String USED = """
            select n.name, u.items, u.datasets from (
                select t.id, count(*) as items, count(distinct i.dataset_id) as datasets
                from item i cross join unnest(i.tag_ids) as t(id) where not i.missing group by t.id
            ) u join tag_name n on n.id = u.id where n.name > $1 order by n.name limit $2
            """;

    /** How often the few tags that stand together most stand anywhere is counted afterwards. */
    private static final String RELATED = """
            with wanted as (select id from tag_name where name = $1),
                having_it as (
                    select tag_ids from item
                    where tag_ids && (select array_agg(id) from wanted) and not missing
                        and ($2::bigint is null or dataset_id = $2)),
                together as (
                    select t.id, count(*) as together from having_it h cross join unnest(h.tag_ids) as t(id)
                    where t.id not in (select id from wanted) group by t.id order by count(*) desc, t.id limit 500),
                alone as (
                    select t.id, count(*) as items from item i cross join unnest(i.tag_ids) as t(id)
                    where i.tag_ids && (select array_agg(id) from together) and not i.missing
                        and ($2::bigint is null or i.dataset_id = $2) and t.id in (select id from together)
                    group by t.id)
            select n.name, g.together, a.items, g.together / sqrt((select count(*) from having_it)::float8 * a.items) as score
            from together g join alone a on a.id = g.id join tag_name n on n.id = g.id
            order by score desc, g.together desc, n.name limit $3
            """;

    private final Pool pool;

    TagUsage(Pool pool) {
        this.pool = pool;
    }

    /** One tag in all datasets. */
    record UsedTag(String tag, long items, long datasets) {}

    /**
     * What a change of some tags touches.
     *
     * @param items with at least one of them, less those that have all that is gained already
     * @param savedSearches that name at least one of them
     * @param byTag only those that are used, by name
     */
    record Impact(long datasets, long items, long savedSearches, List<UsedTag> byTag) {}

    /**
     * A tag that stands together with another one.
     *
     * @param together items with both
     * @param items items with this one
     * @param score cosine similarity, 0 to 1: together / √(items of one · items of the other)
     */
    record RelatedTag(String tag, long together, long items, double score) {}

    Uni<Impact> impact(Set<String> names, Set<String> gained) {
        String[] tags = names.toArray(String[]::new);
        String[] forms = SearchTags.forms(names).toArray(String[]::new);
        return pool.preparedQuery(IMPACT)
                .execute(Tuple.of(tags, forms, gained.toArray(String[]::new)))
                .map(rows -> rows.iterator().next())
                .flatMap(all -> pool.preparedQuery(BY_TAG)
                        .execute(Tuple.of(tags))
                        .map(rows -> {
                            List<UsedTag> byTag = new ArrayList<>(rows.size());
                            rows.forEach(row -> byTag.add(
                                    new UsedTag(row.getString("name"), row.getLong("items"), row.getLong("datasets"))));
                            return new Impact(
                                    all.getLong("datasets"), all.getLong("items"), all.getLong("searches"), byTag);
                        }));
    }

    /** Used tags by name, behind {@code after}. */
    Uni<List<UsedTag>> used(String after, int limit) {
        return pool.preparedQuery(USED).execute(Tuple.of(after, limit)).map(rows -> {
            List<UsedTag> used = new ArrayList<>(rows.size());
            rows.forEach(
                    row -> used.add(new UsedTag(row.getString("name"), row.getLong("items"), row.getLong("datasets"))));
            return used;
        });
    }

    /** @param dataset only this one, or null for all */
    Uni<List<RelatedTag>> related(String tag, Long dataset, int limit) {
        return pool.preparedQuery(RELATED)
                .execute(Tuple.of(tag, dataset, limit))
                .map(rows -> {
                    List<RelatedTag> related = new ArrayList<>(rows.size());
                    rows.forEach(row -> related.add(new RelatedTag(
                            row.getString("name"),
                            row.getLong("together"),
                            row.getLong("items"),
                            row.getDouble("score"))));
                    return related;
                });
    }
}
