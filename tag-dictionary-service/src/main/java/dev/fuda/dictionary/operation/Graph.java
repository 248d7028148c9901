package dev.fuda.dictionary.operation;

import dev.fuda.dictionary.graph.RelationGraph;
import dev.fuda.kernel.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps aliases, replacements and implications free of circles: whoever adds one holds the graph until the end of its
 * transaction, so two that would close a circle together come one after the other.
 */
public final class Graph {

    /** Waits for whoever else changes the graph, as a statement. */
    public static final String HOLD = "select pg_advisory_xact_lock(7083711901)";

    /** Far more steps than people follow; a longer way is not looked for. */
    private static final int DEEPEST = 1_000;

    private static final int AT_ONCE = 10_000;

    private static final String STEPS_OF_ALIASES = """
            select a.alias as source, t.name as target from tag_alias a join tag t on t.id = a.tag_id where a.alias = any($1)
            union all
            select t.name, r.name from tag t join tag r on r.id = t.replacement_id where t.name = any($1)
            order by source, target
            """;

    private static final String STEPS_OF_IMPLICATIONS = """
            select a.name as source, c.name as target
            from tag a join tag_implication i on i.antecedent_id = a.id and i.status = 'active' join tag c on c.id = i.consequent_id
            where a.name = any($1) order by source, target
            """;

    private static final String IMPLIED = """
            with recursive implied (id) as (
                select consequent_id from tag_implication where antecedent_id = $1 and status = 'active'
                union
                select i.consequent_id from implied m join tag_implication i on i.antecedent_id = m.id and i.status = 'active')
            select t.name from implied m join tag t on t.id = m.id order by t.name
            """;

    private Graph() {}

    /** Waits for whoever else changes the graph. */
    public static void hold(Tx tx) {
        tx.rows(HOLD);
    }

    /**
     * @throws Problem 409 with the circle if {@code to} leads back to {@code from} already
     */
    public static void requireNoAliasCircle(Tx tx, String from, String to) {
        List<String> way = from.equals(to) ? List.of(from) : way(tx, STEPS_OF_ALIASES, to, from);
        if (way != null) {
            throw circle(from, way, "an alias or a replacement");
        }
    }

    /** As {@link #requireNoAliasCircle}, for tags of which one implies the other. */
    public static void requireNoImplicationCircle(Tx tx, TagRow from, TagRow to) {
        List<String> way =
                from.id() == to.id() ? List.of(from.name()) : way(tx, STEPS_OF_IMPLICATIONS, to.name(), from.name());
        if (way != null) {
            throw circle(from.name(), way, "an implication");
        }
    }

    /**
     * Looks at relations that were put back: others may have come meanwhile.
     *
     * @throws Problem 409 with the circle if one of these tags leads to itself
     */
    static void requireNoCircleThrough(Tx tx, Set<String> names, Set<String> implying) {
        for (String name : names) {
            List<String> way = way(tx, STEPS_OF_ALIASES, name, name);
            if (way != null) {
                throw circle(name, way.subList(1, way.size()), "an alias or a replacement");
            }
        }
        for (String name : implying) {
            List<String> way = way(tx, STEPS_OF_IMPLICATIONS, name, name);
            if (way != null) {
                throw circle(name, way.subList(1, way.size()), "an implication");
            }
        }
    }

    /**
     * A shortest way of at least one step, both ends included, or null. It looks at each name once: between two tags
     * there may be more ways than anyone can count.
     */
    private static List<String> way(Tx tx, String steps, String from, String to) {
        Map<String, String> cameFrom = new HashMap<>();
        List<String> frontier = List.of(from);
        for (int step = 0; step < DEEPEST && !frontier.isEmpty(); step++) {
            List<String> next = new ArrayList<>();
            for (Row row : tx.rows(steps, (Object) frontier.toArray(String[]::new))) {
                String target = row.getString("target");
                if (cameFrom.putIfAbsent(target, row.getString("source")) == null) {
                    next.add(target);
                }
            }
            if (cameFrom.containsKey(to)) {
                return back(cameFrom, from, to);
            }
            frontier = next;
        }
        return null;
    }

    private static List<String> back(Map<String, String> cameFrom, String from, String to) {
        List<String> way = new ArrayList<>(List.of(to));
        do {
            way.add(cameFrom.get(way.getLast()));
        } while (!way.getLast().equals(from));
        return List.copyOf(way.reversed());
    }

    /** Where aliases and replacements lead from these names on, so that many new ones can be looked at together. */
    public static RelationGraph aliasesFrom(Tx tx, Collection<String> names) {
        return from(tx, STEPS_OF_ALIASES, names);
    }

    /** As {@link #aliasesFrom}, for implications. */
    public static RelationGraph implicationsFrom(Tx tx, Collection<String> names) {
        return from(tx, STEPS_OF_IMPLICATIONS, names);
    }

    private static RelationGraph from(Tx tx, String steps, Collection<String> names) {
        RelationGraph graph = new RelationGraph();
        Set<String> seen = new LinkedHashSet<>(names);
        List<String> frontier = List.copyOf(seen);
        while (!frontier.isEmpty()) {
            List<String> next = new ArrayList<>();
            for (int at = 0; at < frontier.size(); at += AT_ONCE) {
                List<String> part = frontier.subList(at, Math.min(frontier.size(), at + AT_ONCE));
                for (Row row : tx.rows(steps, (Object) part.toArray(String[]::new))) {
                    graph.add(row.getString("source"), row.getString("target"));
                    if (seen.add(row.getString("target"))) {
                        next.add(row.getString("target"));
                    }
                }
            }
            frontier = next;
        }
        return graph;
    }

    private static Problem circle(String start, List<String> path, String what) {
        List<String> circle = new ArrayList<>();
        circle.add(start);
        circle.addAll(path);
        return Problem.conflict(
                        "circle",
                        "With this, " + what + " would lead in a circle: " + String.join(" → ", circle)
                                + ". Take one of these out first.")
                .with("circle", circle);
    }

    /** The way by which one tag implies another already, or null. */
    static List<String> wayOfImplications(Tx tx, TagRow from, TagRow to) {
        return way(tx, STEPS_OF_IMPLICATIONS, from.name(), to.name());
    }

    /** The names of all tags that this one implies, over any number of steps. */
    static Set<String> implied(Tx tx, TagRow tag) {
        Set<String> names = new LinkedHashSet<>();
        tx.rows(IMPLIED, tag.id()).forEach(row -> names.add(row.getString("name")));
        return names;
    }

    /** A tag, locked until the end of the transaction. */
    public record TagRow(long id, String name, boolean deprecated, String replacement, int version) {

        private static final String SELECT =
                "select t.id, t.name, t.is_deprecated, t.version, r.name as replacement from tag t left join tag r on r.id = t.replacement_id where t.name = any($1) order by t.name for update of t";

        /** Those of these tags that there are, locked in the order of their names as imports do. */
        public static List<TagRow> lock(Tx tx, String... names) {
            List<TagRow> tags = new ArrayList<>();
            tx.rows(SELECT, (Object) names)
                    .forEach(row -> tags.add(new TagRow(
                            row.getLong("id"),
                            row.getString("name"),
                            row.getBoolean("is_deprecated"),
                            row.getString("replacement"),
                            row.getInteger("version"))));
            return tags;
        }
    }
}
