package dev.fuda.dictionary.tag;

import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.usage.UsedTags;
import dev.fuda.dictionary.usage.UsedTags.Usage;
import dev.fuda.dictionary.vocabulary.Growth;
import dev.fuda.dictionary.vocabulary.Growth.Growing;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

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

    private static final int GROWING = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    @Inject
    UsedTags usedTags;

    @Inject
    Growth growth;

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
     * @param datasetsKnown whether the next two are known: they were asked for and the dataset service answered
     * @param used tags that items have
     * @param unused tags that no item has
     * @param growing the 20 that grew most between the two newest snapshots of one site; null without two
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
            List<InstalledList> installed,
            boolean datasetsKnown,
            long used,
            long unused,
            @Nullable Growing growing) {}

    @GET
    @RunOnVirtualThread
    @Operation(summary = "The dictionary in numbers")
    public Stats tagStats(
            @RestQuery
                    @DefaultValue("true")
                    @Parameter(description = "Whether to ask what datasets use, which takes longer")
                    boolean datasets) {
        List<Row> groups = rows(GROUPS);
        Usage usage = datasets ? usedTags.find() : null;
        boolean known = usage != null && usage.datasetsKnown();
        return new Stats(
                sum(groups, 2),
                rows("select count(*) from tag_alias").getFirst().getLong(0),
                sum(groups, 3),
                sum(groups, 4),
                categories(groups),
                sources(groups),
                ranked("count desc, name limit " + TOP),
                ranked("id desc limit " + NEWEST),
                installed(),
                known,
                known ? usage.used() : 0,
                known ? usage.unused() : 0,
                growth.newest(GROWING).await().atMost(PATIENCE).orElse(null));
    }

    private static List<CategoryCount> categories(List<Row> groups) {
        List<CategoryCount> categories = new ArrayList<>();
        for (Category category : Category.values()) {
            long tags = groups.stream()
                    .filter(row -> row.getInteger(0) == category.code())
                    .mapToLong(row -> row.getLong(2))
                    .sum();
            categories.add(new CategoryCount(category, tags));
        }
        categories.sort((a, b) -> Long.compare(b.tags(), a.tags()));
        return categories;
    }

    private static List<SourceCount> sources(List<Row> groups) {
        List<SourceCount> sources = new ArrayList<>();
        for (Source source : Source.values()) {
            long tags = groups.stream()
                    .filter(row -> row.getString(1).equals(source.label()))
                    .mapToLong(row -> row.getLong(2))
                    .sum();
            sources.add(new SourceCount(source, tags));
        }
        return sources;
    }

    private static long sum(List<Row> rows, int column) {
        return rows.stream().mapToLong(row -> row.getLong(column)).sum();
    }

    private List<RankedTag> ranked(String orderAndLimit) {
        return rows("select id, name, category, count, created_at from tag order by " + orderAndLimit).stream()
                .map(row -> new RankedTag(
                        row.getLong(0),
                        row.getString(1),
                        Category.ofCode(row.getInteger(2)),
                        row.getInteger(3),
                        row.getOffsetDateTime(4).toInstant()))
                .toList();
    }

    private List<InstalledList> installed() {
        return rows("""
                select id, file_name, author, imported, updated, rejected, created_at
                from tag_import order by created_at desc limit 20
                """).stream()
                .map(row -> new InstalledList(
                        row.getUUID(0),
                        row.getString(1),
                        row.getString(2),
                        row.getInteger(3),
                        row.getInteger(4),
                        row.getInteger(5),
                        row.getOffsetDateTime(6).toInstant()))
                .toList();
    }

    private List<Row> rows(String sql) {
        List<Row> list = new ArrayList<>();
        pool.query(sql).execute().await().atMost(PATIENCE).forEach(list::add);
        return list;
    }
}
