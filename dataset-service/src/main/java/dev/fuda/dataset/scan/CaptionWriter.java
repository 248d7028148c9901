package dev.fuda.dataset.scan;

import static dev.fuda.dataset.scan.ScanStore.strings;

import dev.fuda.dataset.item.TagNames;
import dev.fuda.dataset.scan.CaptionChange.Text;
import dev.fuda.dataset.scan.TagColumns.Tagged;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the caption changes of many items with one statement for each kind of change. */
@ApplicationScoped
class CaptionWriter {

    private static final String INSERT = """
            insert into caption (item_id, caption_type, caption_subtype, content, source, source_field, relative_path,
                base_hash, file_size, file_mtime)
            select * from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                $8::text[], $9::bigint[], $10::bigint[])
            on conflict (item_id, caption_type, caption_subtype) do nothing
            returning id, item_id, caption_type, caption_subtype
            """;

    /** An edit that a person made since the caption was looked at stays: the next scan looks again. */
    private static final String UPDATE = """
            update caption c set content = g.content, source = g.source, source_field = g.field, relative_path = g.path,
                base_hash = g.hash, file_size = g.size, file_mtime = g.mtime, style = null, updated_at = now()
            from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                    $8::bigint[], $9::bigint[])
                as g(id, expected, content, source, field, path, hash, size, mtime)
            where c.id = g.id and not c.dirty and not c.remove_file and c.base_hash is not distinct from g.expected
            returning c.id
            """;

    private static final String TOUCH = """
            update caption c set relative_path = g.path, base_hash = g.hash, file_size = g.size, file_mtime = g.mtime,
                dirty = c.dirty and not g.settled
            from unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::boolean[])
                as g(id, path, hash, size, mtime, settled)
            where c.id = g.id
            """;

    private static final String CONFLICT = """
            insert into caption_conflict (caption_id, disk_hash, disk_content)
            select * from unnest($1::bigint[], $2::text[], $3::text[])
            on conflict (caption_id) do update set disk_hash = excluded.disk_hash, disk_content = excluded.disk_content,
                seen_at = now()
            """;

    private static final String INSERT_TAGS = """
            insert into item_tag (item_id, caption_id, position, tag_id, source, tag_group, confidence)
            select * from unnest($1::bigint[], $2::bigint[], $3::int[], $4::int[], $5::text[], $6::text[], $7::real[])
            """;

    private static final String REFRESH = """
            update item i set tag_ids = coalesce(t.ids, '{}'), tag_count = coalesce(cardinality(t.ids), 0)
            from unnest($1::bigint[]) as g(id)
                left join lateral (
                    select array_agg(distinct tag_id order by tag_id) as ids from item_tag where item_id = g.id) t on true
            where i.id = g.id and i.tag_ids is distinct from coalesce(t.ids, '{}')
            """;

    private final TagNames tagNames;

    CaptionWriter(TagNames tagNames) {
        this.tagNames = tagNames;
    }

    /**
     * Items to be written.
     *
     * @param ids of the items by group key
     * @param numbers of all tag names that occur
     */
    record Batch(List<ItemReading> readings, Map<String, Long> ids, Map<String, Integer> numbers) {

        /** Items that the index had before and whose captions the files change. */
        List<Long> knownItemsToChange() {
            return readings.stream()
                    .filter(reading -> reading.known() != null)
                    .filter(reading -> reading.captions().stream().anyMatch(CaptionChange::changesText))
                    .map(reading -> ids.get(reading.item().groupKey()))
                    .toList();
        }
    }

    /** The numbers of all tags that these readings name. */
    Uni<Map<String, Integer>> tagNumbers(List<ItemReading> readings) {
        Set<String> names = readings.stream()
                .flatMap(reading -> reading.captions().stream())
                .flatMap(change -> switch (change) {
                    case CaptionChange.Added added -> added.text().tags().stream();
                    case CaptionChange.Updated updated -> updated.text().tags().stream();
                    case CaptionChange.Touched touched -> Stream.<String>empty();
                    case CaptionChange.Conflicted conflicted -> Stream.<String>empty();
                    case CaptionChange.Removed removed -> Stream.<String>empty();
                })
                .collect(Collectors.toSet());
        return tagNames.ids(names);
    }

    Uni<Void> write(SqlConnection tx, Batch batch) {
        CaptionWork work = CaptionWork.of(batch);
        if (work.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return remove(tx, work)
                .flatMap(done -> touch(tx, work))
                .flatMap(done -> conflict(tx, work))
                .flatMap(done -> update(tx, work))
                .flatMap(updated -> insert(tx, work).map(inserted -> {
                    List<Tagged> tagged = new ArrayList<>(updated);
                    tagged.addAll(inserted);
                    return tagged;
                }))
                .flatMap(tagged -> writeTags(tx, tagged, batch.numbers()))
                .flatMap(done -> refresh(tx, batch));
    }

    private static Uni<Void> remove(SqlConnection tx, CaptionWork work) {
        if (work.removed().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery("delete from caption where id = any($1) and not dirty")
                .execute(Tuple.of(work.removed().toArray(Long[]::new)))
                .replaceWithVoid();
    }

    private static Uni<Void> touch(SqlConnection tx, CaptionWork work) {
        List<CaptionChange.Touched> touched = work.touched();
        if (touched.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addArrayOfLong(longs(touched, CaptionChange.Touched::id))
                .addArrayOfString(texts(touched, CaptionChange.Touched::path))
                .addArrayOfString(texts(touched, CaptionChange.Touched::hash))
                .addArrayOfLong(longs(touched, CaptionChange.Touched::size))
                .addArrayOfLong(longs(touched, CaptionChange.Touched::mtime))
                .addArrayOfBoolean(
                        touched.stream().map(CaptionChange.Touched::settled).toArray(Boolean[]::new));
        return tx.preparedQuery(TOUCH)
                .execute(columns)
                .flatMap(done -> tx.preparedQuery(
                                "delete from caption_conflict x using caption c where c.id = x.caption_id and c.id = any($1) and not c.dirty")
                        .execute(Tuple.of(longs(touched, CaptionChange.Touched::id))))
                .replaceWithVoid();
    }

    private static Uni<Void> conflict(SqlConnection tx, CaptionWork work) {
        List<CaptionChange.Conflicted> conflicts = work.conflicted();
        if (conflicts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addArrayOfLong(longs(conflicts, CaptionChange.Conflicted::id))
                .addArrayOfString(texts(conflicts, conflict -> conflict.text().hash()))
                .addArrayOfString(texts(conflicts, conflict -> conflict.text().content()));
        return tx.preparedQuery(CONFLICT).execute(columns).replaceWithVoid();
    }

    private static Uni<List<Tagged>> update(SqlConnection tx, CaptionWork work) {
        if (work.updated().isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<CaptionChange.Updated> updated = List.copyOf(work.updated().values());
        Tuple columns = Tuple.tuple()
                .addArrayOfLong(longs(updated, CaptionChange.Updated::id))
                .addArrayOfString(texts(updated, CaptionChange.Updated::expectedHash))
                .addArrayOfString(texts(updated, change -> change.text().content()))
                .addArrayOfString(texts(updated, change -> change.text().source()))
                .addArrayOfString(texts(updated, change -> change.text().field()))
                .addArrayOfString(texts(updated, change -> change.text().path()))
                .addArrayOfString(texts(updated, change -> change.text().hash()))
                .addArrayOfLong(longs(updated, change -> change.text().size()))
                .addArrayOfLong(longs(updated, change -> change.text().mtime()));
        return tx.preparedQuery(UPDATE).execute(columns).map(rows -> {
            List<Tagged> tagged = new ArrayList<>();
            for (Row row : rows) {
                long id = row.getLong("id");
                tagged.add(new Tagged(
                        work.itemOfUpdated().get(id), id, work.updated().get(id).text()));
            }
            return tagged;
        });
    }

    private static Uni<List<Tagged>> insert(SqlConnection tx, CaptionWork work) {
        List<Long> items = new ArrayList<>();
        List<Text> texts = new ArrayList<>();
        work.added()
                .forEach((item, added) -> added.forEach(text -> {
                    items.add(item);
                    texts.add(text);
                }));
        if (items.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Tuple columns = Tuple.tuple()
                .addArrayOfLong(items.toArray(Long[]::new))
                .addArrayOfString(texts(texts, text -> text.kind().type()))
                .addArrayOfString(texts(texts, text -> text.kind().subtype()))
                .addArrayOfString(texts(texts, Text::content))
                .addArrayOfString(texts(texts, Text::source))
                .addArrayOfString(texts(texts, Text::field))
                .addArrayOfString(texts(texts, Text::path))
                .addArrayOfString(texts(texts, Text::hash))
                .addArrayOfLong(longs(texts, Text::size))
                .addArrayOfLong(longs(texts, Text::mtime));
        return tx.preparedQuery(INSERT).execute(columns).map(rows -> inserted(rows, work));
    }

    private static List<Tagged> inserted(RowSet<Row> rows, CaptionWork work) {
        List<Tagged> tagged = new ArrayList<>();
        for (Row row : rows) {
            CaptionKind kind = new CaptionKind(row.getString("caption_type"), row.getString("caption_subtype"));
            long item = row.getLong("item_id");
            work.added().get(item).stream()
                    .filter(text -> text.kind().equals(kind))
                    .findFirst()
                    .ifPresent(text -> tagged.add(new Tagged(item, row.getLong("id"), text)));
        }
        return tagged;
    }

    private static Uni<Void> writeTags(SqlConnection tx, List<Tagged> tagged, Map<String, Integer> numbers) {
        if (tagged.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(
                        "delete from item_tag where caption_id = any($1) returning caption_id, tag_id, tag_group, confidence, source")
                .execute(Tuple.of(longs(tagged, Tagged::caption)))
                .map(rows -> TagColumns.of(tagged, numbers, rows))
                .flatMap(columns -> tx.preparedQuery(INSERT_TAGS).execute(columns))
                .replaceWithVoid();
    }

    private static Uni<Void> refresh(SqlConnection tx, Batch batch) {
        return tx.preparedQuery(REFRESH)
                .execute(Tuple.of(batch.ids().values().toArray(Long[]::new)))
                .replaceWithVoid();
    }

    private static <T> String[] texts(List<T> from, Function<T, String> column) {
        return strings(from.stream().map(column));
    }

    private static <T> Long[] longs(List<T> from, Function<T, Long> column) {
        return from.stream().map(column).toArray(Long[]::new);
    }
}
