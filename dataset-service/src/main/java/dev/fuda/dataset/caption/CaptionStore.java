package dev.fuda.dataset.caption;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.dataset.caption.ItemEdit.CaptionEdit;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the captions and tags of many items, with one statement for each kind of row. */
@ApplicationScoped
class CaptionStore {

    /** An existing caption keeps its base hash: its file may just have been written. */
    private static final String UPSERT = """
            insert into caption as c (item_id, caption_type, caption_subtype, content, language, source, source_field,
                relative_path, style, base_hash, dirty)
            select item, type, subtype, content, language, source, field, path, style::jsonb, nullif(seen, ''), touches
            from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                $9::text[], $10::text[], $11::boolean[])
                as g(item, type, subtype, content, language, source, field, path, style, seen, touches)
            on conflict (item_id, caption_type, caption_subtype) do update set content = excluded.content,
                language = excluded.language, source = excluded.source, source_field = excluded.source_field,
                relative_path = excluded.relative_path, style = excluded.style,
                dirty = c.dirty or excluded.dirty, remove_file = false, write_after = null, write_error = null,
                updated_at = now()
            returning id, item_id, caption_type, caption_subtype
            """;

    /** The person has seen another file than the one we knew, and may replace it. */
    private static final String SEEN = """
            update caption c set base_hash = nullif(g.seen, '') from unnest($1::bigint[], $2::text[]) as g(id, seen)
            where c.id = g.id
            """;

    /** Takes captions back: a row without a file goes at once, the others go with their file. */
    private static final String REMOVE = """
            with gone as (
                select c.id, c.relative_path is null or (c.base_hash is null and not c.dirty) as at_once
                from caption c join unnest($1::bigint[], $2::text[], $3::text[]) as g(item, type, subtype)
                    on c.item_id = g.item and c.caption_type = g.type and c.caption_subtype = g.subtype),
            deleted as (delete from caption c using gone where c.id = gone.id and gone.at_once)
            update caption c set remove_file = true, dirty = false, content = '', updated_at = now()
            from gone where c.id = gone.id and not gone.at_once returning c.id, c.item_id, c.caption_type, c.caption_subtype
            """;

    private static final String DROP_TAGS = """
            delete from item_tag t using unnest($1::bigint[], $2::int[]) as g(caption, tag)
            where t.caption_id = g.caption and t.tag_id = g.tag
            """;

    private static final String UPSERT_TAGS = """
            insert into item_tag (item_id, caption_id, position, tag_id, tag_group, confidence, source)
            select * from unnest($1::bigint[], $2::bigint[], $3::int[], $4::int[], $5::text[], $6::real[], $7::text[])
            on conflict (caption_id, tag_id) do update set position = excluded.position, tag_group = excluded.tag_group,
                confidence = excluded.confidence, source = excluded.source
            """;

    private static final String REFRESH_ITEMS = """
            update item i set version = i.version + 1, updated_at = now(),
                tag_ids = coalesce(t.ids, '{}'), tag_count = coalesce(cardinality(t.ids), 0)
            from unnest($1::bigint[]) as g(id) left join lateral (
                select array_agg(distinct tag_id order by tag_id) as ids from item_tag where item_id = g.id) t on true
            where i.id = g.id
            """;

    private final ObjectMapper json;

    CaptionStore(ObjectMapper json) {
        this.json = json;
    }

    /** Locks the items and tells which of them have these versions still. */
    Uni<Map<Long, Integer>> lock(SqlConnection tx, Collection<Long> ids) {
        return tx.preparedQuery("select id, version from item where id = any($1) order by id for no key update")
                .execute(Tuple.of(ids.toArray(Long[]::new)))
                .map(rows -> {
                    Map<Long, Integer> versions = new HashMap<>();
                    rows.forEach(row -> versions.put(row.getLong("id"), row.getInteger("version")));
                    return versions;
                });
    }

    /**
     * Writes the edits of locked items.
     *
     * @param tagIds the ids of all tag names in them
     * @return the ids of captions whose files have to follow
     */
    Uni<List<Long>> save(SqlConnection tx, List<ItemEdit> edits, Map<String, Integer> tagIds) {
        List<Part> kept = parts(edits, edit -> edit.after() != null);
        List<Part> removed = parts(edits, edit -> edit.after() == null);
        Map<Part, Long> captionIds = new HashMap<>();
        return upsert(tx, kept)
                .invoke(captionIds::putAll)
                .flatMap(done -> remove(tx, removed))
                .invoke(captionIds::putAll)
                .flatMap(done -> markSeen(tx, captionIds))
                .flatMap(done -> saveTags(tx, captionIds, tagIds))
                .flatMap(done -> tx.preparedQuery(REFRESH_ITEMS)
                        .execute(Tuple.of(
                                edits.stream().map(edit -> edit.item().id()).toArray(Long[]::new))))
                .flatMap(done -> settleConflicts(tx, captionIds.values()))
                .map(done -> captionIds.entrySet().stream()
                        .filter(entry -> entry.getKey().edit().after() == null
                                || entry.getKey().edit().touchesFile())
                        .map(Map.Entry::getValue)
                        .toList());
    }

    /** One caption of one item. */
    private record Part(long item, CaptionEdit edit) {}

    private static List<Part> parts(List<ItemEdit> edits, java.util.function.Predicate<CaptionEdit> which) {
        return edits.stream()
                .flatMap(edit -> edit.captions().stream()
                        .filter(which)
                        .map(caption -> new Part(edit.item().id(), caption)))
                .toList();
    }

    private Uni<Map<Part, Long>> upsert(SqlConnection tx, List<Part> parts) {
        if (parts.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Tuple columns = keys(parts)
                .addArrayOfString(texts(parts, CaptionState::content))
                .addArrayOfString(texts(parts, CaptionState::language))
                .addArrayOfString(texts(parts, CaptionState::source))
                .addArrayOfString(texts(parts, CaptionState::sourceField))
                .addArrayOfString(texts(parts, CaptionState::path))
                .addArrayOfString(texts(parts, state -> state.style() == null ? null : write(state.style())))
                .addArrayOfString(
                        parts.stream().map(part -> part.edit().seenHash()).toArray(String[]::new))
                .addArrayOfBoolean(
                        parts.stream().map(part -> part.edit().touchesFile()).toArray(Boolean[]::new));
        return tx.preparedQuery(UPSERT).execute(columns).map(rows -> idsByPart(rows, parts));
    }

    private static Uni<Map<Part, Long>> remove(SqlConnection tx, List<Part> parts) {
        if (parts.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return tx.preparedQuery(REMOVE).execute(keys(parts)).map(rows -> idsByPart(rows, parts));
    }

    private static Uni<Void> markSeen(SqlConnection tx, Map<Part, Long> captionIds) {
        Map<Long, String> seen = new LinkedHashMap<>();
        captionIds.forEach((part, id) -> {
            if (part.edit().seenHash() != null) {
                seen.put(id, part.edit().seenHash());
            }
        });
        if (seen.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(SEEN)
                .execute(Tuple.of(
                        seen.keySet().toArray(Long[]::new), seen.values().toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** Tags that stay as they are are not written: of a bulk change most are. */
    private static Uni<Void> saveTags(SqlConnection tx, Map<Part, Long> captionIds, Map<String, Integer> tagIds) {
        List<TagRow> written = new ArrayList<>();
        List<TagRow> dropped = new ArrayList<>();
        captionIds.forEach((part, caption) -> {
            List<TagRow> before = rows(part, caption, part.edit().before(), tagIds);
            List<TagRow> after = rows(part, caption, part.edit().after(), tagIds);
            Set<TagRow> same = new HashSet<>(before);
            after.stream().filter(row -> !same.contains(row)).forEach(written::add);
            Set<Integer> kept = after.stream().map(TagRow::tag).collect(Collectors.toSet());
            before.stream().filter(row -> !kept.contains(row.tag())).forEach(dropped::add);
        });
        Tuple gone = Tuple.of(longs(dropped, TagRow::caption), ints(dropped, TagRow::tag));
        Tuple columns = Tuple.tuple()
                .addArrayOfLong(longs(written, TagRow::item))
                .addArrayOfLong(longs(written, TagRow::caption))
                .addArrayOfInteger(ints(written, TagRow::position))
                .addArrayOfInteger(ints(written, TagRow::tag))
                .addArrayOfString(
                        written.stream().map(row -> row.state().group()).toArray(String[]::new))
                .addArrayOfFloat(
                        written.stream().map(row -> row.state().confidence()).toArray(Float[]::new))
                .addArrayOfString(
                        written.stream().map(row -> row.state().source()).toArray(String[]::new));
        return tx.preparedQuery(DROP_TAGS)
                .execute(gone)
                .flatMap(done -> tx.preparedQuery(UPSERT_TAGS).execute(columns))
                .replaceWithVoid();
    }

    /** A row of item_tag. */
    private record TagRow(long item, long caption, int position, int tag, TagState state) {}

    private static List<TagRow> rows(Part part, long caption, CaptionState state, Map<String, Integer> tagIds) {
        List<TagRow> rows = new ArrayList<>();
        if (state != null) {
            for (TagState tag : state.tags()) {
                rows.add(new TagRow(part.item(), caption, rows.size(), tagIds.get(tag.name()), tag));
            }
        }
        return rows;
    }

    private static Long[] longs(List<TagRow> rows, Function<TagRow, Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    private static Integer[] ints(List<TagRow> rows, Function<TagRow, Integer> column) {
        return rows.stream().map(column).toArray(Integer[]::new);
    }

    /** Who edits a caption has seen its file, so there is nothing left to decide. */
    private static Uni<Void> settleConflicts(SqlConnection tx, Collection<Long> captions) {
        return tx.preparedQuery("delete from caption_conflict where caption_id = any($1)")
                .execute(Tuple.of(captions.toArray(Long[]::new)))
                .replaceWithVoid();
    }

    private static Tuple keys(List<Part> parts) {
        return Tuple.tuple()
                .addArrayOfLong(parts.stream().map(Part::item).toArray(Long[]::new))
                .addArrayOfString(
                        parts.stream().map(part -> part.edit().key().type()).toArray(String[]::new))
                .addArrayOfString(
                        parts.stream().map(part -> part.edit().key().subtype()).toArray(String[]::new));
    }

    private static Map<Part, Long> idsByPart(Iterable<Row> rows, List<Part> parts) {
        Map<Long, Map<CaptionState.Key, Part>> byKey = new HashMap<>();
        for (Part part : parts) {
            byKey.computeIfAbsent(part.item(), id -> new HashMap<>())
                    .put(part.edit().key(), part);
        }
        Map<Part, Long> ids = new HashMap<>();
        for (Row row : rows) {
            CaptionState.Key key =
                    new CaptionState.Key(row.getString("caption_type"), row.getString("caption_subtype"));
            ids.put(byKey.get(row.getLong("item_id")).get(key), row.getLong("id"));
        }
        return ids;
    }

    private static String[] texts(List<Part> parts, Function<CaptionState, String> column) {
        return parts.stream().map(part -> column.apply(part.edit().after())).toArray(String[]::new);
    }

    private String write(FileStyle style) {
        try {
            return json.writeValueAsString(style);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A file style cannot be written as JSON", e);
        }
    }
}
