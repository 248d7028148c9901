package dev.fuda.kernel.stream;

import dev.fuda.kernel.event.DatasetEvent;
import dev.fuda.kernel.event.Envelope;
import dev.fuda.kernel.event.EventStream;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Writes each removed item's number into {@code effect}, and fails after writing for the items it is told to. */
@ApplicationScoped
public class Recorder implements EventHandler<DatasetEvent> {

    private final Set<Long> poisoned = ConcurrentHashMap.newKeySet();

    void poison(long item) {
        poisoned.add(item);
    }

    void heal(long item) {
        poisoned.remove(item);
    }

    @Override
    public EventStream stream() {
        return EventStream.DATASET;
    }

    @Override
    public String group() {
        return "kernel-test";
    }

    @Override
    public Uni<Void> handle(Envelope<DatasetEvent> event, SqlConnection tx) {
        if (!(event.data() instanceof DatasetEvent.ItemRemoved removed)) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery("insert into effect (n) values ($1)")
                .execute(Tuple.of(removed.itemId()))
                .invoke(() -> {
                    if (poisoned.contains(removed.itemId())) {
                        throw new IllegalStateException("item " + removed.itemId() + " is poisoned");
                    }
                })
                .replaceWithVoid();
    }
}
