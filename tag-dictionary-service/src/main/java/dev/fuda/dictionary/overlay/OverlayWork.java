package dev.fuda.dictionary.overlay;

import dev.fuda.dictionary.file.OverlayTag;
import dev.fuda.dictionary.operation.Graph;
import dev.fuda.dictionary.operation.Graph.TagRow;
import dev.fuda.dictionary.operation.Tx;
import dev.fuda.dictionary.overlay.OverlayList.Entry;
import dev.fuda.dictionary.overlay.OverlayList.Implied;
import dev.fuda.dictionary.overlay.OverlayList.Said;
import dev.fuda.kernel.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** A tag of the file that the dictionary has, locked. */
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
        tx.rows(OverlaySql.LOCK, (Object) list.tags.keySet().toArray(String[]::new))
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
        known.forEach(this::deprecate);
        inParts(known, this::aliases);
        inParts(known, this::translations);
        list.implications.forEach(this::imply);
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
        Long replacement = null;
        if (said.tag().replacement() != null) {
            Row row = tx.row("select id from tag where name = $1", said.tag().replacement());
            if (row == null) {
                list.reject(said, "its replacement '" + said.tag().replacement() + "' is no tag here");
                return;
            }
            replacement = row.getLong("id");
        }
        if (tag.deprecated() && Objects.equals(tag.replacement(), replacement)) {
            return;
        }
        if (replacement == null
                || isSound(
                        said,
                        () -> Graph.requireNoAliasCircle(
                                tx, said.tag().name(), said.tag().replacement()))) {
            tx.write(OverlaySql.DEPRECATE, tag.id(), replacement);
            applied(said, tag.id());
        }
    }

    private void aliases(List<Said> part) {
        Map<Long, Map<String, Boolean>> there = new HashMap<>();
        tx.rows(OverlaySql.ALIASES, (Object) ids(part))
                .forEach(row -> there.computeIfAbsent(row.getLong("tag_id"), id -> new HashMap<>())
                        .put(row.getString("alias"), Boolean.TRUE.equals(row.getBoolean("is_own"))));
        for (Said said : part) {
            long id = tags.get(said.tag().name()).id();
            for (String alias : said.tag().aliases()) {
                Boolean own = there.getOrDefault(id, Map.of()).get(alias);
                boolean isWanted = own == null
                        ? isSound(
                                said,
                                () -> Graph.requireNoAliasCircle(
                                        tx, alias, said.tag().name()))
                        : !own;
                if (isWanted) {
                    tx.write(OverlaySql.ADD_ALIAS, id, alias);
                    applied(said, id);
                }
            }
        }
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

    private void imply(Implied implied) {
        TagRow from = null;
        TagRow to = null;
        for (TagRow tag : TagRow.lock(tx, implied.antecedent(), implied.consequent())) {
            if (tag.name().equals(implied.antecedent())) {
                from = tag;
            } else {
                to = tag;
            }
        }
        if (from == null || to == null) {
            list.reject(
                    implied, "'" + (from == null ? implied.antecedent() : implied.consequent()) + "' is no tag here");
            return;
        }
        Row there = tx.row(OverlaySql.IMPLICATION, from.id(), to.id());
        boolean isActive = there != null && there.getString("status").equals("active");
        if (isActive && there.getString("source").equals("user")) {
            return;
        }
        TagRow antecedent = from;
        TagRow consequent = to;
        if (isActive || isSound(implied, () -> Graph.requireNoImplicationCircle(tx, antecedent, consequent))) {
            tx.write(OverlaySql.ADD_IMPLICATION, from.id(), to.id(), author);
            applied(implied, from.id());
        }
    }

    /** Rejects the entry, with the circle, if the check finds one. */
    private boolean isSound(Entry entry, Runnable check) {
        try {
            check.run();
            return true;
        } catch (Problem circle) {
            list.reject(entry, circle.getMessage());
            return false;
        }
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
