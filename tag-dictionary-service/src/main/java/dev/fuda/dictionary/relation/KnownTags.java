package dev.fuda.dictionary.relation;

import dev.fuda.dictionary.operation.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What the dictionary knows of many names. */
final class KnownTags {

    private static final int AT_ONCE = 10_000;

    private final Map<String, Long> ids = new HashMap<>();
    private final Set<String> deprecated = new HashSet<>();
    private final Map<String, Set<String>> aliases = new HashMap<>();

    static KnownTags of(Tx tx, Collection<String> names) {
        KnownTags known = new KnownTags();
        inParts(
                names,
                part -> tx.rows("select id, name, is_deprecated from tag where name = any($1)", (Object) part)
                        .forEach(row -> {
                            known.ids.put(row.getString("name"), row.getLong("id"));
                            if (row.getBoolean("is_deprecated")) {
                                known.deprecated.add(row.getString("name"));
                            }
                        }));
        inParts(
                names,
                part -> tx.rows(
                                "select a.alias, t.name, t.id from tag_alias a join tag t on t.id = a.tag_id where a.alias = any($1)",
                                (Object) part)
                        .forEach(row -> {
                            known.aliases
                                    .computeIfAbsent(row.getString("alias"), name -> new HashSet<>())
                                    .add(row.getString("name"));
                            known.ids.putIfAbsent(row.getString("name"), row.getLong("id"));
                        }));
        return known;
    }

    /** The id of the tag of this very name, or null. */
    Long id(String name) {
        return ids.get(name);
    }

    boolean isLive(String name) {
        return ids.containsKey(name) && !deprecated.contains(name);
    }

    /** The tag that a name means: itself, or the only tag that it is an alias of; null when there is none. */
    String meaning(String name) {
        if (ids.containsKey(name)) {
            return name;
        }
        Set<String> targets = aliases.getOrDefault(name, Set.of());
        return targets.size() == 1 ? targets.iterator().next() : null;
    }

    /** Follows relations that are there from these names on, wherever they lead. */
    static void follow(Tx tx, Collection<String> names, String query, BiConsumer<String, String> taker) {
        Set<String> seen = new HashSet<>(names);
        Collection<String> frontier = names;
        while (!frontier.isEmpty()) {
            List<String> next = new ArrayList<>();
            inParts(
                    frontier,
                    part -> tx.rows(query, (Object) part).forEach(row -> {
                        taker.accept(row.getString("source"), row.getString("target"));
                        if (seen.add(row.getString("target"))) {
                            next.add(row.getString("target"));
                        }
                    }));
            frontier = next;
        }
    }

    private static void inParts(Collection<String> names, java.util.function.Consumer<String[]> work) {
        List<String> all = List.copyOf(names);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            work.accept(all.subList(from, Math.min(all.size(), from + AT_ONCE)).toArray(String[]::new));
        }
    }
}
