package dev.fuda.dictionary.format;

import static dev.fuda.dictionary.format.FormatRepository.list;

import dev.fuda.dictionary.live.IndexFeed;
import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.operation.Tx;
import dev.fuda.dictionary.version.ReadVersion;
import dev.fuda.kernel.event.DictionaryEvent.Change;
import dev.fuda.kernel.event.DictionaryEvent.TagChanged;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.stream.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What formats say of single tags, by hand; lists say it of many (ADR 63). */
@ApplicationScoped
class FormatsOfTag {

    private static final String OF_TAG = """
            select o.name as format, n.name as type, f.count, f.is_alias, p.name as preferred, f.is_deprecated
            from tag_in_format f join tag_format o on o.id = f.format_id
            join tag_type_mapping m on m.format_id = f.format_id and m.type_id = f.type_id
            join tag_type_name n on n.id = m.type_name_id
            join tag p on p.id = f.preferred_tag_id
            where f.tag_id = $1 order by f.format_id
            """;

    /** A format may have two numbers for one type; a tag keeps the one that it has. */
    private static final String TYPE = """
            select m.type_id from tag_type_mapping m join tag_type_name n on n.id = m.type_name_id
            left join tag_status s on s.tag_id = $1 and s.format_id = m.format_id and s.type_id = m.type_id
            where m.format_id = $2 and n.name = $3 order by s.tag_id nulls last, m.type_id limit 1
            """;

    private static final String STATUS = """
            insert into tag_status (tag_id, format_id, type_id, is_alias, preferred_tag_id, is_deprecated)
            values ($1, $2, $3, $1::bigint <> $4::bigint, $4, $5)
            on conflict (tag_id, format_id) do update set type_id = excluded.type_id, is_alias = excluded.is_alias,
                preferred_tag_id = excluded.preferred_tag_id, is_deprecated = excluded.is_deprecated, updated_at = now()
            """;

    private static final String COUNT = """
            insert into tag_usage_count (tag_id, format_id, count) values ($1, $2, $3)
            on conflict (tag_id, format_id) do update set count = excluded.count
            """;

    /** What Danbooru's tags say themselves needs no row, and with one would not follow the tag (view tag_in_format). */
    private static final List<String> SAID_BY_TAG = List.of("""
            delete from tag_status s using tag t
            where s.tag_id = $1 and s.format_id = 1 and t.id = s.tag_id and t.source = 'danbooru' and not s.is_alias
              and (s.type_id, s.is_deprecated) = (t.category, t.is_deprecated)
            """, """
            delete from tag_usage_count u using tag t
            where u.tag_id = $1 and u.format_id = 1 and t.id = u.tag_id and u.count = t.count
            """);

    private static final String SHORTEN = """
            update tag_status s set preferred_tag_id = p.preferred_tag_id, updated_at = now()
            from tag_status p
            where p.tag_id = $1 and p.is_alias and s.format_id = p.format_id and s.preferred_tag_id = $1 and s.is_alias
              and s.tag_id <> $1
            """;

    private static final String LEFT_BEHIND = """
            select t.name, o.name as format from tag_status s join tag t on t.id = s.tag_id
            join tag_format o on o.id = s.format_id
            where s.preferred_tag_id = $1 and s.is_alias
              and not exists (select from tag_in_format f where f.tag_id = $1 and f.format_id = s.format_id)
            order by t.name limit 1
            """;

    private static final int DANBOORU = 1;

    @Inject
    Pool pool;

    @Inject
    Outbox outbox;

    @Inject
    IndexFeed feed;

    /**
     * What formats say of a tag.
     *
     * @param version of the tag
     */
    record Kept(List<TagInFormat> formats, int version) {}

    Uni<Kept> of(long id) {
        return Tx.run(pool, tx -> {
            Row tag = tx.row("select version from tag where id = $1", id);
            if (tag == null) {
                throw Problem.notFound("tag", id);
            }
            return kept(tx, id, tag);
        });
    }

    private static Kept kept(Tx tx, long id, Row tag) {
        return new Kept(list(tx.rows(OF_TAG, id), TagInFormat::of), tag.getInteger("version"));
    }

    /** Makes this all that formats say of the tag. */
    Uni<Kept> replace(long id, List<TagInFormat> formats, ReadVersion version) {
        return Tx.run(pool, tx -> {
                    Map<String, Short> ids = lockFormats(tx, id, formats);
                    Map<String, Row> tags = lockTags(tx, id, formats);
                    Row tag = tags.values().stream()
                            .filter(row -> row.getLong("id") == id)
                            .findFirst()
                            .orElseThrow(() -> Problem.notFound("tag", id));
                    version.require(
                            tag.getInteger("version"), "The tag '" + tag.getString("name") + "'", kept(tx, id, tag));
                    Short[] all = ids.values().toArray(Short[]::new);
                    tx.write("delete from tag_status where tag_id = $1 and format_id <> all ($2)", id, all);
                    tx.write("delete from tag_usage_count where tag_id = $1 and format_id <> all ($2)", id, all);
                    for (int i = 0; i < formats.size(); i++) {
                        keep(tx, tag, formats.get(i), ids, tags, "formats[" + i + "]");
                    }
                    SAID_BY_TAG.forEach(sql -> tx.write(sql, id));
                    tx.write(SHORTEN, id);
                    requireNoneLeftBehind(tx, tag);
                    return announce(tx, tag);
                })
                .call(feed::caughtUp);
    }

    /** Formats first, in the order of their ids, as importers of their lists do. */
    private static Map<String, Short> lockFormats(Tx tx, long id, List<TagInFormat> formats) {
        Map<String, Short> ids = new HashMap<>();
        String[] names = formats.stream().map(TagInFormat::formatName).toArray(String[]::new);
        tx.rows("""
                select id, name from tag_format
                where name = any ($1) or id in (select format_id from tag_status where tag_id = $2)
                order by id for key share
                """, names, id).forEach(row -> {
            short format = row.getShort("id");
            if (format != DANBOORU) {
                tx.rows("select pg_advisory_xact_lock(hashtext('fuda tag list'), $1::int)", (int) format);
            }
            ids.put(row.getString("name"), format);
        });
        Problem problem = Problem.badRequest("bad-formats", "This can't be kept as it is; see the fields.");
        for (int i = 0; i < names.length; i++) {
            if (!ids.containsKey(names[i])) {
                problem.field("formats[" + i + "].format_name", "not a known format, see /tag-dictionary/formats");
            }
        }
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
        ids.keySet().retainAll(List.of(names));
        return ids;
    }

    /** The tag and those that formats are to prefer, in the order of their names as everywhere. */
    private static Map<String, Row> lockTags(Tx tx, long id, List<TagInFormat> formats) {
        String[] names = formats.stream()
                .map(TagInFormat::preferred)
                .filter(name -> name != null)
                .toArray(String[]::new);
        Map<String, Row> tags = new HashMap<>();
        tx.rows(
                        "select id, name, category, version from tag where id = $1 or name = any ($2) order by name for update",
                        id,
                        names)
                .forEach(row -> tags.put(row.getString("name"), row));
        return tags;
    }

    private static void keep(
            Tx tx, Row tag, TagInFormat said, Map<String, Short> ids, Map<String, Row> tags, String field) {
        long id = tag.getLong("id");
        short format = ids.get(said.formatName());
        Row type = tx.row(TYPE, id, format, said.typeName());
        if (type == null) {
            throw Problem.badRequest(
                            "bad-formats",
                            said.formatName() + " has no type '" + said.typeName()
                                    + "'. See /tag-dictionary/types?format_name=" + said.formatName() + ".")
                    .field(field + ".type_name", "not a type of " + said.formatName());
        }
        long preferred = said.preferred() == null
                ? id
                : preferred(tx, tag, format, tags.get(said.preferred()), said, field + ".preferred");
        tx.write(STATUS, id, format, type.getShort("type_id"), preferred, said.deprecated());
        tx.write(COUNT, id, format, said.count());
    }

    /** The tag that the format means by this one, which may be an alias itself. */
    private static long preferred(Tx tx, Row tag, short format, Row preferred, TagInFormat said, String field) {
        long id = tag.getLong("id");
        if (preferred != null && preferred.getLong("id") == id) {
            return id;
        }
        Row there = preferred == null
                ? null
                : tx.row(
                        "select preferred_tag_id from tag_in_format where tag_id = $1 and format_id = $2",
                        preferred.getLong("id"),
                        format);
        if (there == null) {
            throw Problem.unprocessable(
                            "no-such-target",
                            said.formatName() + " does not know '" + said.preferred() + "'. Add it there first.")
                    .field(field, "not a tag of " + said.formatName());
        }
        if (there.getLong(0) == id) {
            throw Problem.unprocessable(
                            "circle",
                            "'" + said.preferred() + "' is an alias of '" + tag.getString("name") + "' in "
                                    + said.formatName() + ", which can't be an alias of it at the same time.")
                    .field(field, "is an alias of this tag");
        }
        return there.getLong(0);
    }

    private static void requireNoneLeftBehind(Tx tx, Row tag) {
        Row alias = tx.row(LEFT_BEHIND, tag.getLong("id"));
        if (alias != null) {
            throw Problem.unprocessable(
                    "aliases-left-behind",
                    "'" + alias.getString("name") + "' is an alias of '" + tag.getString("name") + "' in "
                            + alias.getString("format") + ". Let it mean another tag first.");
        }
    }

    private Kept announce(Tx tx, Row tag) {
        long id = tag.getLong("id");
        Row now =
                tx.row("update tag set version = version + 1, updated_at = now() where id = $1 returning version", id);
        tx.write("insert into tag_change (tag_id) values ($1)", id);
        tx.await(outbox.append(
                tx.connection(),
                new TagChanged(
                        id,
                        tag.getString("name"),
                        Category.ofCode(tag.getInteger("category")).label(),
                        Change.UPDATED)));
        return kept(tx, id, now);
    }
}
