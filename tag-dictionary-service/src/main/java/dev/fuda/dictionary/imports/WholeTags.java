package dev.fuda.dictionary.imports;

import dev.fuda.dictionary.file.UnreadableFileException;
import dev.fuda.dictionary.operation.Graph;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Writes what only files of whole tags tell. A new tag gets all of it. One that exists gets what it lacks, when the rule
 * is to merge; whether it is deprecated, and what replaces it, stays with the people who can take that back.
 */
final class WholeTags {

    private static final String NEW = """
            create temp table whole_new on commit drop as
            select f.tag_id, f.name, f.details from fresh f
            where f.details is not null and (f.is_new or f.tag_id in (select id from existing where is_starter and %s))
            """;

    /** Most tags are what they were inserted as, and are not written twice. */
    private static final String WRITE_NEW = """
            with given as (
                select w.tag_id, d.wiki_url, d.source, d.is_official, d.source_name, d.is_deprecated, r.id as replacement_id
                from whole_new w
                cross join lateral jsonb_to_record(w.details) d (wiki_url text, source text, is_official boolean,
                    source_name text, is_deprecated boolean, replacement text)
                left join tag r on r.name = d.replacement)
            update tag t set wiki_url = g.wiki_url, source = coalesce(g.source, t.source),
                is_official = coalesce(g.is_official, t.is_official and coalesce(g.source, 'danbooru') = 'danbooru'),
                source_name = g.source_name, is_deprecated = g.is_deprecated, replacement_id = g.replacement_id
            from given g
            where g.tag_id = t.id and (g.wiki_url is not null or g.source_name is not null or g.is_deprecated
                or g.source <> t.source or g.is_official <> t.is_official)
            """;

    /** Where the name {@code w.name} leads; one that a live tag has leads nowhere. */
    private static final String LEADS = """
            cross join lateral (
                select t.name as next from tag_alias a join tag t on t.id = a.tag_id
                where a.alias = w.name and not exists (select from tag s where s.name = a.alias and not s.is_deprecated)
                union
                select r.name from tag t join tag r on r.id = t.replacement_id where t.name = w.name and t.is_deprecated
            ) n
            """;

    /** Tags of the file that lead back to themselves; a circle that the file closes goes through one of them. */
    private static final String CIRCLES = """
            with recursive way (start, name) as (
                select w.name, n.next from whole_new w %1$s where (w.details ->> 'is_deprecated')::boolean
                union
                select w.start, n.next from way w %1$s where w.name <> w.start)
            select string_agg(start, ', ' order by start) from (
                select start from way where name = start order by start limit 10) s
            """.formatted(LEADS);

    private static final String TRANSLATE = """
            with given as (
                select tag_id, name, details from whole_new
                union all
                select f.tag_id, f.name, f.details from fresh f
                where f.details is not null and %s and f.tag_id in (select id from existing where not is_starter)
            ), written as (
                insert into tag_translation (tag_id, language, translation, source, position)
                select g.tag_id, e.item ->> 0, e.item ->> 1, e.item ->> 2,
                    least(e.n + coalesce((select max(position) from tag_translation o where o.tag_id = g.tag_id), -1), 32767)
                from given g cross join lateral jsonb_array_elements(g.details -> 'translations') with ordinality e (item, n)
                order by g.name, e.n
                on conflict (tag_id, language, translation) do nothing
                returning tag_id)
            insert into gained select tag_id from written
            """;

    private static final String FILL = """
            with written as (
                update tag t set wiki_url = f.details ->> 'wiki_url'
                from fresh f
                where f.tag_id = t.id and t.wiki_url is null and f.details ->> 'wiki_url' is not null
                  and t.id in (select id from existing where not is_starter)
                returning t.id)
            insert into gained select id from written
            """;

    /** Tags that were here and that nothing else of the file has changed. */
    private static final String TOUCH = """
            update tag t set version = t.version + 1, updated_at = now()
            where t.id in (select tag_id from gained) and t.id not in (select tag_id from whole_new)
              and t.updated_at <> now()
            """;

    private final Statement statement;
    private final boolean hasDeprecated;

    /** @param hasDeprecated whether a tag of the file is deprecated */
    WholeTags(Statement statement, boolean hasDeprecated) {
        this.statement = statement;
        this.hasDeprecated = hasDeprecated;
    }

    /** Waits for whoever else changes what leads where; before anything else is locked. */
    void hold() throws SQLException {
        if (hasDeprecated) {
            statement.execute(Graph.HOLD);
        }
    }

    /**
     * Writes it after the rows and the aliases of the tags themselves.
     *
     * @return how many tags that exist are otherwise by this alone
     * @throws UnreadableFileException when what the file says of deprecated tags leads in a circle
     */
    long write(Site site, Conflicts conflicts) throws SQLException {
        boolean own = site == Site.DANBOORU;
        statement.execute(NEW.formatted(own));
        statement.execute("analyze whole_new");
        statement.executeUpdate(WRITE_NEW);
        if (hasDeprecated) {
            requireNoCircle();
        }
        boolean merges = own && conflicts == Conflicts.MERGE;
        statement.execute("create temp table gained (tag_id bigint not null) on commit drop");
        statement.executeUpdate(TRANSLATE.formatted(merges));
        if (merges) {
            statement.executeUpdate(FILL);
        }
        return statement.executeUpdate(TOUCH);
    }

    private void requireNoCircle() throws SQLException {
        try (ResultSet circles = statement.executeQuery(CIRCLES)) {
            circles.next();
            if (circles.getString(1) != null) {
                throw new UnreadableFileException(
                        "By their replacements and aliases, deprecated tags of the file lead in a" + " circle: "
                                + circles.getString(1) + ". Take one of these out.");
            }
        }
    }
}
