package dev.fuda.dictionary.tag;

import dev.fuda.dictionary.live.IndexFeed;
import dev.fuda.dictionary.tag.TagInput.Checked;
import dev.fuda.kernel.event.DictionaryEvent;
import dev.fuda.kernel.event.DictionaryEvent.AliasChanged;
import dev.fuda.kernel.event.DictionaryEvent.Change;
import dev.fuda.kernel.event.DictionaryEvent.TagChanged;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.stream.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Edits of single tags. Each is one transaction of the tag, its event and the word to the indexes, and answers when the
 * edit can be found.
 */
@ApplicationScoped
class TagService {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String DEADLOCK = "40P01";

    /** Renaming a tag to a name that an import is bringing in may wait for the import while that waits for the tag. */
    private static final int DEADLOCK_RETRIES = 3;

    @Inject
    Pool pool;

    @Inject
    TagRepository tags;

    @Inject
    Outbox outbox;

    @Inject
    IndexFeed feed;

    Uni<TagView> create(TagInput input) {
        Checked tag = input.check(true);
        return edit(tx -> tags.insert(tx, tag)
                .onItem()
                .ifNull()
                .failWith(() -> nameTaken(tag.name()))
                .call(id -> tags.replaceAliases(tx, id, tag.aliases() == null ? List.of() : tag.aliases()))
                .chain(id -> tags.find(tx, id))
                .call(after -> announce(tx, null, after)));
    }

    /** @param version the version that was read, or null to take whatever there is */
    Uni<TagView> update(long id, TagInput input, Integer version) {
        Checked change = input.check(false);
        return edit(tx -> tags.lock(tx, id)
                        .onItem()
                        .ifNull()
                        .failWith(() -> Problem.notFound("tag", id))
                        .invoke(before -> requireVersion(before, version))
                        .chain(before -> tags.update(tx, id, change)
                                .call(() -> change.aliases() == null
                                        ? Uni.createFrom().voidItem()
                                        : tags.replaceAliases(tx, id, change.aliases()))
                                .chain(() -> tags.find(tx, id))
                                .call(after -> announce(tx, before, after))))
                .onFailure(TagService::isNameTaken)
                .transform(e -> nameTaken(change.name()));
    }

    Uni<Void> delete(long id, Integer version) {
        return edit(tx -> tags.lock(tx, id)
                        .onItem()
                        .ifNull()
                        .failWith(() -> Problem.notFound("tag", id))
                        .invoke(before -> requireVersion(before, version))
                        .call(() -> tags.delete(tx, id))
                        .call(before -> announce(tx, before, null)))
                .replaceWithVoid();
    }

    private Uni<TagView> edit(Function<SqlConnection, Uni<TagView>> change) {
        return pool.withTransaction(change)
                .onFailure(TagService::isDeadlock)
                .retry()
                .atMost(DEADLOCK_RETRIES)
                .call(feed::caughtUp);
    }

    /** Events for what differs between the two states, either of which may be absent. */
    private Uni<Void> announce(SqlConnection tx, TagView before, TagView after) {
        TagView tag = after == null ? before : after;
        Change change = before == null ? Change.CREATED : after == null ? Change.DELETED : Change.UPDATED;
        List<DictionaryEvent> events = new ArrayList<>();
        events.add(new TagChanged(tag.id(), tag.tag(), tag.category().label(), change));
        List<String> had = before == null ? List.of() : before.aliases();
        List<String> has = after == null ? List.of() : after.aliases();
        had.stream()
                .filter(a -> !has.contains(a))
                .forEach(a -> events.add(new AliasChanged(a, tag.tag(), Change.DELETED)));
        has.stream()
                .filter(a -> !had.contains(a))
                .forEach(a -> events.add(new AliasChanged(a, tag.tag(), Change.CREATED)));
        return tags.changed(tx, tag.id()).chain(() -> outbox.append(tx, events));
    }

    private static void requireVersion(TagView current, Integer version) {
        if (version != null && version != current.version()) {
            throw Problem.conflict(
                            "stale-version",
                            "The tag '" + current.tag() + "' was changed since you read it (version " + version
                                    + ", now " + current.version() + "). Look at it again and repeat your change.")
                    .with("current", current);
        }
    }

    private static Problem nameTaken(String name) {
        return Problem.conflict("name-taken", "There is already a tag '" + name + "'.")
                .field("tag", "already in the dictionary");
    }

    private static boolean isDeadlock(Throwable e) {
        return e instanceof PgException failure && DEADLOCK.equals(failure.getSqlState());
    }

    private static boolean isNameTaken(Throwable e) {
        return e instanceof PgException failure && UNIQUE_VIOLATION.equals(failure.getSqlState());
    }
}
