package dev.fuda.dictionary.imports;

import dev.fuda.dictionary.name.Sinks;
import java.util.stream.Collectors;

/** The statements of an import, in the order in which they run. */
final class ImportSql {

    /** Names of tags that no other name leads to. */
    static final String SINKS = Sinks.NAMES.stream().collect(Collectors.joining("', '", "('", "')"));

    static final String STAGING = """
            create temp table staged (
                line bigint, name text collate "C", category smallint, count integer,
                display_name text, description text, aliases text, details jsonb
            ) on commit drop
            """;

    /** The first row of each name, with the id of the tag that exists or else the id that the new tag gets. */
    static final String FRESH = """
            create temp table fresh on commit drop as
            select f.*, t.id is null as is_new,
                   coalesce(t.id, nextval('tag_id_seq')) as tag_id
            from (select distinct on (name) * from staged order by name, line) f
            left join tag t on t.name = f.name
            order by f.name
            """;

    static final String REPEATED = """
            select s.line, s.name, f.line from staged s join fresh f using (name)
            where s.line <> f.line order by s.line limit %d
            """.formatted(RejectionList.KEPT);

    static final String INSERT_NEW = """
            insert into tag (id, name, category, count, display_name, description, source, is_official)
            select tag_id, name, category, count, display_name, description, ?, ? from fresh where is_new order by name
            """;

    /** A third slower, and only needed where somebody else brings in the same names at the same time. */
    static final String INSERT_STILL_NEW = INSERT_NEW + "on conflict (name) do nothing";

    /** Of the other columns nothing is asked but that they are read. */
    static final String ANALYZE_FRESH = "analyze fresh (name, tag_id, is_new)";

    /** New names that another importer has brought in meanwhile belong to tags that exist. */
    static final String LOST_RACES = """
            update fresh f set is_new = false, tag_id = t.id
            from tag t where t.name = f.name and f.is_new and t.id <> f.tag_id
            """;

    /** Locked in the order of their names, as by everybody else. */
    static final String LOCK_EXISTING = """
            create temp table existing on commit drop as
            select t.id, t.is_starter, t.source <> 'danbooru' as is_foreign, t.own_fields is not null as is_own,
                t.is_deprecated
            from tag t join fresh f on f.tag_id = t.id where not f.is_new %s order by t.name for update of t
            """;

    /** What a person will get who gives a field back. */
    static final String NOTE_BASE = """
            update tag t set base_values = coalesce(t.base_values, '{}') || jsonb_build_object('category', f.category, 'count', f.count)
                || jsonb_strip_nulls(jsonb_build_object('display_name', f.display_name, 'description', f.description))
            from fresh f where f.tag_id = t.id and t.id in (select id from existing where is_own)
            """;

    /** From here on the list says of a person's fields what the person says, so nothing of it changes them. */
    static final String KEEP_OWN = """
            update fresh f set
                category = case when 'category' = any (t.own_fields) then t.category else f.category end,
                count = case when 'count' = any (t.own_fields) then t.count else f.count end,
                display_name = case when 'display_name' = any (t.own_fields) then t.display_name else f.display_name end,
                description = case when 'description' = any (t.own_fields) then t.description else f.description end
            from tag t where t.id = f.tag_id and t.id in (select id from existing where is_own)
            """;

    /** Tags of the starter dictionary become what the file says, whatever the rule. */
    static final String REPLACE_STARTERS = """
            update tag t set category = f.category, count = f.count, display_name = f.display_name,
                description = f.description, source = ?, is_official = ?, is_starter = false,
                version = t.version + 1, updated_at = now()
            from fresh f where f.tag_id = t.id and t.id in (select id from existing where is_starter)
            """;

    static final String UPDATE_EXISTING = """
            update tag t set category = f.category, count = f.count,
                display_name = coalesce(f.display_name, t.display_name),
                description = coalesce(f.description, t.description),
                version = t.version + 1, updated_at = now()
            from fresh f where f.tag_id = t.id and t.id in (select id from existing where not is_starter)
              and ((t.category, t.count) <> (f.category, f.count)
                   or f.display_name <> coalesce(t.display_name, '') or f.description <> coalesce(t.description, ''))
            """;

    /**
     * Adds aliases and takes what the tag lacks; a tag that gains nothing keeps its version. Nothing new leads to a tag
     * that is deprecated here: from there it leads on, and might lead in a circle. Whoever deprecates a tag while this
     * runs waits for its row, and finds these aliases then.
     */
    static final String MERGE_EXISTING = """
            with added as (
                insert into tag_alias (tag_id, alias)
                select f.tag_id, a.alias
                from fresh f cross join lateral unnest(string_to_array(f.aliases, E'\\x1f')) with ordinality a (alias, n)
                where f.aliases is not null
                  and f.tag_id in (select id from existing where not is_starter and not is_deprecated)
                  and f.name not in %s
                order by f.name, a.n
                on conflict (tag_id, alias) do nothing
                returning tag_id
            )
            update tag t set count = greatest(t.count, f.count),
                display_name = coalesce(t.display_name, f.display_name),
                description = coalesce(t.description, f.description),
                version = t.version + 1, updated_at = now()
            from fresh f where f.tag_id = t.id and t.id in (select id from existing where not is_starter)
              and (t.count < f.count or t.display_name is null and f.display_name is not null
                   or t.description is null and f.description is not null
                   or t.id in (select tag_id from added))
            """.formatted(SINKS);

    static final String ALIASES_OF_NEW = """
            insert into tag_alias (tag_id, alias)
            select f.tag_id, a.alias
            from fresh f cross join lateral unnest(string_to_array(f.aliases, E'\\x1f')) with ordinality a (alias, n)
            where f.aliases is not null and (f.is_new or f.tag_id in (select id from existing where is_starter))
              and f.name not in %s
            order by f.name, a.n
            on conflict (tag_id, alias) do nothing
            """.formatted(SINKS);

    private ImportSql() {}
}
