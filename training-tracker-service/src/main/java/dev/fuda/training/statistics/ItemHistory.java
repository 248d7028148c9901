package dev.fuda.training.statistics;

import dev.fuda.kernel.event.DatasetEvent;
import dev.fuda.kernel.event.Envelope;
import dev.fuda.kernel.event.EventStream;
import dev.fuda.kernel.event.TagRequested;
import dev.fuda.kernel.stream.EventHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Notes which items have left their datasets, and which came back. What they were trained on stays true. */
@ApplicationScoped
public class ItemHistory implements EventHandler<DatasetEvent> {

    private static final String LEFT =
            "insert into removed_item (item_id, dataset_id) values ($1, $2) on conflict do nothing";
    private static final String CAME_BACK = "delete from removed_item where item_id = $1";

    @Override
    public EventStream stream() {
        return EventStream.DATASET;
    }

    @Override
    public String group() {
        return "training";
    }

    @Override
    public Uni<Void> handle(Envelope<DatasetEvent> event, SqlConnection tx) {
        return switch (event.data()) {
            case DatasetEvent.ItemRemoved removed ->
                tx.preparedQuery(LEFT)
                        .execute(Tuple.of(removed.itemId(), removed.datasetId()))
                        .replaceWithVoid();
            case DatasetEvent.ItemIndexed indexed ->
                tx.preparedQuery(CAME_BACK).execute(Tuple.of(indexed.itemId())).replaceWithVoid();
            case DatasetEvent.ItemRetagged ignored -> Uni.createFrom().voidItem();
            case DatasetEvent.DatasetReindexed ignored -> Uni.createFrom().voidItem();
            case TagRequested ignored -> Uni.createFrom().voidItem();
        };
    }
}
