package dev.fuda.dictionary.operation;

import dev.fuda.kernel.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps aliases, replacements and implications free of circles: whoever adds one holds the graph until the end of its
 * transaction, so two that would close a circle together come one after the other.
 */
public final class Graph {

    /** Waits for whoever else changes the graph, as a statement. */
    public static final String HOLD = "select pg_advisory_xact_lock(7083711901)";

    private static final int DEEPEST = 100;

    private static final String WAY_OF_ALIASES = """
            with recursive way (name, path) as (
                select $1::text collate "C", array[$1::text collate "C"]
                union all
                select n.next, w.path || n.next
                from way w cross join lateral (
                    select t.name as next from tag_alias a join tag t on t.id = a.tag_id where a.alias = w.name
                    union
                    select r.name from tag t join tag r on r.id = t.replacement_id where t.name = w.name
                ) n
                where n.next <> all (w.path) and cardinality(w.path) < %d)
            select path from way where name = $2 order by cardinality(path) limit 1
            """.formatted(DEEPEST);

    private static final String WAY_OF_IMPLICATIONS = """
            with recursive way (id, path) as (
                select $1::bigint, array[$1::bigint]
                union all
                select i.consequent_id, w.path || i.consequent_id
                from way w join tag_implication i on i.antecedent_id = w.id and i.status = 'active'
                where i.consequent_id <> all (w.path) and cardinality(w.path) < %d)
            select array(select t.name from unnest(path) with ordinality as p (id, n) join tag t on t.id = p.id order by n) as path
            from way where id = $2 order by cardinality(path) limit 1
            """.formatted(DEEPEST);

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
        Row way = tx.row(WAY_OF_ALIASES, to, from);
        if (way != null) {
            throw circle(from, way.getArrayOfStrings("path"), "an alias or a replacement");
        }
    }

    /** As {@link #requireNoAliasCircle}, for tags of which one implies the other. */
    public static void requireNoImplicationCircle(Tx tx, TagRow from, TagRow to) {
        Row way = tx.row(WAY_OF_IMPLICATIONS, to.id(), from.id());
        if (way != null) {
            throw circle(from.name(), way.getArrayOfStrings("path"), "an implication");
        }
    }

    private static Problem circle(String start, String[] path, String what) {
        List<String> circle = new ArrayList<>();
        circle.add(start);
        circle.addAll(List.of(path));
        return Problem.conflict(
                        "circle",
                        "With this, " + what + " would lead in a circle: " + String.join(" → ", circle)
                                + ". Take one of these out first.")
                .with("circle", circle);
    }

    /** The way by which one tag implies another already, or null. */
    static List<String> wayOfImplications(Tx tx, TagRow from, TagRow to) {
        Row way = tx.row(WAY_OF_IMPLICATIONS, from.id(), to.id());
        return way == null ? null : List.of(way.getArrayOfStrings("path"));
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
                "select t.id, t.name, t.is_deprecated, t.version, r.name as replacement from tag t left join tag r on r.id = t.replacement_id where t.name = any($1) order by t.id for update of t";

        /** Those of these tags that there are, locked in the order of their ids. */
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
