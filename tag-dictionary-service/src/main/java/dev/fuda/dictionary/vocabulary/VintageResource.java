package dev.fuda.dictionary.vocabulary;

import dev.fuda.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/tag-dictionary/{tag_id}/vintages")
@Tag(name = "vocabularies")
public class VintageResource {

    @Inject
    Pool pool;

    /**
     * A vocabulary in which a tag is.
     *
     * @param written how it is written there
     * @param count there, null where it does not say
     */
    @Schema(name = "TagVintage")
    public record Vintage(
            long vocabularyId,
            String vocabulary,
            VocabularyKind kind,
            @Nullable LocalDate snapshotDate,
            String written,
            @Nullable Long count) {}

    @GET
    @Operation(summary = "The vocabularies in which a tag is, the oldest first")
    public Uni<List<Vintage>> listTagVintages(@RestPath("tag_id") long id) {
        return pool.preparedQuery("select name from tag where id = $1")
                .execute(Tuple.of(id))
                .invoke(found -> {
                    if (found.size() == 0) {
                        throw Problem.notFound("tag", id);
                    }
                })
                .flatMap(found -> pool.preparedQuery("""
                                select v.id, v.name, v.kind, v.snapshot_date, coalesce(e.name, t.name) as written, e.count
                                from vocabulary_tag e join vocabulary v on v.id = e.vocabulary_id join tag t on t.id = e.tag_id
                                where e.tag_id = $1 order by v.snapshot_date nulls last, lower(v.name)
                                """).execute(Tuple.of(id)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Vintage(
                                row.getLong("id"),
                                row.getString("name"),
                                VocabularyKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                                row.getLocalDate("snapshot_date"),
                                row.getString("written"),
                                row.getLong("count")))
                        .toList());
    }
}
