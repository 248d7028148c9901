package dev.fuda.kernel.stream;

import dev.fuda.kernel.event.Envelope;
import dev.fuda.kernel.event.Event;
import dev.fuda.kernel.event.EventCodec;
import dev.fuda.kernel.page.Page;
import dev.fuda.kernel.problem.Problem;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events that could not be applied: seen, tried again, or given up by a person. */
@Path("/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "dead letters")
public class DeadLetterResource {

    private final Pool pool;
    private final EventCodec codec;
    private final List<EventHandler<?>> handlers;
    private final DeadLetters letters;

    @Inject
    public DeadLetterResource(Pool pool, EventCodec codec, @All List<EventHandler<?>> handlers) {
        this.pool = pool;
        this.codec = codec;
        this.handlers = handlers;
        this.letters = new DeadLetters(pool);
    }

    /** A page of dead letters, newest first. */
    public record DeadLetterPage(List<DeadLetters.Letter> items, long total, int page, int limit) {}

    @GET
    @Operation(summary = "Events that could not be applied, newest first")
    public Uni<DeadLetterPage> listDeadLetters(
            @QueryParam("page") @DefaultValue("1") int page, @QueryParam("limit") @DefaultValue("50") int limit) {
        Page rows = Page.of(page, limit, 200);
        return letters.count()
                .flatMap(total -> letters.list(rows.offset(), rows.limit())
                        .map(items -> new DeadLetterPage(items, total, page, limit)));
    }

    @POST
    @Path("/{id}/retry")
    @Operation(summary = "Apply the event now; the letter goes when that works")
    public Uni<Void> retryDeadLetter(@PathParam("id") long id) {
        return pool.withTransaction(tx -> letters.take(tx, id)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("dead letter", id))
                .flatMap(letter -> apply(tx, letter))
                .flatMap(applied -> letters.delete(tx, id))
                .replaceWithVoid());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Give the event up for good")
    public Uni<Void> discardDeadLetter(@PathParam("id") long id) {
        return letters.delete(id)
                .invoke(there -> {
                    if (!there) {
                        throw Problem.notFound("dead letter", id);
                    }
                })
                .replaceWithVoid();
    }

    @SuppressWarnings("unchecked")
    private Uni<Void> apply(SqlConnection tx, DeadLetters.Letter letter) {
        EventHandler<Event> handler = (EventHandler<Event>) handlers.stream()
                .filter(h ->
                        h.stream().key().equals(letter.stream()) && h.group().equals(letter.group()))
                .findFirst()
                .orElseThrow(() -> stillBroken("nothing reads " + letter.stream() + " any more"));
        return switch (codec.read(letter.fields())) {
            case EventCodec.Reading.Known(Envelope<Event> envelope)
            when handler.stream().events().isInstance(envelope.data()) ->
                handler.handle(envelope, tx).onFailure().transform(e -> stillBroken(Failures.explain(e)));
            case EventCodec.Reading.Known ignored -> throw stillBroken("it does not belong on this stream");
            case EventCodec.Reading.Unknown ignored -> throw stillBroken("this build does not know its type");
            case EventCodec.Reading.Broken(String reason) -> throw stillBroken(reason);
        };
    }

    private static Problem stillBroken(String reason) {
        return Problem.conflict("still-failing", "The event still can't be applied: " + reason);
    }
}
