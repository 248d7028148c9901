package dev.fuda.dictionary.overlay;

/** The statements of an import of an overlay, in the order in which they run. */
final class OverlaySql {

    /** What the JSON of {@link OverlayImport} holds. */
    private static final String GIVEN = """
            jsonb_to_recordset($1::text::jsonb) as e (tag text, is_own boolean, fields text[], category smallint, count integer,
                display_name text, description text, wiki_url text)
            """;

    static final String ADD_OWN = """
            insert into tag (name, category, count, display_name, description, wiki_url, own_fields)
            select e.tag, e.category, e.count, e.display_name, e.description, e.wiki_url,
                array(select f from unnest(array['tag'] || e.fields) f order by f)
            from %s where e.is_own order by e.tag collate "C"
            on conflict (name) do nothing returning id, name
            """.formatted(GIVEN);

    /** Locked in the order of their names, as by everybody else. */
    static final String LOCK = """
            select t.id, t.name, t.is_deprecated, t.replacement_id
            from tag t where t.name = any ($1) order by t.name for update
            """;

    /** What a tag is at the moment is what it will get back, in those fields that were not a person's until now. */
    static final String TAKE_FIELDS = """
            update tag t set
                category = case when 'category' = any (e.fields) then e.category else t.category end,
                count = case when 'count' = any (e.fields) then e.count else t.count end,
                display_name = case when 'display_name' = any (e.fields) then e.display_name else t.display_name end,
                description = case when 'description' = any (e.fields) then e.description else t.description end,
                wiki_url = coalesce(e.wiki_url, t.wiki_url),
                own_fields = nullif(array(select distinct f
                    from unnest(coalesce(t.own_fields, '{}') || e.fields || case when e.is_own then array['tag'] end) f order by f), '{}'),
                base_values = coalesce(t.base_values, '{}') || coalesce((
                    select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(t))
                    where key = any (e.fields) and key <> all (coalesce(t.own_fields, '{}'))), '{}')
            from %s
            where t.name = e.tag and (
                not e.fields <@ coalesce(t.own_fields, '{}')
                or e.is_own and not 'tag' = any (coalesce(t.own_fields, '{}'))
                or 'category' = any (e.fields) and t.category <> e.category
                or 'count' = any (e.fields) and t.count <> e.count
                or 'display_name' = any (e.fields) and t.display_name is distinct from e.display_name
                or 'description' = any (e.fields) and t.description is distinct from e.description
                or e.wiki_url is distinct from coalesce(t.wiki_url, '') and e.wiki_url is not null)
            returning t.id, t.name
            """.formatted(GIVEN);

    static final String DEPRECATE = "update tag set is_deprecated = true, replacement_id = $2 where id = $1";

    static final String ALIASES = "select tag_id, alias, is_own from tag_alias where tag_id = any ($1)";

    /** One of a list that a person means too is theirs from now on. */
    static final String ADD_ALIASES = """
            insert into tag_alias (tag_id, alias, is_own)
            select tag_id, alias, true from unnest($1::bigint[], $2::text[]) with ordinality as g (tag_id, alias, n) order by n
            on conflict (tag_id, alias) do update set is_own = true
            """;

    static final String TRANSLATIONS = """
            select id, tag_id, language, translation, source, position, is_own from tag_translation
            where tag_id = any ($1) order by tag_id, position, id
            """;

    static final String ADD_TRANSLATIONS = """
            insert into tag_translation (tag_id, language, translation, source, position, is_own)
            select g.tag_id, g.language, g.translation, g.source, g.position, true
            from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::int[]) with ordinality
                as g (tag_id, language, translation, source, position, n) order by g.n
            """;

    static final String MOVE_TRANSLATIONS = """
            update tag_translation t set position = g.position, source = g.source, is_own = nullif(g.is_own, false), updated_at = now()
            from unnest($1::bigint[], $2::int[], $3::text[], $4::boolean[]) as g (id, position, source, is_own)
            where t.id = g.id
            """;

    /** Those that are in force, and whether they are a person's. */
    static final String IMPLICATIONS = """
            select antecedent_id, consequent_id, source = 'user' as is_own
            from tag_implication where status = 'active' and antecedent_id = any ($1)
            """;

    static final String ADD_IMPLICATIONS = """
            insert into tag_implication (antecedent_id, consequent_id, status, author)
            select a, c, 'active', $3 from unnest($1::bigint[], $2::bigint[]) with ordinality as g (a, c, n) order by n
            on conflict (antecedent_id, consequent_id)
            do update set status = 'active', source = 'user', author = excluded.author, updated_at = now()
            """;

    static final String TOUCH = """
            update tag set version = version + 1, is_starter = false, updated_at = now()
            where id = any ($1) and created_at <> now()
            """;

    private OverlaySql() {}
}
