package dev.fuda.dictionary.relation;

import dev.fuda.dictionary.file.RelationFile;
import dev.fuda.dictionary.file.RelationFile.Status;
import dev.fuda.dictionary.graph.RelationGraph;
import dev.fuda.dictionary.live.IndexFeed;
import dev.fuda.dictionary.name.Sinks;
import dev.fuda.dictionary.operation.Graph;
import dev.fuda.dictionary.operation.Tx;
import dev.fuda.dictionary.relation.RelationList.Relation;
import dev.fuda.kernel.event.DictionaryEvent.SnapshotInstalled;
import dev.fuda.kernel.stream.Outbox;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Imports lists of aliases and implications as sites give them out, each as one transaction that holds the graph: chains
 * are resolved to their ends, the line that would close a circle is refused and the circle named. Blocking.
 */
@ApplicationScoped
class RelationImport {

    private static final int BATCH = 5_000;

    /** A live tag leads nowhere, whatever aliases have its name. */
    private static final String LEADS = """
            select a.alias as source, t.name as target from tag_alias a join tag t on t.id = a.tag_id
            where a.alias = any($1) and not exists (select from tag s where s.name = a.alias and not s.is_deprecated)
            union all
            select t.name, r.name from tag t join tag r on r.id = t.replacement_id
            where t.name = any($1) and t.is_deprecated
            """;

    private static final String IMPLIES = """
            select a.name as source, c.name as target
            from tag a join tag_implication i on i.antecedent_id = a.id and i.status = 'active' join tag c on c.id = i.consequent_id
            where a.name = any($1)
            """;

    private static final String ADD_ALIASES = """
            insert into tag_alias (tag_id, alias)
            select id, alias from unnest($1::bigint[], $2::text[]) with ordinality as g (id, alias, n) order by n
            on conflict (tag_id, alias) do nothing
            """;

    /** What people asked for here is for people to decide. */
    private static final String ADD_REQUESTS = """
            insert into alias_request as r (alias, target, status, source, author, decided_at)
            select alias, target, status, 'import', $4, case when status <> 'pending' then now() end
            from unnest($1::text[], $2::text[], $3::text[]) with ordinality as g (alias, target, status, n)
            where length(alias) <= 255 and length(target) <= 255 order by n
            on conflict (alias, target) do update set status = excluded.status, decided_at = excluded.decided_at
            where r.source = 'import' and r.status <> excluded.status
            """;

    private static final String ADD_IMPLICATIONS = """
            insert into tag_implication as i (antecedent_id, consequent_id, status, source, author)
            select a, c, status, 'import', $4
            from unnest($1::bigint[], $2::bigint[], $3::text[]) with ordinality as g (a, c, status, n) order by n
            on conflict (antecedent_id, consequent_id) do update set status = excluded.status, updated_at = now()
            where i.source = 'import' and i.status <> excluded.status
            returning status
            """;

    @Inject
    Pool pool;

    @Inject
    Outbox outbox;

    @Inject
    IndexFeed feed;

    RelationReport aliases(RelationFile file, String author) throws IOException {
        RelationList list = new RelationList();
        file.read(list);
        RelationReport report =
                Tx.run(pool, tx -> aliases(tx, list, author)).await().indefinitely();
        if (report.addedCount() > 0) {
            feed.rebuilt().await().indefinitely();
        }
        return report;
    }

    RelationReport implications(RelationFile file, String author) throws IOException {
        RelationList list = new RelationList();
        file.read(list);
        return Tx.run(pool, tx -> implications(tx, list, author)).await().indefinitely();
    }

    private RelationReport aliases(Tx tx, RelationList list, String author) {
        Graph.hold(tx);
        KnownTags known = KnownTags.of(tx, names(list.relations));
        RelationGraph graph = new RelationGraph();
        // Nobody else can change it now. Two tags whose lists made each an alias of the other may both have been
        // deprecated
        // since, with nothing in their place: the graph leaves out what closes such a circle.
        KnownTags.follow(tx, names(list.relations), LEADS, graph::add);
        List<Relation> accepted = new ArrayList<>();
        List<Relation> inactive = new ArrayList<>();
        for (Relation relation : list.relations) {
            if (relation.status() != Status.ACTIVE) {
                inactive.add(relation);
            } else if (known.isLive(relation.from())) {
                list.reject(relation, "'" + relation.from() + "' is a tag itself; alias or merge it as an operation");
            } else if (Sinks.NAMES.contains(relation.to())) {
                list.reject(relation, "'" + relation.to() + "' stands for what is no tag, which nobody means");
            } else {
                Optional<List<String>> circle = graph.add(relation.from(), relation.to());
                circle.ifPresentOrElse(
                        names -> list.reject(relation, "this would lead in a circle: " + String.join(" → ", names)),
                        () -> accepted.add(relation));
            }
        }
        Set<String> ends = new LinkedHashSet<>();
        accepted.forEach(relation -> ends.addAll(graph.ends(relation.to())));
        KnownTags targets = KnownTags.of(tx, ends);
        List<Long> ids = new ArrayList<>();
        List<String> aliases = new ArrayList<>();
        int unknown = 0;
        for (Relation relation : accepted) {
            List<String> live =
                    graph.ends(relation.to()).stream().filter(targets::isLive).toList();
            unknown += live.isEmpty() ? 1 : 0;
            live.forEach(end -> {
                ids.add(targets.id(end));
                aliases.add(relation.from());
            });
        }
        int added = 0;
        for (int from = 0; from < ids.size(); from += BATCH) {
            int to = Math.min(ids.size(), from + BATCH);
            added += tx.write(
                    ADD_ALIASES,
                    ids.subList(from, to).toArray(Long[]::new),
                    aliases.subList(from, to).toArray(String[]::new));
        }
        keepStatus(tx, inactive, author);
        if (added > 0) {
            tx.write("insert into tag_change (tag_id) values (null)");
            tx.await(outbox.append(tx.connection(), new SnapshotInstalled(UUID.randomUUID(), 0, added)));
        }
        return new RelationReport(
                added, ids.size() - added, inactive.size(), unknown, list.rejections(), list.rejected());
    }

    private static void keepStatus(Tx tx, List<Relation> inactive, String author) {
        for (int from = 0; from < inactive.size(); from += BATCH) {
            List<Relation> part = inactive.subList(from, Math.min(inactive.size(), from + BATCH));
            // One statement must not touch a row twice; the last line of a pair says how it is.
            Map<String, Relation> last = new LinkedHashMap<>();
            part.forEach(relation -> last.put(relation.text(), relation));
            tx.write(
                    ADD_REQUESTS,
                    last.values().stream().map(Relation::from).toArray(String[]::new),
                    last.values().stream().map(Relation::to).toArray(String[]::new),
                    last.values().stream()
                            .map(relation -> relation.status().label())
                            .toArray(String[]::new),
                    author);
        }
    }

    private RelationReport implications(Tx tx, RelationList list, String author) {
        Graph.hold(tx);
        KnownTags known = KnownTags.of(tx, names(list.relations));
        RelationGraph graph = new RelationGraph();
        Set<String> tags = new LinkedHashSet<>();
        names(list.relations)
                .forEach(name -> Optional.ofNullable(known.meaning(name)).ifPresent(tags::add));
        KnownTags.follow(tx, tags, IMPLIES, graph::add);
        Map<List<Long>, Status> wanted = new LinkedHashMap<>();
        int unknown = 0;
        int inactive = 0;
        int active = 0;
        for (Relation relation : list.relations) {
            String from = known.meaning(relation.from());
            String to = known.meaning(relation.to());
            if (from == null || to == null) {
                unknown++;
            } else if (from.equals(to)) {
                list.reject(relation, "both are the tag '" + from + "' here");
            } else if (relation.status() != Status.ACTIVE) {
                inactive++;
                wanted.putIfAbsent(List.of(known.id(from), known.id(to)), relation.status());
            } else {
                Optional<List<String>> circle = graph.add(from, to);
                if (circle.isPresent()) {
                    list.reject(relation, "this would lead in a circle: " + String.join(" → ", circle.get()));
                } else {
                    active += wanted.put(List.of(known.id(from), known.id(to)), Status.ACTIVE) == Status.ACTIVE ? 0 : 1;
                }
            }
        }
        int added = write(tx, wanted, author);
        return new RelationReport(added, active - added, inactive, unknown, list.rejections(), list.rejected());
    }

    /** How many are in force that were not before. */
    private static int write(Tx tx, Map<List<Long>, Status> wanted, String author) {
        List<List<Long>> pairs = List.copyOf(wanted.keySet());
        int added = 0;
        for (int from = 0; from < pairs.size(); from += BATCH) {
            List<List<Long>> part = pairs.subList(from, Math.min(pairs.size(), from + BATCH));
            for (Row row : tx.rows(
                    ADD_IMPLICATIONS,
                    part.stream().map(List::getFirst).toArray(Long[]::new),
                    part.stream().map(List::getLast).toArray(Long[]::new),
                    part.stream().map(pair -> wanted.get(pair).label()).toArray(String[]::new),
                    author)) {
                added += row.getString("status").equals(Status.ACTIVE.label()) ? 1 : 0;
            }
        }
        return added;
    }

    private static Set<String> names(Collection<Relation> relations) {
        Set<String> names = new LinkedHashSet<>();
        relations.forEach(relation -> {
            names.add(relation.from());
            names.add(relation.to());
        });
        return names;
    }
}
