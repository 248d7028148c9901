package dev.fuda.dictionary.imports;

import dev.fuda.dictionary.name.Category;

/**
 * The statements which note what a site says of tags, in the order in which they run, between those of
 * {@link ImportSql}. The tags' own rows stay: category and count there are the dictionary's.
 */
final class SiteSql {

    private SiteSql() {}

    /** One list at a time for a site other than Danbooru: aliases of one list lead to tags of the next. */
    static final String TURN = "select pg_advisory_xact_lock(hashtext('fuda tag list'), %d)";

    /** Whether the row {@code f} of the list collects what is no tag to the site, see {@code Sinks}. */
    private static final String IS_SINK =
            "(f.category = %d or f.name in %s)".formatted(Category.INVALID.code(), ImportSql.SINKS);

    /**
     * Tags whose name is an alias there: of the row that is used most, and of a sink only when of nothing else. A name
     * with a row of its own is none.
     */
    static final String OTHER_NAMES = """
            create temp table other_name on commit drop as
            select distinct on (t.id) t.id as tag_id, f.tag_id as meant_id, %1$s as is_unwanted
            from fresh f cross join lateral unnest(string_to_array(f.aliases, E'\\x1f')) a (alias)
            join tag t on t.name = a.alias
            where f.aliases is not null and not exists (select from fresh g where g.tag_id = t.id)
            order by t.id, is_unwanted, f.count desc, f.name
            """.formatted(IS_SINK);

    /** All tags that will be written or referred to, in the order of their names as everywhere. */
    static final String LOCK = """
            create temp table existing on commit drop as
            select t.id, t.is_starter, t.source <> 'danbooru' as is_foreign, t.is_deprecated from tag t
            where t.id in (select tag_id from fresh where not is_new union select tag_id from other_name)
            order by t.name for update of t
            """;

    private static final String KNOWN = """
            create temp table known on commit drop as
            select f.tag_id, f.name, f.is_new, m.type_id, f.count, s.tag_id is not null as was_known,
                case when not %4$s then f.aliases end as aliases
            from fresh f join (%2$s) m (category, type_id) using (category)
            left join tag_status s on s.tag_id = f.tag_id and s.format_id = %1$d
            where %3$s
            """;

    static String known(Site site) {
        return KNOWN.formatted(
                site.id, site.typeValues(), "f.is_new or f.tag_id in (select id from existing)", IS_SINK);
    }

    /**
     * What Danbooru says of tags that others brought in; of all others the tag itself says it. A file of whole tags may
     * hold tags that are not Danbooru's.
     */
    static String knownForeign(Site site) {
        return KNOWN.formatted(
                site.id,
                site.typeValues(),
                "f.tag_id in (select id from existing where is_foreign)"
                        + " and coalesce(f.details ->> 'source', 'danbooru') = 'danbooru'",
                IS_SINK);
    }

    static final String CHANGED = "create temp table changed (tag_id bigint not null) on commit drop";

    private static final String STATUS = """
            with written as (
                insert into tag_status as s (tag_id, format_id, type_id, is_alias, preferred_tag_id)
                select tag_id, %1$d, type_id, false, tag_id from known order by tag_id
                on conflict (tag_id, format_id) do %2$s
                returning tag_id)
            insert into changed select tag_id from written
            """;

    static String status(Site site, Conflicts conflicts) {
        return STATUS.formatted(site.id, conflicts == Conflicts.UPDATE ? """
                update set type_id = excluded.type_id, is_alias = false, preferred_tag_id = excluded.tag_id,
                           is_deprecated = false, updated_at = now()
                where s.is_alias or s.is_deprecated or s.type_id <> excluded.type_id""" : "nothing");
    }

    private static final String COUNT = """
            with written as (
                insert into tag_usage_count as c (tag_id, format_id, count)
                select tag_id, %1$d, count from known where %2$s order by tag_id
                on conflict (tag_id, format_id) do %3$s
                returning tag_id)
            insert into changed select tag_id from written
            """;

    static String count(Site site, Conflicts conflicts) {
        return switch (conflicts) {
            case SKIP -> COUNT.formatted(site.id, "not was_known", "nothing");
            case UPDATE ->
                COUNT.formatted(site.id, "true", "update set count = excluded.count where c.count <> excluded.count");
            case MERGE ->
                COUNT.formatted(site.id, "true", "update set count = excluded.count where c.count < excluded.count");
        };
    }

    /** A tag that the site does not want is deprecated there, and no alias of the sink. */
    private static final String OTHER_STATUS = """
            insert into tag_status as s (tag_id, format_id, type_id, is_alias, preferred_tag_id, is_deprecated)
            select o.tag_id, %1$d, p.type_id, not o.is_unwanted,
                case when o.is_unwanted then o.tag_id else p.preferred_tag_id end, o.is_unwanted
            from other_name o join existing e on e.id = o.tag_id
            join tag_status p on p.tag_id = o.meant_id and p.format_id = %1$d
            where o.is_unwanted or p.preferred_tag_id <> o.tag_id order by o.tag_id
            on conflict (tag_id, format_id) do %2$s
            """;

    static String otherStatus(Site site, Conflicts conflicts) {
        return OTHER_STATUS.formatted(site.id, conflicts == Conflicts.UPDATE ? """
                update set type_id = excluded.type_id, is_alias = excluded.is_alias,
                           preferred_tag_id = excluded.preferred_tag_id, is_deprecated = excluded.is_deprecated,
                           updated_at = now()
                where (s.preferred_tag_id, s.is_deprecated) <> (excluded.preferred_tag_id, excluded.is_deprecated)""" : "nothing");
    }

    /** What led to a tag that has become an alias leads on; no chain is longer than one. */
    static final String SHORTEN = """
            update tag_status s set preferred_tag_id = p.preferred_tag_id, updated_at = now()
            from tag_status p
            where s.format_id = %1$d and p.format_id = %1$d and s.is_alias and p.is_alias
              and p.tag_id = s.preferred_tag_id and p.preferred_tag_id <> s.tag_id
            """;

    /**
     * Names that are no tags become aliases for everybody. One that leads to another tag already stays as it is: to be
     * asked which of two sites is meant helps nobody who types. As in {@link ImportSql#MERGE_EXISTING}, none leads to a
     * tag that is deprecated here.
     */
    private static final String ALIASES = """
            with written as (
                insert into tag_alias (tag_id, alias)
                select k.tag_id, a.alias
                from known k cross join lateral unnest(string_to_array(k.aliases, E'\\x1f'))
                    with ordinality a (alias, n)
                where k.aliases is not null and %s
                  and k.tag_id not in (select id from existing where is_deprecated)
                  and not exists (select from tag t where t.name = a.alias)
                  and not exists (select from tag_alias o where o.alias = a.alias)
                order by k.name, a.n
                on conflict (tag_id, alias) do nothing
                returning tag_id)
            insert into changed select tag_id from written
            """;

    static String aliases(Conflicts conflicts) {
        return ALIASES.formatted(conflicts == Conflicts.MERGE ? "true" : "not k.was_known");
    }

    /** Tags that are otherwise than before, each counted once: those that were counted already have this time. */
    static final String TOUCH = """
            update tag t set version = t.version + 1, updated_at = now()
            where t.id in (select c.tag_id from changed c join known k using (tag_id) where not k.is_new)
              and t.updated_at <> now()
            """;
}
