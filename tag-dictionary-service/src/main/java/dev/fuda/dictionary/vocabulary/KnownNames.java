package dev.fuda.dictionary.vocabulary;

import dev.fuda.dictionary.live.IndexFeed;
import dev.fuda.dictionary.name.TagName;
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
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Does a model know these tags? */
@ApplicationScoped
class KnownNames {

    private static final String THERE = """
            select t.name, coalesce(v.name, t.name) as written from vocabulary_tag v join tag t on t.id = v.tag_id
            where v.vocabulary_id = $1 and t.name = any($2)
            """;

    /** Deprecated tags that these replace, over any number of steps: what an old model calls them. */
    private static final String FORMERLY = """
            with recursive former (start, id) as (
                select t.name, d.id from tag t join tag d on d.replacement_id = t.id where t.name = any($2)
                union
                select f.start, d.id from former f join tag d on d.replacement_id = f.id)
            select distinct on (f.start) f.start, coalesce(v.name, t.name) as written
            from former f join vocabulary_tag v on v.vocabulary_id = $1 and v.tag_id = f.id join tag t on t.id = f.id
            order by f.start, v.count desc nulls last, t.count desc, t.name
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
     * @param known whether the vocabulary has it: by this name, as the tag that it means, or under a deprecated name
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

    /** A name, the tag that is called so whether it is to be used or not, and the tag that it means today. */
    private record Asked(String name, String same, String meant) {
        static Asked of(Resolution resolution) {
            return new Asked(resolution.name(), same(resolution.name()), resolution.tag());
        }

        private static String same(String name) {
            try {
                return TagName.of(name);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }

    /** An old model is asked by old names: what it has under the very name comes before what the name means today. */
    Uni<List<Known>> find(long vocabulary, List<String> names) {
        Resolver resolver = feed.resolver();
        List<Asked> asked = names.stream().map(resolver::resolve).map(Asked::of).toList();
        Stream<String> all = asked.stream().flatMap(name -> Stream.of(name.same(), name.meant()));
        return texts(THERE, "name", vocabulary, all)
                .flatMap(there -> texts(FORMERLY, "start", vocabulary, missing(asked, there))
                        .map(formerly -> with(there, formerly)))
                .flatMap(there -> texts(NEAREST, "start", vocabulary, missing(asked, there))
                        .map(nearest -> asked.stream()
                                .map(name -> known(name, there, nearest))
                                .toList()));
    }

    private static Known known(Asked asked, Map<String, String> there, Map<String, String> nearest) {
        String written = there.getOrDefault(asked.same(), there.get(asked.meant()));
        return new Known(
                asked.name(),
                asked.meant(),
                written != null,
                written,
                written == null ? nearest.get(asked.meant()) : null);
    }

    private static Stream<String> missing(List<Asked> asked, Map<String, String> there) {
        return asked.stream().map(Asked::meant).filter(tag -> !there.containsKey(tag));
    }

    private static Map<String, String> with(Map<String, String> there, Map<String, String> formerly) {
        Map<String, String> all = new HashMap<>(formerly);
        all.putAll(there);
        return all;
    }

    private Uni<Map<String, String>> texts(String sql, String key, long vocabulary, Stream<String> names) {
        String[] tags = names.filter(Objects::nonNull).distinct().toArray(String[]::new);
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
