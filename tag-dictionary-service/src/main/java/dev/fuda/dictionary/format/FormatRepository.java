package dev.fuda.dictionary.format;

import dev.fuda.dictionary.database.Written;
import dev.fuda.dictionary.name.Sinks;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Formats, their types, and what tags are called in them. */
@ApplicationScoped
class FormatRepository {

    private static final String TYPES_OF = """
            select n.name from tag_type_mapping m join tag_type_name n on n.id = m.type_name_id
            where m.format_id = $1 group by n.id, n.name order by n.id
            """;

    /**
     * A tag of the format wins over an alias; an alias that leads to several of the format's tags means none of them.
     * An alias of a tag is one in every format that knows the tag; of tags that no format knows, in Danbooru. What
     * leads to a sink stays as it was written. For {@code offset 0} see {@link TagSearch}.
     */
    static final String CONVERT = """
            select g.name, w.name, y.name
            from unnest($2::text[]) g (name)
            left join tag t on t.name = g.name
            left join lateral (
                select preferred_tag_id from tag_in_format where tag_id = t.id and format_id = $1 offset 0) f on true
            left join lateral (
                select min(m.id) as id
                from tag_alias l left join lateral (
                    select preferred_tag_id from tag_in_format where tag_id = l.tag_id and format_id = $1 offset 0) i on true
                join tag m on m.id = coalesce(i.preferred_tag_id, l.tag_id) and m.name <> all ($3::text[])
                where l.alias = g.name and f.preferred_tag_id is null
                  and (i.preferred_tag_id is not null or $1 = 1
                      and not exists (select from tag_status s where s.tag_id = l.tag_id))
                having count(distinct m.id) = 1
            ) a on true
            join tag w on w.id = coalesce(f.preferred_tag_id, a.id) and w.name <> all ($3::text[])
            left join lateral (
                select n.name from tag_in_format k join tag_type_mapping m using (format_id, type_id)
                join tag_type_name n on n.id = m.type_name_id
                where k.tag_id = w.id and k.format_id = $1 offset 0) y on true
            """;

    @Inject
    Pool pool;

    Uni<List<FormatView>> formats() {
        return pool.query("select id, name, description from tag_format order by id")
                .execute()
                .map(rows -> list(rows, FormatView::of));
    }

    Uni<List<String>> allTypes() {
        return names("select name from tag_type_name order by id", Tuple.tuple());
    }

    Uni<List<String>> typesOf(String format) {
        return id(format).chain(id -> names(TYPES_OF, Tuple.of(id)));
    }

    Uni<List<String>> languages() {
        return names("select distinct language from tag_translation order by language", Tuple.tuple());
    }

    /** The id of a format. */
    Uni<Short> id(String format) {
        if (format.indexOf('\0') >= 0) {
            return Uni.createFrom().failure(unknown(format.replace("\0", "")));
        }
        return pool.preparedQuery("select id from tag_format where name = $1")
                .execute(Tuple.of(format.strip().toLowerCase(Locale.ROOT)))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getShort(0))
                .onItem()
                .ifNull()
                .failWith(() -> unknown(format));
    }

    private static Problem unknown(String format) {
        return Problem.badRequest(
                        "bad-format-name",
                        "There is no format '" + format + "'. See /tag-dictionary/formats for those there are.")
                .field("format_name", "not a known format");
    }

    /** What the format writes for each of these names, for those that it knows. */
    Uni<Map<String, Written>> written(short format, Collection<String> names) {
        return pool.preparedQuery(CONVERT)
                .execute(Tuple.of(format, names.toArray(String[]::new), Sinks.NAMES.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Written> written = new HashMap<>();
                    rows.forEach(row -> written.put(row.getString(0), new Written(row.getString(1), row.getString(2))));
                    return written;
                });
    }

    private Uni<List<String>> names(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).map(rows -> list(rows, row -> row.getString(0)));
    }

    static <T> List<T> list(RowSet<Row> rows, Function<Row, T> of) {
        return StreamSupport.stream(rows.spliterator(), false).map(of).toList();
    }
}
