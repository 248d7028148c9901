package dev.fuda.dictionary.alias;

import dev.fuda.dictionary.alias.AliasResource.AliasInput;
import dev.fuda.dictionary.alias.AliasResource.AliasPage;
import dev.fuda.dictionary.alias.AliasResource.AliasView;
import dev.fuda.dictionary.live.IndexFeed;
import dev.fuda.dictionary.name.TagName;
import dev.fuda.dictionary.operation.Graph;
import dev.fuda.dictionary.operation.Tx;
import dev.fuda.dictionary.page.Pages;
import dev.fuda.dictionary.page.Pages.Listing;
import dev.fuda.kernel.event.DictionaryEvent.AliasChanged;
import dev.fuda.kernel.event.DictionaryEvent.Change;
import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.stream.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** Aliases one by one. Each edit is one transaction of the alias, its tag's new version, its event and the indexes' word. */
@ApplicationScoped
class AliasService {

    private static final Listing LISTING = new Listing("a.id, a.alias, t.name", """
            from tag_alias a join tag t on t.id = a.tag_id
            where $1 = '' or a.alias like '%' || $1 || '%' or t.name like '%' || $1 || '%'""", "a.alias, t.name");

    private static final String TOUCH =
            "update tag set version = version + 1, is_starter = false, updated_at = now() where id = $1";

    @Inject
    Pool pool;

    @Inject
    Outbox outbox;

    @Inject
    IndexFeed feed;

    Uni<AliasPage> page(String search, Page page) {
        return Pages.of(pool, LISTING, Tuple.of(literal(search)), page, AliasService::view, AliasPage::new);
    }

    private static AliasView view(Row row) {
        return new AliasView(row.getLong(0), row.getString(1), row.getString(2));
    }

    Uni<AliasView> create(AliasInput input) {
        Problem problem = Problem.badRequest("bad-alias", "The alias can't be kept as it is; see the fields.");
        String alias = name("source_tag", input.sourceTag(), problem);
        String target = name("target_tag", input.targetTag(), problem);
        if (alias != null && alias.equals(target)) {
            problem.field("source_tag", "must differ from target_tag");
        }
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
        return Tx.run(pool, tx -> {
                    Graph.hold(tx);
                    Row tag = tx.row("select id from tag where name = $1 for update", target);
                    if (tag == null) {
                        throw Problem.unprocessable(
                                        "no-such-target",
                                        "There is no tag '" + target + "'. Add it before its aliases.")
                                .field("target_tag", "not in the dictionary");
                    }
                    Graph.requireNoAliasCircle(tx, alias, target);
                    Row added = tx.row(
                            "insert into tag_alias (tag_id, alias, is_own) values ($1, $2, true) on conflict (tag_id, alias) do nothing returning id",
                            tag.getLong("id"),
                            alias);
                    if (added == null) {
                        throw Problem.conflict(
                                "alias-exists", "'" + alias + "' is already an alias of '" + target + "'.");
                    }
                    tx.await(announce(
                            tx.connection(), tag.getLong("id"), new AliasChanged(alias, target, Change.CREATED)));
                    return new AliasView(added.getLong("id"), alias, target);
                })
                .call(feed::caughtUp);
    }

    /** Takes the lock of the tag before that of the alias, as every other edit does. */
    Uni<Void> delete(long id) {
        return pool.withTransaction(tx -> tx.preparedQuery("""
                                select a.id, a.alias, t.name, t.id from tag t join tag_alias a on a.tag_id = t.id
                                where a.id = $1 for update of t
                                """)
                        .execute(Tuple.of(id))
                        .map(rows -> rows.size() == 0 ? null : rows.iterator().next())
                        .onItem()
                        .ifNull()
                        .failWith(() -> Problem.notFound("alias", id))
                        .chain(row -> tx.preparedQuery("delete from tag_alias where id = $1")
                                .execute(Tuple.of(id))
                                .chain(() -> announce(
                                        tx,
                                        row.getLong(3),
                                        new AliasChanged(row.getString(1), row.getString(2), Change.DELETED)))))
                .call(feed::caughtUp);
    }

    private Uni<Void> announce(SqlConnection tx, long tagId, AliasChanged event) {
        return tx.preparedQuery(TOUCH)
                .execute(Tuple.of(tagId))
                .chain(() -> tx.preparedQuery("insert into tag_change (tag_id) values ($1)")
                        .execute(Tuple.of(tagId)))
                .chain(() -> outbox.append(tx, event));
    }

    private static String name(String field, String text, Problem problem) {
        try {
            return TagName.of(text);
        } catch (IllegalArgumentException e) {
            problem.field(field, e.getMessage());
            return null;
        }
    }

    private static String literal(String search) {
        if (search == null) {
            return "";
        }
        String name = search.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace("\0", "");
        return name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
