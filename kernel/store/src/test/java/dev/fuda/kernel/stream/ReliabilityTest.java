package dev.fuda.kernel.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuda.kernel.event.DatasetEvent;
import dev.fuda.kernel.event.EventCodec;
import dev.fuda.kernel.loop.Loop;
import dev.fuda.kernel.loop.RedisLink;
import dev.fuda.kernel.web.JsonDefaults;
import dev.fuda.local.DatabaseAccess;
import dev.fuda.local.LocalStackResource;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * 20,000 events while their consumers are killed 50 times, Redis 10 times and PostgreSQL 10 times, and Redis is flushed
 * 3 times, in an order drawn from a seed. Every event must have exactly one effect.
 */
class ReliabilityTest {

    private static final int EVENTS = 20_000;
    private static final int PER_TRANSACTION = 10;
    private static final int CONSUMERS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PACE = Duration.ofMillis(30);
    private static final Random RANDOM = new Random(20_261_120);

    private final Vertx vertx = Vertx.vertx();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<Process> consumers = new ArrayList<>();
    private final AtomicInteger produced = new AtomicInteger();

    private enum Blow {
        KILL_CONSUMER,
        KILL_REDIS,
        KILL_POSTGRES,
        FLUSH_REDIS
    }

    @AfterEach
    void endEverything() throws Exception {
        consumers.forEach(Process::destroyForcibly);
        for (AutoCloseable part : open.reversed()) {
            part.close();
        }
        vertx.close();
    }

    @Test
    void losesAndDoublesNothingWhileEverythingIsKilled() throws Exception {
        DatabaseAccess database = LocalStackResource.freshDatabase("reliability");
        String redis = LocalStackResource.freshRedis();
        Flyway.configure()
                .dataSource(
                        "jdbc:postgresql://127.0.0.1:" + database.port() + "/" + database.name(),
                        database.name(),
                        database.password())
                .locations("db/kernel", "db/test")
                .load()
                .migrate();
        Pool pool = ReliabilityWorker.pool(vertx, database.port(), database.name(), database.password());
        Outbox outbox = new Outbox(new EventCodec(JsonDefaults.mapper()), "reliability");
        startRelay(pool, redis);
        for (int i = 0; i < CONSUMERS; i++) {
            consumers.add(startConsumer(database, redis));
        }

        Thread producer = Thread.ofVirtual().start(() -> produce(pool, outbox));
        List<Blow> blows = blows();
        int[] points = RANDOM.ints(blows.size(), 0, EVENTS).sorted().toArray();
        for (int i = 0; i < points.length; i++) {
            int point = points[i];
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> produced.get() >= point);
            strike(blows.get(i), database, redis);
        }
        producer.join();

        long calm = System.nanoTime();
        Awaitility.await("all effects within 30 s of the last event")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(count(pool, "select count(distinct n) from effect"))
                        .isEqualTo(EVENTS));
        System.out.printf(
                "%,d events, %d blows: drained %.1f s after the last event%n",
                EVENTS, blows.size(), (System.nanoTime() - calm) / 1e9);
        assertThat(count(pool, "select count(*) from fact")).as("facts").isEqualTo(EVENTS);
        assertThat(count(pool, "select count(*) from effect"))
                .as("effects, each once")
                .isEqualTo(EVENTS);
        assertThat(count(pool, "select count(*) from dead_letter"))
                .as("dead letters")
                .isZero();
        Awaitility.await("everything finished is forgotten")
                .atMost(Duration.ofSeconds(60))
                .until(() -> count(pool, "select count(*) from outbox") == 0);
    }

    private static List<Blow> blows() {
        List<Blow> blows = new ArrayList<>();
        blows.addAll(Collections.nCopies(50, Blow.KILL_CONSUMER));
        blows.addAll(Collections.nCopies(10, Blow.KILL_REDIS));
        blows.addAll(Collections.nCopies(10, Blow.KILL_POSTGRES));
        blows.addAll(Collections.nCopies(3, Blow.FLUSH_REDIS));
        Collections.shuffle(blows, RANDOM);
        return blows;
    }

    private void strike(Blow blow, DatabaseAccess database, String redis) throws Exception {
        switch (blow) {
            case KILL_CONSUMER -> {
                int victim = RANDOM.nextInt(CONSUMERS);
                consumers.get(victim).destroyForcibly().waitFor();
                consumers.set(victim, startConsumer(database, redis));
            }
            case KILL_REDIS -> {
                LocalStackResource.killRedis();
                LocalStackResource.startRedis();
            }
            case KILL_POSTGRES -> {
                LocalStackResource.killPostgres();
                LocalStackResource.startPostgres();
            }
            case FLUSH_REDIS -> LocalStackResource.flushRedis();
        }
    }

    /** Facts and their events, spread over the whole time of the blows; a commit of unknown fate is tried again. */
    private void produce(Pool pool, Outbox outbox) {
        while (produced.get() < EVENTS) {
            try {
                pool.withTransaction(tx -> insert(tx, outbox, produced.get()))
                        .await()
                        .atMost(PATIENCE);
                produced.addAndGet(PER_TRANSACTION);
            } catch (RuntimeException away) {
                // PostgreSQL is down; the same facts are tried until they are in.
            }
            LockSupport.parkNanos(PACE.toNanos());
        }
    }

    private static io.smallrye.mutiny.Uni<Void> insert(SqlConnection tx, Outbox outbox, long first) {
        return tx.preparedQuery("insert into fact (n) select unnest($1::bigint[]) on conflict do nothing returning n")
                .execute(Tuple.of(
                        LongStream.range(first, first + PER_TRANSACTION).boxed().toArray(Long[]::new)))
                .flatMap(rows -> {
                    List<DatasetEvent> events = new ArrayList<>();
                    for (Row row : rows) {
                        events.add(new DatasetEvent.ItemRemoved(1, row.getLong("n")));
                    }
                    return outbox.append(tx, events);
                });
    }

    private void startRelay(Pool pool, String redis) {
        RedisLink relayLink = new RedisLink(vertx, redis);
        RedisLink keeperLink = new RedisLink(vertx, redis);
        open.add(relayLink);
        open.add(keeperLink);
        open.add(new Loop("relay", new OutboxRelay(pool, relayLink)));
        open.add(new Loop("keeper", new OutboxKeeper(pool, keeperLink, ReliabilityWorker.settings(), "reliability")));
    }

    private static Process startConsumer(DatabaseAccess database, String redis) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReliabilityWorker.class.getName(),
                        Integer.toString(database.port()),
                        database.name(),
                        database.password(),
                        redis)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "reliability-worker.log").toFile())
                .start();
    }

    private static long count(Pool pool, String sql) {
        RowSet<Row> rows = pool.query(sql).execute().await().atMost(PATIENCE);
        return rows.iterator().next().getLong(0);
    }
}
