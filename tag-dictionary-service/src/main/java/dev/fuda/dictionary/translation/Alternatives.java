package dev.fuda.dictionary.translation;

import dev.fuda.dictionary.live.IndexFeed;
import dev.fuda.dictionary.translation.AlternativeResource.Alternative;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.StreamSupport;

/** Offered translations, from the offer to a person's decision. */
@ApplicationScoped
class Alternatives {

    /** What stands is no alternative, whoever put it there. */
    private static final String OF_TAG = """
            select a.id, a.language, a.translation, a.source from alternative_translation a
            where a.tag_id = $1 and a.dropped_at is null and not exists (
                select from tag_translation t
                where t.tag_id = a.tag_id and t.language = a.language and t.translation = a.translation)
            order by a.language, a.id
            """;

    private static final String OFFER = """
            insert into alternative_translation as a (tag_id, language, translation, source)
            select $1::bigint, $2, $3, $4
            where not exists (select from tag_translation where tag_id = $1 and language = $2 and translation = $3)
            on conflict (tag_id, language, translation)
            do update set source = excluded.source, dropped_at = null, created_at = now() where a.dropped_at is not null
            returning id, language, translation, source
            """;

    private static final String TAKE = """
            insert into tag_translation (tag_id, language, translation, source, position, is_own)
            select tag_id, language, translation, source,
                case when $3 then 0 else least(32767, 1 + coalesce(
                    (select max(position) from tag_translation where tag_id = $1), -1)) end, true
            from alternative_translation where id = $2 and tag_id = $1
            on conflict (tag_id, language, translation) do update set is_own = true, position = excluded.position
            """;

    @Inject
    Pool pool;

    @Inject
    TranslationService translations;

    @Inject
    IndexFeed feed;

    Uni<List<Alternative>> of(long tagId) {
        return pool.withConnection(connection -> TranslationService.requireTag(connection, tagId, false)
                .chain(() -> connection.preparedQuery(OF_TAG).execute(Tuple.of(tagId)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Alternatives::view)
                        .toList()));
    }

    Uni<Alternative> offer(long tagId, Translation given) {
        return pool.withTransaction(tx -> TranslationService.requireTag(tx, tagId, true)
                .chain(() -> tx.preparedQuery(OFFER)
                        .execute(Tuple.of(tagId, given.language(), given.translation(), given.source())))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.conflict(
                                "already-there",
                                "'" + given.translation() + "' is offered already, or stands among the translations.");
                    }
                    return view(rows.iterator().next());
                }));
    }

    Uni<List<Translation>> take(long tagId, long id, boolean first) {
        return pool.withTransaction(tx -> TranslationService.requireTag(tx, tagId, true)
                        .call(() -> requireOffered(tx, tagId, id))
                        .call(() -> first
                                ? tx.preparedQuery(
                                                "update tag_translation set position = least(32767, position + 1) where tag_id = $1")
                                        .execute(Tuple.of(tagId))
                                : Uni.createFrom().voidItem())
                        .call(() -> tx.preparedQuery(TAKE).execute(Tuple.of(tagId, id, first)))
                        .call(() -> tx.preparedQuery("delete from alternative_translation where id = $1")
                                .execute(Tuple.of(id)))
                        .chain(tag -> translations.announce(tx, tagId, tag)))
                .call(feed::caughtUp)
                .chain(() -> translations.of(tagId))
                .map(TranslationService.Kept::translations);
    }

    Uni<Void> drop(long tagId, long id) {
        return pool.withTransaction(tx -> requireOffered(tx, tagId, id)
                .chain(() -> tx.preparedQuery("update alternative_translation set dropped_at = now() where id = $1")
                        .execute(Tuple.of(id)))
                .replaceWithVoid());
    }

    private static Uni<Row> requireOffered(SqlConnection tx, long tagId, long id) {
        return tx.preparedQuery(
                        "select id from alternative_translation where id = $1 and tag_id = $2 and dropped_at is null for update")
                .execute(Tuple.of(id, tagId))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("alternative translation", id));
    }

    private static Alternative view(Row row) {
        return new Alternative(row.getLong(0), row.getString(1), row.getString(2), row.getString(3));
    }
}
