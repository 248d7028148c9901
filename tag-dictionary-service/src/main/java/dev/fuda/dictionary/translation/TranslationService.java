package dev.fuda.dictionary.translation;

import dev.fuda.dictionary.live.IndexFeed;
import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.version.ReadVersion;
import dev.fuda.kernel.event.DictionaryEvent.Change;
import dev.fuda.kernel.event.DictionaryEvent.TagChanged;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.stream.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.StreamSupport;

/** Keeps the translations of tags, in the order in which people gave them. */
@ApplicationScoped
class TranslationService {

    private static final String OF_TAG =
            "select language, translation, source from tag_translation where tag_id = $1 order by position, id";

    /** What is there already belongs to whom it did; what is new is the person's. */
    private static final String REPLACE = """
            insert into tag_translation as t (tag_id, language, translation, source, position, is_own)
            select distinct on (g.language, g.translation) $1, g.language, g.translation, g.source, g.n - 1, true
            from unnest($2::text[], $3::text[], $4::text[]) with ordinality g (language, translation, source, n)
            order by g.language, g.translation, g.n
            on conflict (tag_id, language, translation)
            do update set position = excluded.position, source = excluded.source, updated_at = now()
            """;

    /** Repeated pairs of one batch and those that are known stay as they are; new ones come after them. */
    private static final String ADD = """
            with given as (
                select t.id as tag_id, g.translation, g.n
                from unnest($1::text[], $2::text[]) with ordinality g (tag, translation, n) join tag t on t.name = g.tag
            ), last as (
                select tag_id, max(position) as position from tag_translation
                where tag_id in (select tag_id from given) group by tag_id
            ), added as (
                insert into tag_translation (tag_id, language, translation, position, source)
                select g.tag_id, $3, g.translation,
                    least(coalesce(l.position, -1) + row_number() over (partition by g.tag_id order by g.n), 32767), $4
                from given g left join last l using (tag_id) order by g.tag_id
                on conflict (tag_id, language, translation) do nothing returning tag_id
            )
            select (select count(*) from given), (select count(*) from added), 0::bigint
            """;

    /** Only tags that nobody translated into the language yet get it; of all others it is an alternative. */
    private static final String OFFER = """
            with given as (
                select t.id as tag_id, g.translation, g.n,
                    exists (select from tag_translation o where o.tag_id = t.id and o.language = $3) as is_translated
                from unnest($1::text[], $2::text[]) with ordinality g (tag, translation, n) join tag t on t.name = g.tag
            ), last as (
                select tag_id, max(position) as position from tag_translation
                where tag_id in (select tag_id from given) group by tag_id
            ), added as (
                insert into tag_translation (tag_id, language, translation, position, source)
                select g.tag_id, $3, g.translation,
                    least(coalesce(l.position, -1) + row_number() over (partition by g.tag_id order by g.n), 32767), $4
                from given g left join last l using (tag_id) where not g.is_translated order by g.tag_id
                on conflict (tag_id, language, translation) do nothing returning tag_id
            ), offered as (
                insert into alternative_translation (tag_id, language, translation, source)
                select g.tag_id, $3, g.translation, $4 from given g
                where g.is_translated and not exists (select from tag_translation o
                    where o.tag_id = g.tag_id and o.language = $3 and o.translation = g.translation)
                order by g.tag_id, g.n
                on conflict (tag_id, language, translation) do nothing returning tag_id
            )
            select (select count(*) from given), (select count(*) from added), (select count(*) from offered)
            """;

    private static final String TOUCH =
            "update tag set version = version + 1, is_starter = false, updated_at = now() where id = $1";

    @Inject
    Pool pool;

    @Inject
    Outbox outbox;

    @Inject
    IndexFeed feed;

    /**
     * The translations of a tag.
     *
     * @param version of the tag
     */
    record Kept(List<Translation> translations, int version) {}

    Uni<Kept> of(long tagId) {
        return pool.withConnection(
                connection -> requireTag(connection, tagId, false).flatMap(tag -> kept(connection, tagId, tag)));
    }

    private static Uni<Kept> kept(SqlConnection connection, long tagId, Row tag) {
        return connection
                .preparedQuery(OF_TAG)
                .execute(Tuple.of(tagId))
                .map(rows -> new Kept(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> new Translation(row.getString(0), row.getString(1), row.getString(2)))
                                .toList(),
                        tag.getInteger("version")));
    }

    /**
     * Puts these in the place of all translations of the tag.
     *
     * @throws Problem 412 when somebody changed the tag since it was read
     */
    Uni<Kept> replace(long tagId, List<Translation> translations, ReadVersion version) {
        String[] languages = translations.stream().map(Translation::language).toArray(String[]::new);
        String[] texts = translations.stream().map(Translation::translation).toArray(String[]::new);
        String[] sources = translations.stream().map(Translation::source).toArray(String[]::new);
        return pool.withTransaction(tx -> requireTag(tx, tagId, true)
                        .call(tag -> kept(tx, tagId, tag)
                                .invoke(now ->
                                        version.require(now.version(), "The tag '" + tag.getString("name") + "'", now)))
                        .call(() -> tx.preparedQuery("""
                                        delete from tag_translation where tag_id = $1 and (language, translation)
                                            not in (select * from unnest($2::text[], $3::text[]))
                                        """).execute(Tuple.of(tagId, languages, texts)))
                        .call(() -> tx.preparedQuery(REPLACE).execute(Tuple.of(tagId, languages, texts, sources)))
                        .chain(tag -> announce(tx, tagId, tag)))
                .call(feed::caughtUp)
                .chain(() -> of(tagId));
    }

    /** Tells everybody that the tag has other translations: it is a new version of it. */
    Uni<Void> announce(SqlConnection tx, long tagId, Row tag) {
        return tx.preparedQuery(TOUCH)
                .execute(Tuple.of(tagId))
                .chain(() -> tx.preparedQuery("insert into tag_change (tag_id) values ($1)")
                        .execute(Tuple.of(tagId)))
                .chain(() -> outbox.append(
                        tx,
                        new TagChanged(
                                tagId,
                                tag.getString(0),
                                Category.ofCode(tag.getInteger(1)).label(),
                                Change.UPDATED)));
    }

    static Uni<Row> requireTag(SqlConnection connection, long tagId, boolean lock) {
        return connection
                .preparedQuery("select name, category, version from tag where id = $1" + (lock ? " for update" : ""))
                .execute(Tuple.of(tagId))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("tag", tagId));
    }

    /** What became of some pairs: of known tags, new, and offered as alternatives. */
    record Added(long given, long added, long offered) {
        Added plus(Added more) {
            return new Added(given + more.given, added + more.added, offered + more.offered);
        }
    }

    /**
     * Adds pairs of tag and translation in one transaction with others.
     *
     * @param offer whether a tag that is translated already is only offered what differs
     */
    static Uni<Added> add(
            SqlConnection tx, String[] tags, String[] translations, String language, String source, boolean offer) {
        return tx.preparedQuery(offer ? OFFER : ADD)
                .execute(Tuple.of(tags, translations, language, source))
                .map(rows -> rows.iterator().next())
                .map(row -> new Added(row.getLong(0), row.getLong(1), row.getLong(2)));
    }
}
