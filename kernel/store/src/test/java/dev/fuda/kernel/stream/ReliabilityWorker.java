package dev.fuda.kernel.stream;

import dev.fuda.kernel.event.DatasetEvent;
import dev.fuda.kernel.event.Envelope;
import dev.fuda.kernel.event.EventCodec;
import dev.fuda.kernel.event.EventStream;
import dev.fuda.kernel.loop.Loop;
import dev.fuda.kernel.loop.RedisLink;
import dev.fuda.kernel.web.JsonDefaults;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.util.Map;
import java.util.UUID;

/**
 * A consumer as a process of its own, so that a test can kill it: it writes each event's number into {@code effect}.
 * Arguments: port, database, password, Redis address.
 */
public final class ReliabilityWorker {

    private ReliabilityWorker() {}

    static void main(String[] args) throws InterruptedException {
        // Killed, it could not remove the folder in which Vert.x keeps files of the class path.
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
        StreamConsumer consumer = new StreamConsumer(
                pool(vertx, Integer.parseInt(args[0]), args[1], args[2]),
                new RedisLink(vertx, args[3]),
                new EventCodec(JsonDefaults.mapper()),
                new CountEffects(),
                settings(),
                "worker-" + UUID.randomUUID());
        new Loop("worker", consumer);
        // The loop's thread is a daemon; this one keeps the process until it is killed.
        Thread.currentThread().join();
    }

    static io.vertx.mutiny.sqlclient.Pool pool(Vertx vertx, int port, String database, String password) {
        return io.vertx.mutiny.sqlclient.Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(new PgConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setDatabase(database)
                        .setUser(database)
                        .setPassword(password))
                .using(vertx)
                .build());
    }

    static EventSettings settings() {
        return new SmallRyeConfigBuilder()
                .withMapping(EventSettings.class)
                .withDefaultValues(Map.of("fuda.events.expected-groups.dataset", "reliability"))
                .build()
                .getConfigMapping(EventSettings.class);
    }

    private static final class CountEffects implements EventHandler<DatasetEvent> {
        @Override
        public EventStream stream() {
            return EventStream.DATASET;
        }

        @Override
        public String group() {
            return "reliability";
        }

        @Override
        public Uni<Void> handle(Envelope<DatasetEvent> event, SqlConnection tx) {
            long number = ((DatasetEvent.ItemRemoved) event.data()).itemId();
            return tx.preparedQuery("insert into effect (n) values ($1)")
                    .execute(Tuple.of(number))
                    .replaceWithVoid();
        }
    }
}
