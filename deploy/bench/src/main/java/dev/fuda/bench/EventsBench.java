package dev.fuda.bench;

import dev.fuda.kernel.event.DatasetEvent;
import dev.fuda.kernel.event.Envelope;
import dev.fuda.kernel.event.EventCodec;
import dev.fuda.kernel.event.EventStream;
import dev.fuda.kernel.loop.Loop;
import dev.fuda.kernel.loop.RedisLink;
import dev.fuda.kernel.stream.EventHandler;
import dev.fuda.kernel.stream.EventSettings;
import dev.fuda.kernel.stream.Outbox;
import dev.fuda.kernel.stream.OutboxKeeper;
import dev.fuda.kernel.stream.OutboxRelay;
import dev.fuda.kernel.stream.StreamConsumer;
import dev.fuda.kernel.web.JsonDefaults;
import dev.fuda.local.DatabaseAccess;
import dev.fuda.local.Durability;
import dev.fuda.local.EmbeddedPostgres;
import dev.fuda.local.EmbeddedRedis;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;

/**
 * Durable exactly-once effects a second, from the fact's transaction to the committed effect: PostgreSQL with fsync,
 * Redis with its append-only file. The peer is the usual consumer, one event in a transaction; the chain is the same.
 */
public final class EventsBench implements Bench {

    private static final int EVENTS = 10_000;
    private static final int FACTS_IN_A_TRANSACTION = 50;
    private static final int ROUNDS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private int databases;

    @Override
    public String name() {
        return "events";
    }

    @Override
    public String question() {
        return "durable exactly-once effects a second, batches against one event in a transaction";
    }

    @Override
    public void run() throws Exception {
        Path folder = Files.createTempDirectory("fuda-bench-events");
        EmbeddedPostgres postgres = new EmbeddedPostgres(folder, 0, Durability.POWER_LOSS);
        EmbeddedRedis redis = new EmbeddedRedis(folder, 0);
        postgres.start();
        redis.start();
        try {
            Comparison comparison = new Comparison("effects/s")
                    .measure(
                            ROUNDS,
                            () -> effectsPerSecond(postgres, redis, 200),
                            () -> effectsPerSecond(postgres, redis, 1));
            System.out.print(comparison.table("batches of 200", "one by one"));
        } finally {
            postgres.stop();
            redis.stop();
        }
    }

    /** Facts, events and effects of a fresh database; fails unless every fact has one effect. */
    private double effectsPerSecond(EmbeddedPostgres postgres, EmbeddedRedis redis, int batch) throws Exception {
        DatabaseAccess access = postgres.ensureDatabase("bench_events_" + databases);
        String redisUrl = redis.url(databases++);
        Flyway.configure()
                .dataSource(access.jdbcUrl(), access.user(), access.password())
                .locations("db/kernel", "db/bench")
                .load()
                .migrate();
        Pool pool = pool(access);
        EventSettings settings = settings(batch);
        Outbox outbox = new Outbox(new EventCodec(JsonDefaults.mapper()), "bench");
        RedisLink[] links = {
            new RedisLink(vertx, redisUrl), new RedisLink(vertx, redisUrl), new RedisLink(vertx, redisUrl)
        };
        Loop relay = new Loop("relay", new OutboxRelay(pool, links[0]));
        List<Loop> loops = List.of(
                relay,
                new Loop("keeper", new OutboxKeeper(pool, links[1], settings, "bench")),
                new Loop("consumer", consumer(pool, links[2], settings)));
        try {
            long begun = System.nanoTime();
            for (int first = 0; first < EVENTS; first += FACTS_IN_A_TRANSACTION) {
                int from = first;
                pool.withTransaction(tx -> facts(tx, outbox, from)).await().atMost(PATIENCE);
                relay.wake();
            }
            long deadline = begun + Duration.ofMinutes(3).toNanos();
            while (number(pool, "select count(*) from effect") < EVENTS && System.nanoTime() < deadline) {
                LockSupport.parkNanos(2_000_000);
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            check(pool, "select count(*) from effect", EVENTS);
            check(pool, "select count(distinct n) from effect", EVENTS);
            check(pool, "select sum(n) from effect", (long) EVENTS * (EVENTS - 1) / 2);
            return EVENTS / seconds;
        } finally {
            loops.forEach(Loop::close);
            List.of(links).forEach(RedisLink::close);
            pool.close().await().atMost(PATIENCE);
        }
    }

    private StreamConsumer consumer(Pool pool, RedisLink link, EventSettings settings) {
        return new StreamConsumer(
                pool, link, new EventCodec(JsonDefaults.mapper()), new WriteEffect(), settings, "bench");
    }

    private static Uni<Void> facts(SqlConnection tx, Outbox outbox, int first) {
        return tx.preparedQuery("insert into fact (n) select unnest($1::bigint[])")
                .execute(Tuple.of(LongStream.range(first, first + FACTS_IN_A_TRANSACTION)
                        .boxed()
                        .toArray(Long[]::new)))
                .flatMap(done -> {
                    List<DatasetEvent> events = IntStream.range(first, first + FACTS_IN_A_TRANSACTION)
                            .<DatasetEvent>mapToObj(n -> new DatasetEvent.ItemRemoved(1, n))
                            .toList();
                    return outbox.append(tx, events);
                });
    }

    private static final class WriteEffect implements EventHandler<DatasetEvent> {
        @Override
        public EventStream stream() {
            return EventStream.DATASET;
        }

        @Override
        public String group() {
            return "bench";
        }

        @Override
        public Uni<Void> handle(Envelope<DatasetEvent> event, SqlConnection tx) {
            return tx.preparedQuery("insert into effect (n) values ($1)")
                    .execute(Tuple.of(((DatasetEvent.ItemRemoved) event.data()).itemId()))
                    .replaceWithVoid();
        }
    }

    private Pool pool(DatabaseAccess access) {
        return Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(8))
                .connectingTo(new PgConnectOptions()
                        .setHost(access.host())
                        .setPort(access.port())
                        .setDatabase(access.name())
                        .setUser(access.user())
                        .setPassword(access.password())
                        .setCachePreparedStatements(true))
                .using(vertx)
                .build());
    }

    private static EventSettings settings(int batch) {
        return new SmallRyeConfigBuilder()
                .withMapping(EventSettings.class)
                .withDefaultValues(Map.of(
                        "fuda.events.expected-groups.dataset", "bench", "fuda.events.batch", Integer.toString(batch)))
                .build()
                .getConfigMapping(EventSettings.class);
    }

    private static void check(Pool pool, String sql, long expected) {
        long found = number(pool, sql);
        if (found != expected) {
            throw new IllegalStateException(sql + " gave " + found + " instead of " + expected);
        }
    }

    private static long number(Pool pool, String sql) {
        return pool.query(sql)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }
}
