package dev.fuda.dictionary.vocabulary;

import dev.fuda.dictionary.live.IndexFeed;
import dev.fuda.dictionary.suggest.Resolver;
import dev.fuda.dictionary.suggest.Resolver.Resolution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Does a model know these tags? */
@ApplicationScoped
class KnownNames {

    private static final String THERE = """
            select t.name, coalesce(v.name, t.name) as written from vocabulary_tag v join tag t on t.id = v.tag_id
            where v.vocabulary_id = $1 and t.name = any($2)
            """;

    private static final String NEAREST = """
            with recursive implied (start, id) as (
                select t.name, i.consequent_id
                from tag t join tag_implication i on i.antecedent_id = t.id and i.status = 'active' where t.name = any($2)
                union
                select m.start, i.consequent_id
                from implied m join tag_implication i on i.antecedent_id = m.id and i.status = 'active')
            select distinct on (m.start) m.start, coalesce(v.name, t.name) as written
            from implied m join vocabulary_tag v on v.vocabulary_id = $1 and v.tag_id = m.id join tag t on t.id = m.id
            order by m.start, v.count desc nulls last, t.count desc, t.name
            """;

    private final Pool pool;
    private final IndexFeed feed;

    KnownNames(Pool pool, IndexFeed feed) {
        this.pool = pool;
        this.feed = feed;
    }

    /**
     * What a vocabulary says to a name.
     *
     * @param tag what the name means, null when nobody knows
     * @param known whether the vocabulary has this tag
     * @param written how it is written there, null when it is not there
     * @param nearest for a tag that is not there: what is there and comes nearest, or null
     */
    @Schema(name = "KnownName")
    record Known(
            String name,
            @Nullable String tag,
            boolean known,
            @Nullable String written,
            @Nullable String nearest) {}

    Uni<List<Known>> find(long vocabulary, List<String> names) {
        Resolver resolver = feed.resolver();
        List<Resolution> meant = names.stream().map(resolver::resolve).toList();
        String[] tags = meant.stream()
                .map(Resolution::tag)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        return texts(THERE, "name", vocabulary, tags)
                .flatMap(there -> texts(
                                NEAREST,
                                "start",
                                vocabulary,
                                java.util.Arrays.stream(tags)
                                        .filter(tag -> !there.containsKey(tag))
                                        .toArray(String[]::new))
                        .map(nearest -> meant.stream()
                                .map(resolution -> new Known(
                                        resolution.name(),
                                        resolution.tag(),
                                        there.containsKey(resolution.tag()),
                                        there.get(resolution.tag()),
                                        nearest.get(resolution.tag())))
                                .toList()));
    }

    private Uni<Map<String, String>> texts(String sql, String key, long vocabulary, String[] tags) {
        if (tags.length == 0) {
            return Uni.createFrom().item(new HashMap<>());
        }
        return pool.preparedQuery(sql).execute(Tuple.of(vocabulary, tags)).map(rows -> {
            Map<String, String> found = new HashMap<>();
            rows.forEach(row -> found.put(row.getString(key), row.getString("written")));
            return found;
        });
    }
}
