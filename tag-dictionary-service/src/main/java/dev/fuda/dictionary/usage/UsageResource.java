package dev.fuda.dictionary.usage;

import dev.fuda.dictionary.dataset.Datasets;
import dev.fuda.dictionary.dataset.Datasets.RelatedTag;
import dev.fuda.dictionary.usage.UsedTags.Usage;
import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The dictionary and the person's own datasets together. */
@Path("/tag-dictionary")
@Tag(name = "tag-dictionary")
public class UsageResource {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_RELATED = 100;

    /** Tags that imply the same as this one, the most used first. */
    private static final String SIBLINGS = """
            select t.name from tag t where t.id in (
                select s.antecedent_id from tag_implication i
                join tag_implication s on s.consequent_id = i.consequent_id and s.status = 'active' and s.antecedent_id <> $1
                where i.antecedent_id = $1 and i.status = 'active')
            order by t.count desc, t.name limit $2
            """;

    private static final String IMPLIES =
            "select t.name from tag_implication i join tag t on t.id = i.consequent_id where i.antecedent_id = $1 and i.status = 'active' order by t.count desc, t.name limit $2";

    private static final String IMPLIED_BY =
            "select t.name from tag_implication i join tag t on t.id = i.antecedent_id where i.consequent_id = $1 and i.status = 'active' order by t.count desc, t.name limit $2";

    @Inject
    UsedTags usedTags;

    @Inject
    Datasets datasets;

    @Inject
    Pool pool;

    /**
     * Tags around a tag.
     *
     * @param implies what it implies, directly
     * @param impliedBy what implies it, directly
     * @param siblings what implies the same
     * @param together what stands with it in the person's own datasets, by cosine similarity
     * @param datasetsKnown false when the dataset service did not answer
     */
    @Schema(name = "RelatedTags")
    public record Related(
            List<String> implies,
            List<String> impliedBy,
            List<String> siblings,
            List<RelatedTag> together,
            boolean datasetsKnown) {}

    @GET
    @Path("/usage")
    @RunOnVirtualThread
    @Operation(
            summary = "What datasets use of the dictionary, and what they use besides",
            description = "Counted anew at most every 30 seconds.")
    public Usage dictionaryUsage() {
        return usedTags.find();
    }

    @GET
    @Path("/{tag_id}/related")
    @RunOnVirtualThread
    @Operation(summary = "Tags around a tag: by implication, and by standing together in datasets")
    public Related relatedTags(
            @RestPath("tag_id") long id,
            @RestQuery @DefaultValue("20") @Parameter(description = "1 to 100, of each") int limit) {
        int most = Page.of(1, limit, MOST_RELATED).limit();
        String name = names("select name from tag where id = $1 limit $2", id, 1).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("tag", id));
        Optional<List<RelatedTag>> together = datasets.related(name, most);
        return new Related(
                names(IMPLIES, id, most),
                names(IMPLIED_BY, id, most),
                names(SIBLINGS, id, most),
                together.orElse(List.of()),
                together.isPresent());
    }

    private List<String> names(String sql, long id, int limit) {
        RowSet<io.vertx.mutiny.sqlclient.Row> rows =
                pool.preparedQuery(sql).execute(Tuple.of(id, limit)).await().atMost(PATIENCE);
        List<String> names = new ArrayList<>(rows.size());
        rows.forEach(row -> names.add(row.getString("name")));
        return names;
    }
}
