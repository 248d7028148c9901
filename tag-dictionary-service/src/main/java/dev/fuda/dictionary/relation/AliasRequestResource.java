package dev.fuda.dictionary.relation;

import dev.fuda.dictionary.name.TagName;
import dev.fuda.dictionary.operation.OperationInput.Order;
import dev.fuda.dictionary.operation.OperationKind;
import dev.fuda.dictionary.operation.OperationView;
import dev.fuda.dictionary.operation.Operations;
import dev.fuda.dictionary.page.Pages;
import dev.fuda.dictionary.page.Pages.Listing;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Aliases that somebody asks for, or that sites had: nothing follows them until a person accepts them. */
@Path("/tag-aliases/requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tag-aliases")
public class AliasRequestResource {

    private static final int MOST_ON_A_PAGE = 500;
    private static final int LONGEST_REASON = 2_000;
    private static final String COLUMNS =
            "id, alias, target, status, reason, source, author, decided_by, created_at, decided_at";
    private static final Listing LISTING =
            new Listing(COLUMNS, "from alias_request where status = $1", "created_at desc, id desc");

    @Inject
    Pool pool;

    @Inject
    Operations operations;

    @Inject
    Author author;

    /** {@code sourceTag} should become another name of {@code targetTag}. */
    @Schema(name = "TagAliasRequestInput")
    public record RequestInput(
            String sourceTag, String targetTag, @Nullable String reason) {}

    /**
     * A request and what became of it.
     *
     * @param source user, or import for those of a site's list
     */
    @Schema(name = "TagAliasRequest")
    public record AliasRequest(
            long id,
            String sourceTag,
            String targetTag,
            String status,
            @Nullable String reason,
            String source,
            String author,
            @Nullable String decidedBy,
            Instant createdAt,
            @Nullable Instant decidedAt) {

        static AliasRequest of(Row row) {
            return new AliasRequest(
                    row.getLong("id"),
                    row.getString("alias"),
                    row.getString("target"),
                    row.getString("status"),
                    row.getString("reason"),
                    row.getString("source"),
                    row.getString("author"),
                    row.getString("decided_by"),
                    row.getOffsetDateTime("created_at").toInstant(),
                    row.getOffsetDateTime("decided_at") == null
                            ? null
                            : row.getOffsetDateTime("decided_at").toInstant());
        }
    }

    /** Part of the list of requests. */
    @Schema(name = "TagAliasRequestPage")
    public record RequestPage(List<AliasRequest> items, long total, int page, int limit, int totalPages) {}

    @GET
    @Operation(summary = "Requests for aliases, the newest first")
    public Uni<RequestPage> listTagAliasRequests(
            @RestQuery
                    @DefaultValue("pending")
                    @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {"pending", "active", "rejected", "deleted", "retired"},
                                            defaultValue = "pending"))
                    String status,
            @RestQuery @DefaultValue("1") @Parameter(description = "From 1") int page,
            @RestQuery @DefaultValue("50") @Parameter(description = "1 to 500") int limit) {
        return Pages.of(
                pool,
                LISTING,
                Tuple.of(RequestStatus.of(status)),
                Page.of(page, limit, MOST_ON_A_PAGE),
                AliasRequest::of,
                RequestPage::new);
    }

    @POST
    @Operation(
            summary = "Ask for an alias",
            description = "One that was rejected or deleted before is asked for again.")
    @APIResponseSchema(value = AliasRequest.class, responseCode = "201", responseDescription = "The request")
    @APIResponse(responseCode = "409", description = "It is asked for or in force already")
    public Uni<RestResponse<AliasRequest>> requestTagAlias(RequestInput input) {
        if (input == null) {
            throw Problem.badRequest("body-missing", "The request needs a JSON body.");
        }
        Problem problem = Problem.badRequest("bad-alias", "The alias can't be asked for as it is; see the fields.");
        String alias = name("source_tag", input.sourceTag(), problem);
        String target = name("target_tag", input.targetTag(), problem);
        if (alias != null && alias.equals(target)) {
            problem.field("source_tag", "must differ from target_tag");
        }
        String reason = input.reason() == null ? null : input.reason().strip();
        if (reason != null && (reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0)) {
            problem.field("reason", "at most " + LONGEST_REASON + " characters");
        }
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
        return pool.preparedQuery("""
                        insert into alias_request as r (alias, target, status, reason, author) values ($1, $2, 'pending', $3, $4)
                        on conflict (alias, target) do update set status = 'pending', reason = excluded.reason, source = 'user',
                            author = excluded.author, created_at = now(), decided_at = null, decided_by = null
                        where r.status not in ('pending', 'active') returning %s
                        """.formatted(COLUMNS))
                .execute(Tuple.of(alias, target, reason, author.name()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.conflict(
                                "already-asked",
                                "'" + alias + "' for '" + target + "' is asked for or in force already.");
                    }
                    AliasRequest request = AliasRequest.of(rows.iterator().next());
                    return RestResponse.ResponseBuilder.<AliasRequest>created(
                                    URI.create("/tag-aliases/requests/" + request.id()))
                            .entity(request)
                            .build();
                });
    }

    @POST
    @Path("/{request_id}/accept")
    @Operation(
            summary = "Accept a requested alias",
            description = "An operation on the dictionary, datasets follow; undo it by its id.")
    public Uni<OperationView> acceptTagAliasRequest(@RestPath("request_id") long id) {
        String who = author.name();
        return pending(id)
                .flatMap(request -> operations.run(
                        new Order(OperationKind.ALIAS, request.sourceTag(), request.targetTag(), true, true),
                        who,
                        tx -> stillPending(
                                tx.row("select " + COLUMNS + " from alias_request where id = $1 for update", id), id)));
    }

    @POST
    @Path("/{request_id}/reject")
    @Operation(summary = "Reject a requested alias")
    public Uni<AliasRequest> rejectTagAliasRequest(@RestPath("request_id") long id) {
        return pool.preparedQuery(
                        "update alias_request set status = 'rejected', decided_by = $2, decided_at = now() where id = $1 and status = 'pending' returning "
                                + COLUMNS)
                .execute(Tuple.of(id, author.name()))
                .flatMap(rows -> rows.size() == 1
                        ? Uni.createFrom().item(AliasRequest.of(rows.iterator().next()))
                        : pending(id));
    }

    /** @throws Problem 404 when there is none, 409 when it was decided already */
    private Uni<AliasRequest> pending(long id) {
        return pool.preparedQuery("select " + COLUMNS + " from alias_request where id = $1")
                .execute(Tuple.of(id))
                .map(rows ->
                        stillPending(rows.size() == 0 ? null : rows.iterator().next(), id));
    }

    private static AliasRequest stillPending(@Nullable Row row, long id) {
        if (row == null) {
            throw Problem.notFound("alias request", id);
        }
        AliasRequest request = AliasRequest.of(row);
        if (!request.status().equals("pending")) {
            throw Problem.conflict("already-decided", "This request is " + request.status() + " already.");
        }
        return request;
    }

    private static String name(String field, String text, Problem problem) {
        try {
            return TagName.of(text);
        } catch (IllegalArgumentException e) {
            problem.field(field, e.getMessage());
            return null;
        }
    }
}
