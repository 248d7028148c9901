package dev.fuda.tagger.task;

import dev.fuda.kernel.event.Envelope;
import dev.fuda.kernel.event.EventStream;
import dev.fuda.kernel.event.RequestEvent;
import dev.fuda.kernel.event.TagRequested;
import dev.fuda.kernel.stream.EventHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** Requests of programs that aren't Fuda's. */
@ApplicationScoped
public class OutsideRequests implements EventHandler<RequestEvent> {

    private final RequestIntake intake;

    OutsideRequests(RequestIntake intake) {
        this.intake = intake;
    }

    @Override
    public EventStream stream() {
        return EventStream.REQUESTS;
    }

    @Override
    public String group() {
        return "tagger";
    }

    @Override
    public Uni<Void> handle(Envelope<RequestEvent> event, SqlConnection tx) {
        return switch (event.data()) {
            case TagRequested request -> intake.take(request, tx);
        };
    }
}
