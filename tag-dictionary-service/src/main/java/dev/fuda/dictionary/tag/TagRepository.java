package dev.fuda.dictionary.tag;

import dev.fuda.dictionary.tag.TagInput.Checked;
import dev.fuda.kernel.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

/** The queries about single tags and pages of tags. */
@ApplicationScoped
class TagRepository {

    private static final String WITH_ALIASES =
            "t.*, (select array_agg(a.alias order by a.id) from tag_alias a where a.tag_id = t.id) as aliases, (select r.name from tag r where r.id = t.replacement_id) as replacement";

    private static final String INSERT = """
            insert into tag (name, category, count, display_name, description, wiki_url, is_deprecated, own_fields)
            values ($1, $2, coalesce($3, 0), nullif($4, ''), nullif($5, ''), nullif($6, ''), $7, $8)
            on conflict (name) do nothing returning id
            """;

    private static final String UPDATE = """
            update tag set
                category = coalesce($2, category), count = coalesce($3, count),
                display_name = nullif(coalesce($4, display_name), ''),
                description = nullif(coalesce($5, description), ''),
                wiki_url = nullif(coalesce($6, wiki_url), ''),
                is_deprecated = is_deprecated and not $7,
                replacement_id = case when $7 then null else replacement_id end,
                is_starter = false, version = version + 1, updated_at = now()
            where id = $1
            """;

    private static final String OWN = """
            update tag t set
                own_fields = array(select distinct f from unnest(coalesce(own_fields, '{}') || $2::text[]) f order by f),
                base_values = coalesce(base_values, '{}') || coalesce((
                    select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(t))
                    where key = any ($2::text[]) and key <> all (coalesce(t.own_fields, '{}'))), '{}')
            where id = $1
            """;

    /** Of fields that the tag has. Where no list knows the tag it keeps what it has, for the first list that does. */
    private static final String GIVE_BACK = """
            update tag t set
                category = case when 'category' = any ($2::text[]) then coalesce((base_values ->> 'category')::smallint, category) else category end,
                count = case when 'count' = any ($2::text[]) then coalesce((base_values ->> 'count')::int, count) else count end,
                display_name = case when 'display_name' = any ($2::text[]) and base_values ? 'display_name'
                    then base_values ->> 'display_name' else display_name end,
                description = case when 'description' = any ($2::text[]) and base_values ? 'description'
                    then base_values ->> 'description' else description end,
                wiki_url = case when 'wiki_url' = any ($2::text[]) then null else wiki_url end,
                is_deprecated = is_deprecated and 'is_deprecated' <> all ($2::text[]),
                replacement_id = case when 'is_deprecated' = any ($2::text[]) then null else replacement_id end,
                own_fields = nullif(array(select f from unnest(own_fields) f where f <> all ($2::text[])), '{}'),
                base_values = case when own_fields <@ $2::text[] then null else base_values end,
                version = version + 1, updated_at = now()
            where id = $1
            """;

    @Inject
    Pool pool;

    Uni<TagPage> page(TagFilter filter, TagSort sort, Page page) {
        Tuple parameters = Tuple.from(filter.parameters());
        // The page first, then the aliases of its tags only: rows that are skipped cost little.
        String rows = "select %s from (select * from tag t %s order by %s limit %d offset %d) t order by %s"
                .formatted(WITH_ALIASES, filter.where(), sort.orderBy, page.limit(), page.offset(), sort.orderBy);
        String count = "select count(*) from tag t " + filter.where();
        return Uni.combine()
                .all()
                .unis(
                        pool.preparedQuery(rows).execute(parameters),
                        pool.preparedQuery(count).execute(parameters))
                .with((found, total) -> toPage(found, total.iterator().next().getLong(0), page));
    }

    private static TagPage toPage(RowSet<Row> rows, long total, Page page) {
        return new TagPage(views(rows), total, page.page(), page.limit(), page.pages(total));
    }

    /** The tag, or null. */
    Uni<TagView> find(SqlClient client, long id) {
        return client.preparedQuery("select " + WITH_ALIASES + " from tag t where t.id = $1")
                .execute(Tuple.of(id))
                .map(TagRepository::first);
    }

    Uni<TagView> find(long id) {
        return find(pool, id);
    }

    /** The tag, locked until the end of the transaction, or null. */
    Uni<TagView> lock(SqlConnection tx, long id) {
        return tx.preparedQuery("select from tag where id = $1 for update")
                .execute(Tuple.of(id))
                .chain(ignored -> find(tx, id));
    }

    /** The id of the tag with this name, locked until the end of the transaction, or null. */
    Uni<Long> lockByName(SqlConnection tx, String name) {
        return tx.preparedQuery("select id from tag where name = $1 for update")
                .execute(Tuple.of(name))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getLong(0));
    }

    /** The id of the new tag, or null if the name is taken. */
    Uni<Long> insert(SqlConnection tx, Checked tag) {
        Tuple values = Tuple.tuple()
                .addString(tag.name())
                .addInteger(tag.category().code())
                .addInteger(tag.count())
                .addString(tag.displayName())
                .addString(tag.description())
                .addString(tag.wikiUrl())
                .addBoolean(Boolean.TRUE.equals(tag.deprecated()))
                .addArrayOfString(OwnFields.ofNew(tag).toArray(String[]::new));
        return tx.preparedQuery(INSERT)
                .execute(values)
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getLong(0));
    }

    /** All but its name and a deprecation, which are operations. */
    Uni<Void> update(SqlConnection tx, long id, Checked tag) {
        Tuple values = Tuple.tuple()
                .addLong(id)
                .addInteger(tag.category() == null ? null : tag.category().code())
                .addInteger(tag.count())
                .addString(tag.displayName())
                .addString(tag.description())
                .addString(tag.wikiUrl())
                .addBoolean(Boolean.FALSE.equals(tag.deprecated()));
        return tx.preparedQuery(UPDATE).execute(values).replaceWithVoid();
    }

    /** From now on these fields are the person's; what they are at this moment is what the lists say. */
    Uni<Void> own(SqlConnection tx, long id, Collection<String> fields) {
        return tx.preparedQuery(OWN)
                .execute(Tuple.of(id, fields.toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** These fields are again what the lists say. */
    Uni<Void> giveBack(SqlConnection tx, long id, Collection<String> fields) {
        return tx.preparedQuery(GIVE_BACK)
                .execute(Tuple.of(id, fields.toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** Makes the aliases of a tag exactly these, in this order for new ones. */
    Uni<Void> replaceAliases(SqlConnection tx, long id, List<String> aliases) {
        Tuple values = Tuple.tuple().addLong(id).addArrayOfString(aliases.toArray(String[]::new));
        return tx.preparedQuery("delete from tag_alias where tag_id = $1 and alias <> all ($2)")
                .execute(values)
                .chain(() -> tx.preparedQuery("""
                                insert into tag_alias (tag_id, alias, is_own)
                                select $1, alias, true from unnest($2::text[]) with ordinality as a (alias, n) order by n
                                on conflict (tag_id, alias) do nothing
                                """).execute(values))
                .replaceWithVoid();
    }

    /** Tells the indexes of all instances, after the commit, to read this tag anew. */
    Uni<Void> changed(SqlConnection tx, long id) {
        return tx.preparedQuery("insert into tag_change (tag_id) values ($1)")
                .execute(Tuple.of(id))
                .replaceWithVoid();
    }

    private static TagView first(RowSet<Row> rows) {
        return rows.size() == 0 ? null : TagView.of(rows.iterator().next());
    }

    static List<TagView> views(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(TagView::of).toList();
    }
}
