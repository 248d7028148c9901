package dev.fuda.dataset.search;

import dev.fuda.dataset.caption.TagName;
import dev.fuda.dataset.search.Query.Tag;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the ids of the tags in a query. A tag of exactly this name wins; else every tag whose name differs in {@code -}
 * and {@code _} only, or in the width of its letters. A name with {@code *} or {@code ?} is a pattern unless a tag is called like this.
 */
final class TagIds {

    private TagIds() {}

    /** The ids of each tag; empty for an unknown one; no entry for a pattern. */
    static Uni<Map<Tag, Set<Integer>>> find(SqlClient client, Query query) {
        Set<Tag> tags = new LinkedHashSet<>();
        collect(query, tags);
        if (tags.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return named(client, tags)
                .flatMap(exact -> spelledLike(client, tags, exact).map(similar -> {
                    Map<Tag, Set<Integer>> found = new HashMap<>();
                    for (Tag tag : tags) {
                        if (exact.containsKey(tag.name())) {
                            found.put(tag, Set.of(exact.get(tag.name())));
                        } else if (!isPattern(tag)) {
                            String matching = TagName.matching(tag.name());
                            found.put(tag, tag.exact() ? Set.of() : similar.getOrDefault(matching, Set.of()));
                        }
                    }
                    return found;
                }));
    }

    private static Uni<Map<String, Integer>> named(SqlClient client, Set<Tag> tags) {
        return client.preparedQuery("select id, name from tag_name where name = any($1)")
                .execute(Tuple.of(tags.stream().map(Tag::name).toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Integer> ids = new HashMap<>();
                    rows.forEach(row -> ids.put(row.getString("name"), row.getInteger("id")));
                    return ids;
                });
    }

    private static Uni<Map<String, Set<Integer>>> spelledLike(
            SqlClient client, Set<Tag> tags, Map<String, Integer> exact) {
        List<String> patterns = new ArrayList<>();
        for (Tag tag : tags) {
            String matching = TagName.matching(tag.name());
            boolean hasSpellings = tag.name().indexOf('_') >= 0 || !matching.equals(tag.name());
            if (hasSpellings && !tag.exact() && !isPattern(tag) && !exact.containsKey(tag.name())) {
                patterns.add(like(tag.name()));
                patterns.add(like(matching));
            }
        }
        if (patterns.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return client.preparedQuery("select id, name from tag_name where name like any($1)")
                .execute(Tuple.of(patterns.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Set<Integer>> ids = new HashMap<>();
                    for (Row row : rows) {
                        ids.computeIfAbsent(TagName.matching(row.getString("name")), name -> new LinkedHashSet<>())
                                .add(row.getInteger("id"));
                    }
                    return ids;
                });
    }

    /** LIKE's _ stands for any one character, so the index finds few; the right ones are chosen afterwards. */
    private static String like(String name) {
        return SearchSql.escape(name.replace('-', '_')).replace("\\_", "_");
    }

    private static boolean isPattern(Tag tag) {
        return !tag.exact() && (tag.name().indexOf('*') >= 0 || tag.name().indexOf('?') >= 0);
    }

    private static void collect(Query query, Set<Tag> tags) {
        switch (query) {
            case Query.And(List<Query> parts) -> parts.forEach(part -> collect(part, tags));
            case Query.Or(List<Query> parts) -> parts.forEach(part -> collect(part, tags));
            case Query.Not(Query part) -> collect(part, tags);
            case Tag tag -> tags.add(tag);
            case Query.All() -> {}
            case Query.Range ignored -> {}
            case Query.Text ignored -> {}
        }
    }
}
