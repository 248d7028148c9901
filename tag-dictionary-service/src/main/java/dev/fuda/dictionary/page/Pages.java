package dev.fuda.dictionary.page;

import dev.fuda.kernel.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Lists in parts, as every resource here gives them: the rows of a page and how many there are in all. */
public final class Pages {

    private Pages() {}

    /** Makes the answer; the constructors of the records for pages are such. */
    public interface Maker<T, P> {
        P make(List<T> items, long total, int page, int limit, int totalPages);
    }

    /**
     * What is listed.
     *
     * @param columns what is selected, such as {@code t.id, t.name}
     * @param from the rest of both queries, such as {@code from tag t where t.name = $1}
     * @param orderBy all columns that make the order certain
     */
    public record Listing(String columns, String from, String orderBy) {}

    /** One page of a list. */
    public static <T, P> Uni<P> of(
            Pool pool, Listing listing, Tuple parameters, Page page, Function<Row, T> view, Maker<T, P> maker) {
        String rows = "select " + listing.columns() + " " + listing.from() + " order by " + listing.orderBy()
                + " limit " + page.limit() + " offset " + page.offset();
        return Uni.combine()
                .all()
                .unis(
                        pool.preparedQuery(rows).execute(parameters),
                        pool.preparedQuery("select count(*) " + listing.from()).execute(parameters))
                .with((found, count) -> {
                    long total = count.iterator().next().getLong(0);
                    List<T> items = StreamSupport.stream(found.spliterator(), false)
                            .map(view)
                            .toList();
                    return maker.make(items, total, page.page(), page.limit(), page.pages(total));
                });
    }
}
