package dev.fuda.dictionary.format;

import static dev.fuda.dictionary.format.FormatRepository.list;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * {@code search_tags} of specification 0, with the meaning of its newest version: whole keywords in any case, wildcards
 * that are wildcards only where {@code *} stands, types by their name and not by a format's number, tags without a
 * count counted as 0. All that is asked for must hold.
 */
@ApplicationScoped
class TagSearch {

    /**
     * What is asked of a tag {@code t} apart from its texts. A view of two halves is looked up for one tag only if the
     * planner can't turn the look-up into a join: hence {@code offset 0}.
     */
    private static final String ROWS = """
            select %1$s, t.id, t.name, coalesce(t.source_name, t.name), coalesce(f.count, t.count),
                   coalesce(f.is_alias, false), coalesce(n.name, ''),
                   (select json_object_agg(r.language, r.translations) from (
                        select language, json_agg(translation order by position, id) as translations
                        from tag_translation where tag_id = t.id group by language) r)
            from %2$s
            left join lateral (
                select * from tag_in_format where tag_id = t.id and format_id = $2 offset 0) f on true
            left join tag_type_mapping m on m.format_id = f.format_id and m.type_id = f.type_id
            left join tag_type_name n on n.id = m.type_name_id
            where %3$s
              and ($2::smallint is null or f.tag_id is not null)
              and ($3::text is null or n.name = $3 or $2::smallint is null and exists (
                    select from tag_in_format o join tag_type_mapping om using (format_id, type_id)
                    join tag_type_name o_n on o_n.id = om.type_name_id where o.tag_id = t.id and o_n.name = $3))
              and ($4::text is null or exists (
                    select from tag_translation r where r.tag_id = t.id and r.language = $4))
              and ($5::bigint is null or coalesce(f.count, t.count) >= $5)
              and ($6::bigint is null or coalesce(f.count, t.count) <= $6)
              and ($7::boolean is null or coalesce(f.is_alias, false) = $7)
            order by 1, t.id limit $8 offset $9
            """;

    /** Tags with one of the texts {@code $1}, each found in an index; the number of the text comes first. */
    static final String WHOLE = ROWS.formatted("h.n", """
            (
                with k as (select text, n from unnest($1::text[]) with ordinality k (text, n))
                select k.n, t.id from k join tag t on t.name = k.text
                union
                select k.n, t.id from k join tag t
                    on lower(t.source_name collate "default") = lower(k.text) and t.source_name is not null
                union
                select k.n, r.tag_id from k join tag_translation r on lower(r.translation) = lower(k.text)
            ) h join tag t using (id)""", "true");

    /** Tags with a text like {@code $1}. Tags are read by id until there are enough, which is soon for what is common. */
    private static final String LIKE = ROWS.formatted("1::bigint", "tag t", """
            (t.name like $1 or t.source_name collate "default" ilike $1
                   or t.id in (select tag_id from tag_translation where translation ilike $1))""");

    @Inject
    Pool pool;

    /**
     * A row of the answer, in the columns of specification 0.
     *
     * @param usageCount in the format asked for, else in the dictionary
     * @param alias whether the tag is an alias in the format
     * @param typeName of the format; empty when none was asked for
     * @param translations by language, the best first
     */
    @Schema(name = "FoundTag")
    record Found(
            long tagId,
            String tag,
            String sourceTag,
            long usageCount,
            boolean alias,
            String typeName,
            Map<String, List<String>> translations) {}

    /** What a tag must be apart from its texts; null means anything. */
    record Filter(Short format, String type, String language, Long minUsage, Long maxUsage, Boolean alias) {}

    Uni<List<Found>> search(String keyword, boolean partial, Filter filter, int limit, long offset) {
        String lower = keyword.toLowerCase(Locale.ROOT);
        boolean wild = keyword.indexOf('*') >= 0;
        Uni<RowSet<Row>> rows = wild || partial
                ? rows(LIKE, pattern(lower, !wild), filter, limit, offset)
                : rows(WHOLE, new String[] {lower}, filter, limit, offset);
        return rows.map(found -> list(found, TagSearch::found));
    }

    /** For each keyword the tags with exactly this text, where {@code *} is a letter; {@code limit} is for all together. */
    Uni<List<List<Found>>> searchWhole(List<String> keywords, Filter filter, int limit) {
        String[] lower =
                keywords.stream().map(text -> text.toLowerCase(Locale.ROOT)).toArray(String[]::new);
        return rows(WHOLE, lower, filter, limit, 0).map(rows -> {
            List<List<Found>> found = keywords.stream()
                    .<List<Found>>map(text -> new ArrayList<>())
                    .toList();
            rows.forEach(row -> found.get(row.getInteger(0) - 1).add(found(row)));
            return found;
        });
    }

    private Uni<RowSet<Row>> rows(String sql, Object texts, Filter filter, int limit, long offset) {
        return pool.preparedQuery(sql)
                .execute(Tuple.tuple()
                        .addValue(texts)
                        .addValue(filter.format())
                        .addValue(filter.type())
                        .addValue(filter.language())
                        .addValue(filter.minUsage())
                        .addValue(filter.maxUsage())
                        .addValue(filter.alias())
                        .addValue(limit)
                        .addValue(offset));
    }

    private static String pattern(String keyword, boolean partial) {
        String literal = keyword.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return partial ? "%" + literal + "%" : literal.replace("*", "%");
    }

    private static Found found(Row row) {
        Map<String, List<String>> translations = new TreeMap<>();
        JsonObject json = row.getJsonObject(7);
        if (json != null) {
            json.fieldNames()
                    .forEach(language -> translations.put(
                            language,
                            json.getJsonArray(language).stream()
                                    .map(String.class::cast)
                                    .toList()));
        }
        return new Found(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getBoolean(5),
                row.getString(6),
                translations);
    }
}
