package dev.fuda.dictionary.overlay;

import dev.fuda.dictionary.file.OverlayTag;
import dev.fuda.dictionary.graph.RelationGraph;
import dev.fuda.dictionary.operation.Graph;
import dev.fuda.dictionary.operation.Tx;
import dev.fuda.dictionary.overlay.OverlayList.Entry;
import dev.fuda.dictionary.overlay.OverlayList.Implied;
import dev.fuda.dictionary.overlay.OverlayList.Said;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The steps of one import, in a transaction; tags of the person's own come first, since all else may refer to them. */
final class OverlayWork {

    private static final int BATCH = 2_000;

    private final Tx tx;
    private final OverlayList list;
    private final String author;
    private final Map<String, Tag> tags = new HashMap<>();
    private final Set<Long> created = new HashSet<>();
    private final Set<Long> touched = new HashSet<>();
    private RelationGraph leads;

    /** A tag that the file speaks of and the dictionary has, locked. */
    private record Tag(long id, boolean deprecated, Long replacement) {}

    OverlayWork(Tx tx, OverlayList list, String author) {
        this.tx = tx;
        this.list = list;
        this.author = author;
    }

    /** How many tags are new. */
    int created() {
        return created.size();
    }

    /** The tags that are otherwise than before. */
    Set<Long> touched() {
        return touched;
    }

    /** @param rows tags as one text for {@link OverlaySql} */
    void perform(Function<Iterable<OverlayTag>, String> rows) {
        Graph.hold(tx);
        List<Said> all = List.copyOf(list.tags.values());
        inParts(
                all,
                part -> tx.rows(
                                OverlaySql.ADD_OWN,
                                rows.apply(part.stream().map(Said::tag).toList()))
                        .forEach(row -> applied(row, created)));
        tx.rows(OverlaySql.LOCK, (Object) list.names().toArray(String[]::new))
                .forEach(row -> tags.put(
                        row.getString("name"),
                        new Tag(row.getLong("id"), row.getBoolean("is_deprecated"), row.getLong("replacement_id"))));
        List<Said> known = known(all);
        inParts(
                there(known),
                part -> tx.rows(
                                OverlaySql.TAKE_FIELDS,
                                rows.apply(part.stream().map(Said::tag).toList()))
                        .forEach(row -> applied(row, touched)));
        touched.addAll(created);
        leads = Graph.aliasesFrom(tx, list.leading());
        known.forEach(this::deprecate);
        inParts(known, this::aliases);
        inParts(known, this::translations);
        implications();
    }

    private void applied(Row row, Set<Long> ids) {
        ids.add(row.getLong("id"));
        list.apply(list.tags.get(row.getString("name")));
    }

    private void applied(Entry entry, long tag) {
        list.apply(entry);
        touched.add(tag);
    }

    /** Without those that the dictionary does not have. */
    private List<Said> known(List<Said> all) {
        String[] missing = all.stream()
                .map(said -> said.tag().name())
                .filter(name -> !tags.containsKey(name))
                .toArray(String[]::new);
        Map<String, String> meant = new HashMap<>();
        tx.rows(
                        "select a.alias, min(t.name) as name from tag_alias a join tag t on t.id = a.tag_id where a.alias = any ($1) group by a.alias",
                        (Object) missing)
                .forEach(row -> meant.put(row.getString("alias"), row.getString("name")));
        List<Said> known = new ArrayList<>();
        for (Said said : all) {
            String name = said.tag().name();
            if (tags.containsKey(name)) {
                known.add(said);
            } else {
                list.reject(
                        said,
                        meant.containsKey(name)
                                ? "it is no tag here, but an alias of '" + meant.get(name) + "'"
                                : "the base does not have this tag; import its list first");
            }
        }
        return known;
    }

    /** Those that were there before. */
    private List<Said> there(List<Said> known) {
        return known.stream()
                .filter(said -> !created.contains(tags.get(said.tag().name()).id()))
                .toList();
    }

    private void deprecate(Said said) {
        Tag tag = tags.get(said.tag().name());
        if (!said.tag().deprecated()) {
            return;
        }
        String name = said.tag().replacement();
        Tag replacement = name == null ? null : tags.get(name);
        if (name != null && replacement == null) {
            list.reject(said, "its replacement '" + name + "' is no tag here");
            return;
        }
        Long id = replacement == null ? null : replacement.id();
        boolean isThere = tag.deprecated() && Objects.equals(tag.replacement(), id);
        if (!isThere && (name == null || isSound(said, leads, said.tag().name(), name))) {
            tx.write(OverlaySql.DEPRECATE, tag.id(), id);
            applied(said, tag.id());
        }
    }

    private void aliases(List<Said> part) {
        Map<Long, Map<String, Boolean>> there = new HashMap<>();
        tx.rows(OverlaySql.ALIASES, (Object) ids(part))
                .forEach(row -> there.computeIfAbsent(row.getLong("tag_id"), id -> new HashMap<>())
                        .put(row.getString("alias"), Boolean.TRUE.equals(row.getBoolean("is_own"))));
        List<Long> ids = new ArrayList<>();
        List<String> aliases = new ArrayList<>();
        for (Said said : part) {
            long id = tags.get(said.tag().name()).id();
            for (String alias : said.tag().aliases()) {
                Boolean own = there.getOrDefault(id, Map.of()).get(alias);
                if (own == null ? isSound(said, leads, alias, said.tag().name()) : !own) {
                    ids.add(id);
                    aliases.add(alias);
                    applied(said, id);
                }
            }
        }
        tx.write(OverlaySql.ADD_ALIASES, ids.toArray(Long[]::new), aliases.toArray(String[]::new));
    }

    private void translations(List<Said> part) {
        OverlayTranslations translations = OverlayTranslations.of(tx, ids(part));
        for (Said said : part) {
            long id = tags.get(said.tag().name()).id();
            if (translations.place(id, said.tag().translations())) {
                applied(said, id);
            }
        }
        translations.write(tx);
    }

    private void implications() {
        List<Implied> known = list.implications.stream().filter(this::isOfTags).toList();
        RelationGraph implies = Graph.implicationsFrom(
                tx, known.stream().map(Implied::consequent).toList());
        Map<List<Long>, Boolean> there = new HashMap<>();
        inParts(
                known,
                part -> tx.rows(OverlaySql.IMPLICATIONS, (Object)
                                part.stream().map(each -> id(each.antecedent())).toArray(Long[]::new))
                        .forEach(row -> there.put(
                                List.of(row.getLong("antecedent_id"), row.getLong("consequent_id")),
                                row.getBoolean("is_own"))));
        Map<List<Long>, Implied> wanted = new LinkedHashMap<>();
        for (Implied implied : known) {
            List<Long> pair = List.of(id(implied.antecedent()), id(implied.consequent()));
            Boolean own = there.get(pair);
            if (!wanted.containsKey(pair)
                    && (own == null ? isSound(implied, implies, implied.antecedent(), implied.consequent()) : !own)) {
                wanted.put(pair, implied);
                applied(implied, pair.getFirst());
            }
        }
        inParts(
                List.copyOf(wanted.keySet()),
                part -> tx.write(
                        OverlaySql.ADD_IMPLICATIONS,
                        part.stream().map(List::getFirst).toArray(Long[]::new),
                        part.stream().map(List::getLast).toArray(Long[]::new),
                        author));
    }

    /** Rejects an implication of or from what is no tag. */
    private boolean isOfTags(Implied implied) {
        for (String name : List.of(implied.antecedent(), implied.consequent())) {
            if (!tags.containsKey(name)) {
                list.reject(implied, "'" + name + "' is no tag here");
                return false;
            }
        }
        return true;
    }

    private long id(String tag) {
        return tags.get(tag).id();
    }

    /** Rejects the entry, with the circle, if that would be one. */
    private boolean isSound(Entry entry, RelationGraph graph, String from, String to) {
        Optional<List<String>> circle = graph.add(from, to);
        circle.ifPresent(names -> list.reject(entry, "this would lead in a circle: " + String.join(" → ", names)));
        return circle.isEmpty();
    }

    private Long[] ids(Collection<Said> part) {
        return part.stream().map(said -> tags.get(said.tag().name()).id()).toArray(Long[]::new);
    }

    private interface Part<T> {
        void take(List<T> part);
    }

    private static <T> void inParts(List<T> all, Part<T> work) {
        for (int from = 0; from < all.size(); from += BATCH) {
            work.take(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
    }
}
