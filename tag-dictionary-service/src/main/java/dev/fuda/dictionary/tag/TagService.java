package dev.fuda.dictionary.tag;

import dev.fuda.dictionary.live.IndexFeed;
import dev.fuda.dictionary.operation.Graph;
import dev.fuda.dictionary.operation.OperationInput.Order;
import dev.fuda.dictionary.operation.OperationView;
import dev.fuda.dictionary.operation.Operations;
import dev.fuda.dictionary.operation.Tx;
import dev.fuda.dictionary.tag.TagInput.Checked;
import dev.fuda.dictionary.version.ReadVersion;
import dev.fuda.kernel.event.DictionaryEvent;
import dev.fuda.kernel.event.DictionaryEvent.AliasChanged;
import dev.fuda.kernel.event.DictionaryEvent.Change;
import dev.fuda.kernel.event.DictionaryEvent.TagChanged;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.stream.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Edits of single tags. Each is one transaction of the tag, its event and the word to the indexes, and answers when the
 * edit can be found.
 */
@ApplicationScoped
class TagService {

    @Inject
    Pool pool;

    @Inject
    TagRepository tags;

    @Inject
    Outbox outbox;

    @Inject
    IndexFeed feed;

    @Inject
    Operations operations;

    Uni<TagView> create(TagInput input) {
        Checked tag = input.check(true);
        return edit(tx -> {
            holdGraph(tx, tag);
            Long id = tx.await(tags.insert(tx.connection(), tag));
            if (id == null) {
                throw nameTaken(tag.name());
            }
            if (tag.aliases() != null) {
                tx.await(tags.replaceAliases(tx.connection(), id, tag.aliases()));
            }
            TagView after = tx.await(tags.find(tx.connection(), id));
            requireSound(tx, List.of(), after);
            announce(tx, null, after);
            return after;
        });
    }

    /**
     * A tag after a change.
     *
     * @param operations what of the change reaches beyond the tag; each can be undone
     */
    record Edited(TagView tag, List<UUID> operations) {}

    /**
     * Changes a tag, all of it or nothing. Another name and a deprecation reach into groups and datasets, so they are the
     * operations that they are elsewhere: the old name stays as an alias, and undoing one leaves the rest of the change.
     *
     * @throws Problem 409 or 412 when somebody else was faster
     */
    Uni<Edited> update(long id, TagInput input, ReadVersion version, String author) {
        Checked change = input.check(false);
        return tags.find(id)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("tag", id))
                .flatMap(seen -> {
                    List<Order> orders = orders(seen, change);
                    if (orders.isEmpty()) {
                        return edit(tx -> {
                                    holdGraph(tx, change);
                                    return write(tx, unchanged(tx, id, version, change, orders), change);
                                })
                                .map(tag -> new Edited(tag, List.of()));
                    }
                    return operations
                            .runAll(orders, author, tx -> {
                                TagView before = unchanged(tx, id, version, change, orders);
                                if (change.saysMore()) {
                                    write(tx, before, change);
                                }
                            })
                            .onFailure(Problem.class)
                            .transform(TagService::ofEdit)
                            .flatMap(done -> tags.find(id)
                                    .onItem()
                                    .ifNull()
                                    .failWith(() -> Problem.notFound("tag", id))
                                    .map(tag -> new Edited(
                                            tag,
                                            done.stream().map(OperationView::id).toList())));
                });
    }

    /** What of a change is an operation. */
    private static List<Order> orders(TagView tag, Checked change) {
        List<Order> orders = new ArrayList<>();
        if (Boolean.TRUE.equals(change.deprecated()) && !tag.isDeprecated()) {
            orders.add(Order.deprecate(tag.tag()));
        }
        if (change.name() != null && !change.name().equals(tag.tag())) {
            orders.add(Order.rename(tag.tag(), change.name()));
        }
        return orders;
    }

    /** The tag, locked, if the change still means what it meant when it was looked at. */
    private TagView unchanged(Tx tx, long id, ReadVersion version, Checked change, List<Order> orders) {
        TagView tag = locked(tx, id, version);
        if (!orders(tag, change).equals(orders)) {
            throw overtaken();
        }
        return tag;
    }

    /** Everything but what is an operation. */
    private TagView write(Tx tx, TagView before, Checked change) {
        List<String> own = OwnFields.changed(before, change);
        if (!own.isEmpty()) {
            tx.await(tags.own(tx.connection(), before.id(), own));
        }
        tx.await(tags.update(tx.connection(), before.id(), change));
        if (change.aliases() != null) {
            // Its own name is no alias of a tag; when it gets another one, the old one becomes an alias by that.
            List<String> aliases = change.aliases().stream()
                    .filter(alias -> !alias.equals(before.tag()))
                    .toList();
            tx.await(tags.replaceAliases(tx.connection(), before.id(), aliases));
        }
        TagView after = tx.await(tags.find(tx.connection(), before.id()));
        requireSound(tx, before.aliases(), after);
        announce(tx, before, after);
        return after;
    }

    /** What stands against a new name stands against the field in which it was written. */
    private static Throwable ofEdit(Throwable e) {
        Problem problem = (Problem) e;
        Problem told = new Problem(problem.status(), problem.code(), problem.getMessage());
        problem.extra().forEach(told::with);
        problem.errors()
                .forEach(error -> told.field(error.field().equals("target") ? "tag" : error.field(), error.message()));
        return told;
    }

    /**
     * Lets the lists say again what a person said.
     *
     * @param fields some of {@link OwnFields}, or null for all
     */
    Uni<TagView> giveBack(long id, Collection<String> fields, ReadVersion version) {
        return edit(tx -> {
            TagView before = locked(tx, id, version);
            Collection<String> back = OwnFields.givenBack(before, fields);
            if (back.isEmpty()) {
                return before;
            }
            tx.await(tags.giveBack(tx.connection(), id, back));
            TagView after = tx.await(tags.find(tx.connection(), id));
            announce(tx, before, after);
            return after;
        });
    }

    /**
     * Deletes a tag, which can be undone as the operation that it is.
     *
     * @param fromDatasets whether it is taken off items too
     */
    Uni<OperationView> delete(long id, ReadVersion version, boolean fromDatasets, String author) {
        return tags.find(id)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("tag", id))
                .flatMap(tag -> operations.run(Order.delete(tag.tag(), fromDatasets), author, tx -> {
                    if (!locked(tx, id, version).tag().equals(tag.tag())) {
                        throw overtaken();
                    }
                }));
    }

    private TagView locked(Tx tx, long id, ReadVersion version) {
        TagView before = tx.await(tags.lock(tx.connection(), id));
        if (before == null) {
            throw Problem.notFound("tag", id);
        }
        version.require(before.version(), "The tag '" + before.tag() + "'", before);
        return before;
    }

    /** Before the tag's own lock, as everybody does who changes names or aliases. */
    private static void holdGraph(Tx tx, Checked tag) {
        if (tag.name() != null || tag.aliases() != null) {
            Graph.hold(tx);
        }
    }

    private static void requireSound(Tx tx, List<String> had, TagView tag) {
        tag.aliases().stream()
                .filter(alias -> !had.contains(alias))
                .forEach(alias -> Graph.requireNoAliasCircle(tx, alias, tag.tag()));
    }

    private Uni<TagView> edit(Function<Tx, TagView> change) {
        return Tx.run(pool, change).call(feed::caughtUp);
    }

    /** Events for what differs between the two states, either of which may be absent. */
    private void announce(Tx tx, TagView before, TagView after) {
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
        tx.await(tags.changed(tx.connection(), tag.id()));
        tx.await(outbox.append(tx.connection(), events));
    }

    private static Problem overtaken() {
        return Problem.conflict("overtaken", "Somebody just changed the tag. Look at it again.");
    }

    private static Problem nameTaken(String name) {
        return Problem.conflict("name-taken", "There is already a tag '" + name + "'.")
                .field("tag", "already in the dictionary");
    }
}
