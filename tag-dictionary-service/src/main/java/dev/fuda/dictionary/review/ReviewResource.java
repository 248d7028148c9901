package dev.fuda.dictionary.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.name.TagName;
import dev.fuda.dictionary.operation.OperationInput.Order;
import dev.fuda.dictionary.operation.OperationKind;
import dev.fuda.dictionary.operation.OperationView;
import dev.fuda.dictionary.operation.Operations;
import dev.fuda.dictionary.operation.Tx;
import dev.fuda.dictionary.page.Pages;
import dev.fuda.dictionary.page.Pages.Listing;
import dev.fuda.dictionary.review.Findings.Evidence;
import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import dev.fuda.kernel.web.Author;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Tags that machines brought in and that wait for a person. */
@Path("/tag-dictionary/review")
@Tag(name = "tag-dictionary")
public class ReviewResource {

    private static final int MOST_ON_A_PAGE = 200;
    private static final String STATES = "pending, accepted, rejected";
    private static final Listing LISTING = new Listing(
            "t.id, t.name, t.category, r.state, r.seen, r.evidence::text as evidence, r.created_at, r.decided_by",
            "from tag_review r join tag t on t.id = r.tag_id where r.state = $1",
            "r.seen desc, t.name");
    private static final String WAITS =
            "select t.name, r.state from tag_review r join tag t on t.id = r.tag_id where r.tag_id = $1";

    /** From now on the tag is a person's. */
    private static final String ACCEPT = """
            with accepted as (
                update tag_review set state = 'accepted', decided_by = $2, decided_at = now(), updated_at = now()
                where tag_id = $1 and state = 'pending' returning tag_id)
            update tag set own_fields = array(
                select distinct f from unnest(coalesce(own_fields, '{}') || array['category', 'tag']) f order by f)
            where id in (select tag_id from accepted)
            """;

    @Inject
    Pool pool;

    @Inject
    Operations operations;

    @Inject
    ObjectMapper json;

    @Inject
    Author author;

    /**
     * A tag that waits.
     *
     * @param seen how often a machine found it
     * @param evidence the newest sightings, at most 20
     */
    @Schema(name = "TagReview")
    public record Review(
            long tagId,
            String tag,
            Category category,
            String state,
            long seen,
            List<Evidence> evidence,
            Instant createdAt,
            @Nullable String decidedBy) {}

    /** Part of the queue. */
    @Schema(name = "TagReviewPage")
    public record ReviewPage(List<Review> items, long total, int page, int limit, int totalPages) {}

    /**
     * What is decided.
     *
     * @param target for a merge: the tag that it means
     */
    @Schema(name = "TagReviewDecision")
    public record Decision(
            @Schema(enumeration = {"accept", "reject", "merge"})
            String decision,

            @Nullable String target) {}

    /** What came of a decision; {@code operation} is null where nothing but the decision was written. */
    @Schema(name = "TagReviewOutcome")
    public record Outcome(@Nullable OperationView operation) {}

    @GET
    @Operation(summary = "Tags that machines brought in, the most seen first")
    public Uni<ReviewPage> listTagReviews(
            @RestQuery
                    @DefaultValue("pending")
                    @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {"pending", "accepted", "rejected"},
                                            defaultValue = "pending"))
                    String state,
            @RestQuery @DefaultValue("1") @Parameter(description = "From 1") int page,
            @RestQuery @DefaultValue("50") @Parameter(description = "1 to 200") int limit) {
        Page part = Page.of(page, limit, MOST_ON_A_PAGE);
        if (!List.of(STATES.split(", ")).contains(state)) {
            throw Problem.badRequest("bad-state", "There is no state like this. Known are: " + STATES + ".")
                    .field("state", "one of " + STATES);
        }
        return Pages.of(pool, LISTING, Tuple.of(state), part, this::review, ReviewPage::new);
    }

    @POST
    @Path("/{tag_id}")
    @Operation(
            summary = "Decide about a tag that a machine brought in",
            description = "Accepted it is a tag like others. Rejected it is deprecated: it stays known, so that it does"
                    + " not come again, and is offered nowhere. Merged it becomes an alias of the tag that it means, and"
                    + " datasets follow. Rejecting and merging are operations that can be undone.")
    @APIResponse(responseCode = "200", description = "Decided")
    @APIResponse(responseCode = "409", description = "It was decided already")
    public Uni<Outcome> decideTagReview(@RestPath("tag_id") long id, Decision input) {
        if (input == null || input.decision() == null || !input.decision().matches("accept|reject|merge")) {
            throw Problem.badRequest("bad-decision", "A decision is accept, reject or merge.")
                    .field("decision", "one of accept, reject, merge");
        }
        String who = author.name();
        return pending(id).flatMap(name -> switch (input.decision()) {
            case "accept" -> accept(id, who);
            case "reject" ->
                operations
                        .run(new Order(OperationKind.DEPRECATE, name, null, false, false), who, same(id, name))
                        .map(Outcome::new);
            default ->
                operations
                        .run(new Order(OperationKind.MERGE, name, target(input, name), true, true), who, same(id, name))
                        .map(Outcome::new);
        });
    }

    private Uni<Outcome> accept(long id, String who) {
        return pool.preparedQuery(ACCEPT)
                .execute(Tuple.of(id, who))
                .flatMap(rows -> rows.rowCount() == 1
                        ? Uni.createFrom().item(new Outcome(null))
                        : pending(id).flatMap(name -> accept(id, who)));
    }

    /** Looks again once nobody else can decide: whether it still waits, under the name that the decision was about. */
    private static Consumer<Tx> same(long id, String name) {
        return tx -> {
            if (!waiting(tx.row(WAITS + " for update of r", id), id).equals(name)) {
                throw Problem.conflict("overtaken", "The tag was just renamed. Look at it again.");
            }
        };
    }

    /** The name of the tag, if it waits. */
    private Uni<String> pending(long id) {
        return pool.preparedQuery(WAITS)
                .execute(Tuple.of(id))
                .map(rows -> waiting(rows.size() == 0 ? null : rows.iterator().next(), id));
    }

    private static String waiting(@Nullable Row row, long id) {
        if (row == null) {
            throw Problem.notFound("review of the tag", id);
        }
        if (!row.getString("state").equals("pending")) {
            throw Problem.conflict(
                    "already-decided", "'" + row.getString("name") + "' is " + row.getString("state") + " already.");
        }
        return row.getString("name");
    }

    private static String target(Decision input, String name) {
        try {
            String target = TagName.of(input.target());
            if (!target.equals(name)) {
                return target;
            }
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("bad-target", "The target can't be a tag: " + e.getMessage() + ".")
                    .field("target", e.getMessage());
        }
        throw Problem.badRequest("bad-target", "A tag can't be merged into itself.")
                .field("target", "must differ from the tag");
    }

    private Review review(Row row) {
        try {
            return new Review(
                    row.getLong("id"),
                    row.getString("name"),
                    Category.ofCode(row.getInteger("category")),
                    row.getString("state"),
                    row.getLong("seen"),
                    json.readValue(row.getString("evidence"), new TypeReference<List<Evidence>>() {}),
                    row.getOffsetDateTime("created_at").toInstant(),
                    row.getString("decided_by"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Evidence cannot be read", e);
        }
    }
}
