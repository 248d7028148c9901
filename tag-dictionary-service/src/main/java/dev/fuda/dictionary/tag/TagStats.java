package dev.fuda.dictionary.tag;

import dev.fuda.dictionary.name.Category;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the dictionary holds, in numbers. */
@Path("/tag-dictionary/stats")
@Tag(name = "tag-dictionary")
public class TagStats {

    private static final int TOP = 100;
    private static final int NEWEST = 20;

    private static final String GROUPS = """
            select category, source, count(*), count(*) filter (where is_deprecated),
                   count(*) filter (where is_official)
            from tag group by category, source
            """;

    @Inject
    Pool pool;

    /** Number of tags in one category. */
    public record CategoryCount(Category category, long tags) {}

    /** Number of tags from one source. */
    public record SourceCount(Source source, long tags) {}

    /** A tag in a ranking. */
    public record RankedTag(long id, String tag, Category category, int count, Instant createdAt) {}

    /** A list that was installed. */
    public record InstalledList(
            UUID importId, String fileName, String author, long imported, long updated, long rejected, Instant at) {}

    /**
     * @param byCategory every category, from the largest
     * @param top the 100 most used tags
     * @param newest the 20 tags added last
     * @param installed the 20 lists installed last
     */
    @Schema(name = "DictionaryStats")
    public record Stats(
            long total,
            long aliases,
            long deprecated,
            long official,
            List<CategoryCount> byCategory,
            List<SourceCount> bySource,
            List<RankedTag> top,
            List<RankedTag> newest,
            List<InstalledList> installed) {}

    @GET
    @Operation(summary = "The dictionary in numbers")
    public Uni<Stats> tagStats() {
        return rows(GROUPS)
                .chain(groups -> rows("select count(*) from tag_alias")
                        .chain(aliases -> ranked("count desc, name limit " + TOP)
                                .chain(top -> ranked("id desc limit " + NEWEST)
                                        .chain(newest -> installed()
                                                .map(lists -> stats(
                                                        groups,
                                                        aliases.getFirst().getLong(0),
                                                        top,
                                                        newest,
                                                        lists))))));
    }

    private static Stats stats(
            List<Row> groups, long aliases, List<RankedTag> top, List<RankedTag> newest, List<InstalledList> lists) {
        List<CategoryCount> categories = new ArrayList<>();
        for (Category category : Category.values()) {
            long tags = groups.stream()
                    .filter(row -> row.getInteger(0) == category.code())
                    .mapToLong(row -> row.getLong(2))
                    .sum();
            categories.add(new CategoryCount(category, tags));
        }
        categories.sort((a, b) -> Long.compare(b.tags(), a.tags()));
        List<SourceCount> sources = new ArrayList<>();
        for (Source source : Source.values()) {
            long tags = groups.stream()
                    .filter(row -> row.getString(1).equals(source.label()))
                    .mapToLong(row -> row.getLong(2))
                    .sum();
            sources.add(new SourceCount(source, tags));
        }
        return new Stats(
                sum(groups, 2), aliases, sum(groups, 3), sum(groups, 4), categories, sources, top, newest, lists);
    }

    private static long sum(List<Row> rows, int column) {
        return rows.stream().mapToLong(row -> row.getLong(column)).sum();
    }

    private Uni<List<RankedTag>> ranked(String orderAndLimit) {
        return rows("select id, name, category, count, created_at from tag order by " + orderAndLimit)
                .map(rows -> rows.stream()
                        .map(row -> new RankedTag(
                                row.getLong(0),
                                row.getString(1),
                                Category.ofCode(row.getInteger(2)),
                                row.getInteger(3),
                                row.getOffsetDateTime(4).toInstant()))
                        .toList());
    }

    private Uni<List<InstalledList>> installed() {
        return rows("""
                select id, file_name, author, imported, updated, rejected, created_at
                from tag_import order by created_at desc limit 20
                """)
                .map(rows -> rows.stream()
                        .map(row -> new InstalledList(
                                row.getUUID(0),
                                row.getString(1),
                                row.getString(2),
                                row.getInteger(3),
                                row.getInteger(4),
                                row.getInteger(5),
                                row.getOffsetDateTime(6).toInstant()))
                        .toList());
    }

    private Uni<List<Row>> rows(String sql) {
        return pool.query(sql).execute().map(rows -> {
            List<Row> list = new ArrayList<>(rows.size());
            rows.forEach(list::add);
            return list;
        });
    }
}
