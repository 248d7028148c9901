package dev.fuda.tagger.task;

import dev.fuda.kernel.event.DatasetEvent;
import dev.fuda.kernel.event.Envelope;
import dev.fuda.kernel.event.EventStream;
import dev.fuda.kernel.event.TagRequested;
import dev.fuda.kernel.stream.EventHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** The dataset service's requests. */
@ApplicationScoped
public class DatasetRequests implements EventHandler<DatasetEvent> {

    private final RequestIntake intake;

    DatasetRequests(RequestIntake intake) {
        this.intake = intake;
    }

    @Override
    public EventStream stream() {
        return EventStream.DATASET;
    }

    @Override
    public String group() {
        return "tagger";
    }

    @Override
    public Uni<Void> handle(Envelope<DatasetEvent> event, SqlConnection tx) {
        return switch (event.data()) {
            case TagRequested request -> intake.take(request, tx);
            case DatasetEvent.ItemIndexed ignored -> Uni.createFrom().voidItem();
            case DatasetEvent.ItemRetagged ignored -> Uni.createFrom().voidItem();
            case DatasetEvent.ItemRemoved ignored -> Uni.createFrom().voidItem();
            case DatasetEvent.DatasetReindexed ignored -> Uni.createFrom().voidItem();
        };
    }
}
