package dev.fuda.dictionary.group;

import dev.fuda.dictionary.file.GroupFile.Group;
import dev.fuda.dictionary.file.Rejection;
import dev.fuda.dictionary.group.GroupResource.TagGroupView;
import dev.fuda.dictionary.operation.Tx;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Adds the groups of a file, and their tags to those that are there: one transaction for all of them. */
@ApplicationScoped
class GroupImport {

    /** In the order of the file after what is there; what is there already stays where it is. */
    private static final String ADD = """
            update tag_group g set version = version + 1, updated_at = now(), color = coalesce(g.color, $2),
                tags = g.tags || array(select t from unnest($3::text[]) with ordinality as n (t, at) where t <> all (g.tags) order by at)
            where id = $1 and not ($3::text[] <@ g.tags and (g.color is not null or $2::text is null))
            """;

    private static final String VIEW = "select id, name, color, tags, version from tag_group where id = $1";

    private final Pool pool;

    GroupImport(Pool pool) {
        this.pool = pool;
    }

    /**
     * A group of the file, as it is now.
     *
     * @param created whether it is new
     * @param added tags that it did not have
     */
    @Schema(name = "ImportedTagGroup")
    record Imported(TagGroupView group, boolean created, int added) {}

    /**
     * What became of a file.
     *
     * @param addedCount tags added to groups
     * @param knownCount tags that their groups had already
     * @param rejected the first thousand entries that could not be read
     */
    @Schema(name = "TagGroupImportReport")
    record Report(
            List<Imported> groups, long addedCount, long knownCount, long rejectedCount, List<Rejection> rejected) {}

    /** @param groups with valid names and colours, no name twice */
    Uni<List<Imported>> add(List<Group> groups) {
        // Everybody locks groups in this order.
        List<Group> ordered = groups.stream()
                .sorted(Comparator.comparing(group -> group.name().toLowerCase(Locale.ROOT)))
                .toList();
        return Tx.run(pool, tx -> {
            List<Imported> imported = new ArrayList<>();
            for (Group group : ordered) {
                imported.add(add(tx, group));
            }
            long all = tx.row("select count(*) from tag_group").getLong(0);
            if (all > GroupResource.MOST_GROUPS) {
                throw Problem.unprocessable(
                        "too-many-groups",
                        "There would be " + all + " groups; there can be " + GroupResource.MOST_GROUPS + ".");
            }
            return imported;
        });
    }

    private static Imported add(Tx tx, Group group) {
        boolean created = tx.write(
                        "insert into tag_group (name, color, tags) values ($1, $2, '{}') on conflict (lower(name)) do nothing",
                        group.name(),
                        group.color())
                == 1;
        Row before = tx.row(
                "select id, cardinality(tags) as had from tag_group where lower(name) = lower($1) for update",
                group.name());
        tx.write(ADD, before.getLong("id"), group.color(), (Object) group.tags().toArray(String[]::new));
        Row after = tx.row(VIEW, before.getLong("id"));
        String[] tags = after.getArrayOfStrings("tags");
        if (tags.length > GroupResource.MOST_TAGS) {
            throw Problem.unprocessable(
                    "too-many-tags",
                    "The group '" + group.name() + "' would have " + tags.length + " tags; a group can have "
                            + GroupResource.MOST_TAGS + ".");
        }
        return new Imported(
                new TagGroupView(
                        after.getLong("id"),
                        after.getString("name"),
                        after.getString("color"),
                        List.of(tags),
                        after.getInteger("version")),
                created,
                tags.length - before.getInteger("had"));
    }
}
