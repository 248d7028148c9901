package dev.fuda.dataset.tagging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.dataset.search.Condition;
import dev.fuda.kernel.event.TagRequested;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rows of the items of tagging jobs. */
@ApplicationScoped
class AutoTagRows {

    /** Told when there is something to apply. */
    static final String CHANNEL = "fuda_auto_tag";

    private final Pool pool;
    private final ObjectMapper json;

    AutoTagRows(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** How far a job is: how many of its items got other tags, and how many had nothing to change. */
    record Tally(long changed, long unchanged) {}

    /** Adds the items of a condition to a job, and tells which images are to be tagged. */
    Uni<List<TagRequested>> ask(SqlConnection tx, UUID job, AutoTagOrder order, Condition condition) {
        List<Object> parameters = new ArrayList<>(condition.parameters());
        parameters.add(job);
        String untagged = "";
        if (order.mode() == AutoTagOrder.Mode.SKIP) {
            parameters.add(order.captionType());
            untagged = " and not exists (select from item_tag t join caption c on c.id = t.caption_id"
                    + " where t.item_id = i.id and c.caption_subtype = $" + parameters.size() + ")";
        }
        String insert = "insert into auto_tag_item (job_id, item_id) select $"
                + (condition.parameters().size() + 1) + ", i.id from item i where " + condition.where() + untagged;
        return tx.preparedQuery(insert).execute(Tuple.from(parameters)).flatMap(done -> requests(tx, job, order, null));
    }

    /** Asks for failed items once more. */
    Uni<List<TagRequested>> askAgain(SqlConnection tx, UUID job, AutoTagOrder order, List<Long> items) {
        Long[] ids = items.toArray(Long[]::new);
        return tx.preparedQuery(
                        "update auto_tag_item set state = 'asked', chosen = null where job_id = $1 and item_id = any($2)")
                .execute(Tuple.of(job, ids))
                .flatMap(done -> requests(tx, job, order, ids));
    }

    private static Uni<List<TagRequested>> requests(SqlConnection tx, UUID job, AutoTagOrder order, Long[] items) {
        return tx.preparedQuery("""
                        select i.id, i.image_hash from auto_tag_item a join item i on i.id = a.item_id
                        where a.job_id = $1 and ($2::bigint[] is null or i.id = any($2)) order by i.id
                        """).execute(Tuple.of(job, items)).map(rows -> {
            List<TagRequested> requests = new ArrayList<>(rows.size());
            for (Row row : rows) {
                long item = row.getLong("id");
                String image = "/datasets/" + order.dataset() + "/items/" + item + "/image";
                requests.add(new TagRequested(
                        job, order.dataset(), item, row.getString("image_hash"), order.modelName(), image));
            }
            return requests;
        });
    }

    /** Whether the item's image is the one that was measured; null when the job does not wait for the item. */
    Uni<Boolean> isCurrent(SqlConnection tx, UUID job, long item, String imageHash) {
        return tx.preparedQuery("""
                        select i.image_hash = $3 as current from auto_tag_item a join item i on i.id = a.item_id
                        where a.job_id = $1 and a.item_id = $2 and a.state = 'asked' for no key update of a
                        """)
                .execute(Tuple.of(job, item, imageHash))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getBoolean("current"));
    }

    Uni<Void> scored(SqlConnection tx, UUID job, long item, List<Choice> chosen) {
        return tx.preparedQuery(
                        "update auto_tag_item set state = 'scored', chosen = $3::text::jsonb where job_id = $1 and item_id = $2 returning pg_notify('"
                                + CHANNEL + "', '')::text")
                .execute(Tuple.of(job, item, write(chosen)))
                .replaceWithVoid();
    }

    Uni<Void> end(SqlConnection tx, UUID job, Collection<Long> items, String state) {
        return tx.preparedQuery(
                        "update auto_tag_item set state = $3, chosen = null where job_id = $1 and item_id = any($2)")
                .execute(Tuple.of(job, items.toArray(Long[]::new), state))
                .replaceWithVoid();
    }

    Uni<Tally> applied(SqlConnection tx, UUID job, Collection<Long> done, Collection<Long> changed) {
        return tx.preparedQuery("""
                        update auto_tag_item set state = 'done', chosen = null, changed = changed or item_id = any($3)
                        where job_id = $1 and item_id = any($2)
                        """)
                .execute(Tuple.of(job, done.toArray(Long[]::new), changed.toArray(Long[]::new)))
                .flatMap(updated -> tx.preparedQuery("""
                                select count(*) filter (where changed) as changed, count(*) filter (where not changed) as unchanged
                                from auto_tag_item where job_id = $1 and state = 'done'
                                """).execute(Tuple.of(job)))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Tally(row.getLong("changed"), row.getLong("unchanged"));
                });
    }

    /** A job that has something to apply, or null. */
    Uni<UUID> jobToApply() {
        return pool.query("select job_id from auto_tag_item where state = 'scored' order by job_id limit 1")
                .execute()
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getUUID("job_id"));
    }

    /** What to apply, by item. */
    Uni<Map<Long, List<Choice>>> toApply(UUID job, int limit) {
        return pool.preparedQuery("""
                        select item_id, chosen::text as chosen from auto_tag_item where job_id = $1 and state = 'scored'
                        order by item_id limit $2
                        """).execute(Tuple.of(job, limit)).map(rows -> {
            Map<Long, List<Choice>> chosen = new LinkedHashMap<>();
            rows.forEach(row -> chosen.put(row.getLong("item_id"), read(row.getString("chosen"))));
            return chosen;
        });
    }

    /** Running jobs that wait for items which are not there any more, with the number of those. */
    Uni<Map<UUID, Integer>> abandoned() {
        return pool.query("""
                        select j.id, j.total - j.done - j.failed as lost from job j
                        where j.kind = 'auto-tag' and j.state = 'running' and j.total > j.done + j.failed and not exists (
                            select from auto_tag_item a where a.job_id = j.id and a.state in ('asked', 'scored'))
                        """).execute().map(rows -> {
            Map<UUID, Integer> lost = new LinkedHashMap<>();
            rows.forEach(row -> lost.put(row.getUUID("id"), row.getInteger("lost")));
            return lost;
        });
    }

    private String write(List<Choice> chosen) {
        try {
            return json.writeValueAsString(chosen);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Tags cannot be written as JSON", e);
        }
    }

    private List<Choice> read(String chosen) {
        try {
            return json.readValue(chosen, new TypeReference<List<Choice>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Tags cannot be read: " + chosen, e);
        }
    }
}
