package dev.fuda.dictionary.operation;

import dev.fuda.dictionary.operation.Graph.TagRow;
import dev.fuda.dictionary.operation.OperationInput.Order;
import dev.fuda.kernel.event.DictionaryEvent.Rewrite;
import dev.fuda.kernel.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The steps of each kind of operation, in a transaction that holds the {@link Graph} and the tags. */
final class Surgery {

    /** A model writes the name that it was trained with. */
    private static final String KEEP_WRITTEN = "update vocabulary_tag set name = $2 where tag_id = $1 and name is null";

    private static final String ADD_ALIAS =
            "insert into tag_alias (tag_id, alias, is_own) values ($1, $2, true) on conflict (tag_id, alias) do nothing";

    /** Whoever takes a name away that a machine brought in has looked at it. */
    private static final String REJECT =
            "update tag_review set state = 'rejected', decided_by = $2, decided_at = now(), updated_at = now() where tag_id = $1 and state = 'pending'";

    private static final String TOUCH =
            "update tag set version = version + 1, is_starter = false, updated_at = now() where id = $1";

    private final Tx tx;
    private final Order order;
    private final String author;

    Surgery(Tx tx, Order order, String author) {
        this.tx = tx;
        this.order = order;
        this.author = author;
    }

    /**
     * Does it.
     *
     * @return how the tags of items are to be written from now on
     * @throws Problem 404, 409 or 422 when it can't be done
     */
    List<Rewrite> perform() {
        return switch (order.kind()) {
            case ALIAS -> alias();
            case RENAME -> rename();
            case MERGE -> merge();
            case DEPRECATE -> deprecate();
            case IMPLICATION -> implication();
            case UNIMPLY -> unimply();
            case DELETE -> delete();
        };
    }

    private List<Rewrite> alias() {
        TagRow target = target();
        for (Row row : tx.rows(
                "select t.id, t.name from tag_alias a join tag t on t.id = a.tag_id where a.alias = $1", order.tag())) {
            throw Problem.conflict(
                            row.getLong("id") == target.id() ? "alias-exists" : "alias-elsewhere",
                            "'" + order.tag() + "' is already an alias of '" + row.getString("name") + "'."
                                    + (row.getLong("id") == target.id() ? "" : " Delete that alias first."))
                    .field("tag", "already an alias");
        }
        TagRow itself = find(order.tag());
        if (itself != null) {
            Moving.aliases(tx, itself, target);
            tx.write("delete from tag_alias where tag_id = $1", itself.id());
            tx.write(REJECT, itself.id(), author);
            tx.write(
                    "update tag set is_deprecated = true, replacement_id = $2, version = version + 1, is_starter = false, updated_at = now() where id = $1",
                    itself.id(),
                    target.id());
        }
        tx.write(ADD_ALIAS, target.id(), order.tag());
        tx.write(TOUCH, target.id());
        Graph.requireNoAliasCircle(tx, order.tag(), target.name());
        tx.write(
                "update alias_request set status = 'active', decided_by = $3, decided_at = now() where alias = $1 and target = $2 and status = 'pending'",
                order.tag(),
                target.name(),
                author);
        return List.of(new Rewrite(order.tag(), List.of(target.name())));
    }

    private List<Rewrite> rename() {
        TagRow tag = subject();
        if (find(order.target()) != null) {
            throw Problem.conflict(
                            "name-taken",
                            "There is already a tag '" + order.target() + "'. Merge '" + tag.name()
                                    + "' into it instead.")
                    .field("target", "already in the dictionary");
        }
        for (Row row : tx.rows(
                "select t.name from tag_alias a join tag t on t.id = a.tag_id where a.alias = $1 and t.id <> $2",
                order.target(),
                tag.id())) {
            throw Problem.conflict(
                            "alias-elsewhere",
                            "'" + order.target() + "' is an alias of '" + row.getString("name")
                                    + "'. Delete that alias first.")
                    .field("target", "an alias of another tag");
        }
        tx.write("delete from tag_alias where tag_id = $1 and alias = $2", tag.id(), order.target());
        tx.write(
                "update tag set name = $2, source_name = coalesce(source_name, $3), version = version + 1, is_starter = false, updated_at = now() where id = $1",
                tag.id(),
                order.target(),
                tag.name());
        if (order.keepAlias()) {
            tx.write(ADD_ALIAS, tag.id(), tag.name());
            Graph.requireNoAliasCircle(tx, tag.name(), order.target());
        }
        tx.write(KEEP_WRITTEN, tag.id(), tag.name());
        Moving.groups(tx, tag.name(), order.target());
        return List.of(new Rewrite(tag.name(), List.of(order.target())));
    }

    private List<Rewrite> merge() {
        TagRow tag = subject();
        TagRow target = target();
        Moving.everything(tx, tag, target);
        // Items that had both are counted once, so of two counts the larger one is the best that is known.
        tx.write(
                "update tag set count = greatest(count, (select count from tag where id = $1)), version = version + 1, is_starter = false, updated_at = now() where id = $2",
                tag.id(),
                target.id());
        tx.write("delete from tag where id = $1", tag.id());
        tx.write(ADD_ALIAS, target.id(), tag.name());
        Graph.requireNoAliasCircle(tx, tag.name(), target.name());
        requireSoundImplications(target);
        return List.of(new Rewrite(tag.name(), List.of(target.name())));
    }

    private List<Rewrite> deprecate() {
        TagRow tag = subject();
        TagRow target = order.target() == null ? null : target();
        tx.write(
                "update tag set is_deprecated = true, replacement_id = $2, version = version + 1, is_starter = false, updated_at = now() where id = $1",
                tag.id(),
                target == null ? null : target.id());
        tx.write(REJECT, tag.id(), author);
        if (target == null) {
            return List.of();
        }
        Graph.requireNoAliasCircle(tx, tag.name(), target.name());
        return List.of(new Rewrite(tag.name(), List.of(target.name())));
    }

    private List<Rewrite> implication() {
        TagRow tag = subject();
        TagRow target = target();
        List<String> way = Graph.wayOfImplications(tx, tag, target);
        if (way != null) {
            throw Problem.conflict(
                            "already-implied",
                            "'" + tag.name() + "' implies '" + target.name() + "' already: " + String.join(" → ", way)
                                    + ".")
                    .with("way", way);
        }
        Graph.requireNoImplicationCircle(tx, tag, target);
        tx.write("""
                insert into tag_implication (antecedent_id, consequent_id, status, author) values ($1, $2, 'active', $3)
                on conflict (antecedent_id, consequent_id) do update set status = 'active', source = 'user', author = excluded.author, updated_at = now()
                """, tag.id(), target.id(), author);
        tx.write(TOUCH, tag.id());
        List<String> all = new ArrayList<>(List.of(tag.name()));
        Set<String> implied = Graph.implied(tx, tag);
        all.addAll(implied);
        return List.of(new Rewrite(tag.name(), all));
    }

    /** Out of force it stays known, so that a list does not bring it back as new. */
    private List<Rewrite> unimply() {
        TagRow tag = subject();
        TagRow target = find(order.target());
        int ended = target == null
                ? 0
                : tx.write(
                        "update tag_implication set status = 'deleted', author = $3, updated_at = now() where antecedent_id = $1 and consequent_id = $2 and status <> 'deleted'",
                        tag.id(),
                        target.id(),
                        author);
        if (ended == 0) {
            throw Problem.unprocessable(
                            "no-such-implication", "'" + tag.name() + "' does not imply '" + order.target() + "'.")
                    .field("target", "not implied");
        }
        tx.write(TOUCH, tag.id());
        return List.of();
    }

    private List<Rewrite> delete() {
        TagRow tag = subject();
        tx.write(
                "update tag_group set tags = array_remove(tags, $1), version = version + 1, updated_at = now() where tags @> array[$1]",
                tag.name());
        tx.write("delete from tag where id = $1", tag.id());
        return List.of(new Rewrite(tag.name(), List.of()));
    }

    private void requireSoundImplications(TagRow target) {
        for (Row row : tx.rows(
                "select t.id, t.name, t.is_deprecated, t.version from tag_implication i join tag t on t.id = i.consequent_id where i.antecedent_id = $1 and i.status = 'active' order by t.name",
                target.id())) {
            TagRow consequent = new TagRow(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getBoolean("is_deprecated"),
                    null,
                    row.getInteger("version"));
            Graph.requireNoImplicationCircle(tx, target, consequent);
        }
    }

    private TagRow subject() {
        TagRow tag = find(order.tag());
        if (tag == null) {
            throw Problem.unprocessable("no-such-tag", "There is no tag '" + order.tag() + "' in the dictionary.")
                    .field("tag", "not in the dictionary");
        }
        return tag;
    }

    /** The tag that it leads to; nothing may lead to a tag that is not to be used. */
    private TagRow target() {
        TagRow target = find(order.target());
        if (target == null) {
            throw Problem.unprocessable(
                            "no-such-target",
                            "There is no tag '" + order.target() + "'. Add it to the dictionary first.")
                    .field("target", "not in the dictionary");
        }
        if (target.deprecated()) {
            throw Problem.unprocessable(
                            "deprecated-target",
                            "'" + target.name() + "' is deprecated"
                                    + (target.replacement() == null
                                            ? "."
                                            : "; write '" + target.replacement() + "' instead."))
                    .field("target", "deprecated");
        }
        return target;
    }

    private TagRow find(String name) {
        return Graph.TagRow.lock(tx, name).stream().findFirst().orElse(null);
    }
}
