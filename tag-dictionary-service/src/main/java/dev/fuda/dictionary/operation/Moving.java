package dev.fuda.dictionary.operation;

import dev.fuda.dictionary.operation.Graph.TagRow;

/** What goes along when a tag takes the place of another one. What both have stays once. */
final class Moving {

    private static final String MOVE_ALIASES = """
            insert into tag_alias (tag_id, alias, is_own) select $2, alias, is_own from tag_alias where tag_id = $1 and alias <> $3 order by id
            on conflict (tag_id, alias) do nothing
            """;

    private static final String MOVE_TRANSLATIONS = """
            insert into tag_translation (tag_id, language, translation, position, source, is_own)
            select $2, language, translation,
                position + 1 + coalesce((select max(position) from tag_translation o where o.tag_id = $2 and o.language = t.language), -1),
                source, is_own
            from tag_translation t where tag_id = $1 order by id
            on conflict (tag_id, language, translation) do nothing
            """;

    private static final String MOVE_ALTERNATIVES = """
            insert into alternative_translation (tag_id, language, translation, source, created_at, dropped_at)
            select $2, language, translation, source, created_at, dropped_at from alternative_translation where tag_id = $1 order by id
            on conflict (tag_id, language, translation) do nothing
            """;

    /** What both had implied stays once, and nothing implies itself. */
    private static final String MOVE_IMPLICATIONS = """
            insert into tag_implication (antecedent_id, consequent_id, status, reason, source, author, created_at)
            select case antecedent_id when $1 then $2 else antecedent_id end,
                case consequent_id when $1 then $2 else consequent_id end, status, reason, source, author, created_at
            from tag_implication
            where (antecedent_id = $1 and consequent_id <> $2) or (consequent_id = $1 and antecedent_id <> $2)
            on conflict (antecedent_id, consequent_id) do nothing
            """;

    private static final String MOVE_STATUS = """
            insert into tag_status (tag_id, format_id, type_id, is_alias, preferred_tag_id, is_deprecated)
            select $2, format_id, type_id, preferred_tag_id not in ($1, $2),
                case preferred_tag_id when $1 then $2 else preferred_tag_id end, is_deprecated
            from tag_status where tag_id = $1 on conflict (tag_id, format_id) do nothing
            """;

    private static final String MOVE_PREFERRED = """
            update tag_status set preferred_tag_id = $2, is_alias = tag_id <> $2, updated_at = now()
            where preferred_tag_id = $1 and tag_id <> $1
            """;

    private static final String MOVE_COUNTS = """
            insert into tag_usage_count as c (tag_id, format_id, count)
            select $2, format_id, count from tag_usage_count where tag_id = $1
            on conflict (tag_id, format_id) do update set count = greatest(c.count, excluded.count)
            """;

    private static final String MOVE_VOCABULARIES = """
            insert into vocabulary_tag (vocabulary_id, tag_id, name, count)
            select vocabulary_id, $2, coalesce(name, $3), count from vocabulary_tag where tag_id = $1
            on conflict (vocabulary_id, tag_id) do nothing
            """;

    private static final String MOVE_REPLACEMENTS =
            "update tag set replacement_id = nullif($2, id), version = version + 1 where replacement_id = $1";

    /** In the old one's place, unless the new one is there already. */
    private static final String MOVE_GROUPS = """
            update tag_group set version = version + 1, updated_at = now(),
                tags = case when $2 = any(tags) then array_remove(tags, $1) else array_replace(tags, $1, $2) end
            where tags @> array[$1]
            """;

    private Moving() {}

    static void everything(Tx tx, TagRow from, TagRow to) {
        aliases(tx, from, to);
        tx.write(MOVE_TRANSLATIONS, from.id(), to.id());
        tx.write(MOVE_ALTERNATIVES, from.id(), to.id());
        tx.write(MOVE_IMPLICATIONS, from.id(), to.id());
        tx.write(MOVE_STATUS, from.id(), to.id());
        tx.write(MOVE_PREFERRED, from.id(), to.id());
        tx.write(MOVE_COUNTS, from.id(), to.id());
        tx.write(MOVE_VOCABULARIES, from.id(), to.id(), from.name());
        tx.write(MOVE_REPLACEMENTS, from.id(), to.id());
        groups(tx, from.name(), to.name());
    }

    static void aliases(Tx tx, TagRow from, TagRow to) {
        tx.write(MOVE_ALIASES, from.id(), to.id(), to.name());
    }

    static void groups(Tx tx, String from, String to) {
        tx.write(MOVE_GROUPS, from, to);
    }
}
