package dev.fuda.dataset.item;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The numbers under which this service stores tags. A name keeps its number for ever, so numbers are made outside of
 * the transactions that use them and remembered.
 */
@ApplicationScoped
public class TagNames {

    private static final int MOST_REMEMBERED = 500_000;

    /** Known names are left out of the insert, so that no sequence value is spent on them. */
    private static final String ENSURE = """
            with given as (select distinct unnest($1::text[]) as name),
                added as (
                    insert into tag_name (name)
                    select g.name from given g left join tag_name t on t.name = g.name where t.id is null order by g.name
                    on conflict (name) do nothing returning id, name)
            select id, name from added union all select t.id, t.name from tag_name t join given g on g.name = t.name
            """;

    private final Pool pool;
    private final Map<String, Integer> remembered = new ConcurrentHashMap<>();

    TagNames(Pool pool) {
        this.pool = pool;
    }

    /** The numbers of these canonical names, made where there are none yet. */
    public Uni<Map<String, Integer>> ids(Collection<String> names) {
        return ids(names, 0);
    }

    private Uni<Map<String, Integer>> ids(Collection<String> names, int attempt) {
        Map<String, Integer> found = new HashMap<>();
        TreeSet<String> unknown = new TreeSet<>();
        for (String name : names) {
            Integer id = remembered.get(name);
            if (id == null) {
                unknown.add(name);
            } else {
                found.put(name, id);
            }
        }
        if (unknown.isEmpty()) {
            return Uni.createFrom().item(found);
        }
        return pool.preparedQuery(ENSURE)
                .execute(Tuple.of(unknown.toArray(String[]::new)))
                .invoke(rows -> remember(rows, found))
                .flatMap(rows -> found.keySet().containsAll(unknown)
                        ? Uni.createFrom().item(found)
                        // Another transaction made a name in between: the next look sees it.
                        : again(names, attempt));
    }

    private Uni<Map<String, Integer>> again(Collection<String> names, int attempt) {
        return attempt < 5
                ? ids(names, attempt + 1)
                : Uni.createFrom()
                        .failure(new IllegalStateException("Tag names cannot be stored: " + List.copyOf(names)));
    }

    private void remember(RowSet<Row> rows, Map<String, Integer> found) {
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.clear();
        }
        for (Row row : rows) {
            remembered.put(row.getString("name"), row.getInteger("id"));
            found.put(row.getString("name"), row.getInteger("id"));
        }
    }
}
