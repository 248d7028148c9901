package dev.fuda.dictionary.vocabulary;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is used more in one vocabulary than in another. */
@ApplicationScoped
public class Growth {

    private static final String GROWN = """
            select t.id, t.name, coalesce(b.count, 0) as before, a.count as after
            from vocabulary_tag a join tag t on t.id = a.tag_id
            left join vocabulary_tag b on b.vocabulary_id = $1 and b.tag_id = a.tag_id
            where a.vocabulary_id = $2 and a.count > coalesce(b.count, 0)
            order by a.count - coalesce(b.count, 0) desc, t.name limit $3
            """;

    /** The newest snapshot that has an older one of its kind, and the newest of these. */
    private static final String NEWEST = """
            select b.id as from_id, b.name as from_name, a.id as to_id, a.name as to_name
            from vocabulary a join vocabulary b on b.kind = a.kind and b.snapshot_date < a.snapshot_date
            order by a.snapshot_date desc, a.id desc, b.snapshot_date desc, b.id desc limit 1
            """;

    private final Pool pool;

    Growth(Pool pool) {
        this.pool = pool;
    }

    /**
     * A tag that is used more than before.
     *
     * @param before its count in the older vocabulary, 0 where it was not there
     */
    @Schema(name = "GrowingTag")
    public record GrowingTag(long id, String tag, long before, long after, long growth) {}

    /**
     * What grew most from one snapshot to another.
     *
     * @param from the name of the older vocabulary
     * @param to the name of the newer one
     */
    @Schema(name = "GrowingTags")
    public record Growing(String from, String to, List<GrowingTag> tags) {}

    /** The tags that grew most, the most first. */
    Uni<List<GrowingTag>> between(long from, long to, int limit) {
        return pool.preparedQuery(GROWN)
                .execute(Tuple.of(from, to, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Growth::tag)
                        .toList());
    }

    /** What grew most between the two newest snapshots of one site; empty without two. */
    public Uni<Optional<Growing>> newest(int limit) {
        return pool.query(NEWEST)
                .execute()
                .flatMap(rows -> rows.size() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : of(rows.iterator().next(), limit).map(Optional::of));
    }

    private Uni<Growing> of(Row pair, int limit) {
        return between(pair.getLong("from_id"), pair.getLong("to_id"), limit)
                .map(tags -> new Growing(pair.getString("from_name"), pair.getString("to_name"), tags));
    }

    private static GrowingTag tag(Row row) {
        long before = row.getLong("before");
        long after = row.getLong("after");
        return new GrowingTag(row.getLong("id"), row.getString("name"), before, after, after - before);
    }
}
