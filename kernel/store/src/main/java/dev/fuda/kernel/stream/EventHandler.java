package dev.fuda.kernel.stream;

import dev.fuda.kernel.event.Envelope;
import dev.fuda.kernel.event.Event;
import dev.fuda.kernel.event.EventStream;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Consumes one stream for one group: implement it as an application-scoped bean.
 *
 * @param <E> the sealed interface of the stream's events
 */
public interface EventHandler<E extends Event> {

    /** The stream that is read. */
    EventStream stream();

    /** The consumer group, named after the service. Replicas of a service share it. */
    String group();

    /**
     * Applies one event. It is called once for an event id in a committed transaction; when it fails, everything done
     * through {@code tx} is undone and it is called again, with a growing wait, until it becomes a dead letter.
     *
     * @param tx the only way to the database in here; slow work is stored for a job instead
     */
    Uni<Void> handle(Envelope<E> event, SqlConnection tx);
}
