package dev.fuda.dictionary.format;

import static dev.fuda.dictionary.format.FormatRepository.list;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
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

    private static final String SELECT = """
            select t.id, t.name, coalesce(t.source_name, t.name), coalesce(f.count, t.count), coalesce(f.is_alias, false),
                   coalesce(n.name, ''),
                   (select json_object_agg(r.language, r.translations) from (
                        select language, json_agg(translation order by position, id) as translations
                        from tag_translation where tag_id = t.id group by language) r)
            from tag t
            left join tag_in_format f on f.tag_id = t.id and f.format_id = $2
            left join tag_type_mapping m on m.format_id = f.format_id and m.type_id = f.type_id
            left join tag_type_name n on n.id = m.type_name_id
            where (t.name ilike $1 or t.source_name ilike $1
                   or exists (select from tag_translation r where r.tag_id = t.id and r.translation ilike $1))
              and ($2::smallint is null or f.tag_id is not null)
              and ($3::text is null or n.name = $3 or $2::smallint is null and exists (
                    select from tag_in_format o join tag_type_mapping om using (format_id, type_id)
                    join tag_type_name o_n on o_n.id = om.type_name_id where o.tag_id = t.id and o_n.name = $3))
              and ($4::text is null or exists (
                    select from tag_translation r where r.tag_id = t.id and r.language = $4))
              and ($5::bigint is null or coalesce(f.count, t.count) >= $5)
              and ($6::bigint is null or coalesce(f.count, t.count) <= $6)
              and ($7::boolean is null or coalesce(f.is_alias, false) = $7)
            order by t.id limit $8 offset $9
            """;

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

    /** What is asked for; null means anything. */
    record Question(
            String keyword,
            boolean partial,
            Short format,
            String type,
            String language,
            Long minUsage,
            Long maxUsage,
            Boolean alias) {

        String pattern() {
            String literal = keyword.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
            String wild = literal.replace("*", "%");
            return partial && !keyword.contains("*") ? "%" + wild + "%" : wild;
        }
    }

    Uni<List<Found>> search(Question question, int limit, long offset) {
        Tuple parameters = Tuple.tuple()
                .addValue(question.pattern())
                .addValue(question.format())
                .addValue(question.type())
                .addValue(question.language())
                .addValue(question.minUsage())
                .addValue(question.maxUsage())
                .addValue(question.alias())
                .addValue(limit)
                .addValue(offset);
        return pool.preparedQuery(SELECT).execute(parameters).map(rows -> list(rows, TagSearch::found));
    }

    private static Found found(Row row) {
        Map<String, List<String>> translations = new TreeMap<>();
        JsonObject json = row.getJsonObject(6);
        if (json != null) {
            json.fieldNames()
                    .forEach(language -> translations.put(
                            language,
                            json.getJsonArray(language).stream()
                                    .map(String.class::cast)
                                    .toList()));
        }
        return new Found(
                row.getLong(0),
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getBoolean(4),
                row.getString(5),
                translations);
    }
}
