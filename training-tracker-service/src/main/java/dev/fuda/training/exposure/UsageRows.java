package dev.fuda.training.exposure;

import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Reads which items a run has used how often. */
@ApplicationScoped
public class UsageRows {

    private static final String COUNT =
            "select count(u.item_id) as items from training_run r left join training_item_usage u on u.run_id = r.id"
                    + " where r.id = $1 group by r.id";
    private static final String LIST = """
            select u.*, removed.item_id is not null as removed
            from training_item_usage u left join removed_item removed on removed.item_id = u.item_id
            where run_id = $1 order by %s limit $2 offset $3
            """;

    private final Pool pool;

    UsageRows(Pool pool) {
        this.pool = pool;
    }

    /**
     * How a run used an item.
     *
     * @param firstSeenEpoch the epoch of {@code firstSeenStep}
     * @param firstSeenStep the smallest step, whenever it was reported
     * @param removed whether the item has left its dataset since
     */
    public record ItemUsage(
            long itemId,
            long timesSeen,
            int firstSeenEpoch,
            int lastSeenEpoch,
            long firstSeenStep,
            long lastSeenStep,
            boolean removed) {
        static ItemUsage of(Row row) {
            return new ItemUsage(
                    row.getLong("item_id"),
                    row.getLong("times_seen"),
                    row.getInteger("first_seen_epoch"),
                    row.getInteger("last_seen_epoch"),
                    row.getLong("first_seen_step"),
                    row.getLong("last_seen_step"),
                    row.getBoolean("removed"));
        }
    }

    /** A part of the items of a run. */
    public record UsagePage(List<ItemUsage> items, long total, int page, int limit, int totalPages) {}

    /** The orders in which items can be listed. */
    enum Order {
        ITEM_ID("u.item_id"),
        TIMES_SEEN("u.times_seen, u.item_id"),
        MOST_SEEN("u.times_seen desc, u.item_id");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /** One page of a run's items; fails with a 404 if there is no such run. */
    Uni<UsagePage> list(long runId, Order order, Page page) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(runId))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getLong("items"))
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("training run", runId))
                .chain(total -> pool.preparedQuery(LIST.formatted(order.sql))
                        .execute(Tuple.of(runId, page.limit(), page.offset()))
                        .map(rows -> new UsagePage(items(rows), total, page.page(), page.limit(), page.pages(total))));
    }

    private static List<ItemUsage> items(RowSet<Row> rows) {
        List<ItemUsage> items = new ArrayList<>();
        rows.forEach(row -> items.add(ItemUsage.of(row)));
        return items;
    }
}
