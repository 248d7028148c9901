package dev.fuda.kernel.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.fuda.kernel.event.DatasetEvent;
import dev.fuda.kernel.event.Envelope;
import dev.fuda.kernel.event.EventCodec;
import dev.fuda.kernel.event.EventIds;
import dev.fuda.kernel.loop.RedisLink;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "kernel"))
class EventFlowTest {

    private static final AtomicLong ITEMS = new AtomicLong(1_000);

    @Inject
    Pool pool;

    @Inject
    Outbox outbox;

    @Inject
    EventCodec codec;

    @Inject
    Recorder recorder;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "quarkus.redis.hosts")
    String redisUrl;

    private RedisLink redis;
    private final long item = ITEMS.incrementAndGet();

    @BeforeEach
    void connect() {
        redis = new RedisLink(vertx, redisUrl);
    }

    @AfterEach
    void disconnect() {
        redis.close();
    }

    @Test
    void committedEventHasOneEffect() {
        announce(item);
        awaitEffects(item, 1);
    }

    @Test
    void rolledBackEventIsNeverSent() {
        pool.withTransaction(tx -> outbox.append(tx, new DatasetEvent.ItemRemoved(1, item))
                        .invoke(() -> {
                            throw new IllegalStateException("changed my mind");
                        }))
                .onFailure()
                .recoverWithNull()
                .await()
                .atMost(Duration.ofSeconds(5));
        long later = ITEMS.incrementAndGet();
        announce(later);
        awaitEffects(later, 1);
        assertThat(effects(item)).isZero();
    }

    @Test
    void sameEventSentThreeTimesHasOneEffect() throws Exception {
        Map<String, String> fields = fields(item);
        send(fields);
        send(fields);
        awaitEffects(item, 1);
        send(fields);
        long later = ITEMS.incrementAndGet();
        announce(later);
        awaitEffects(later, 1);
        assertThat(effects(item)).isEqualTo(1);
    }

    @Test
    void poisonedEventBecomesADeadLetterAndOthersGoOn() {
        recorder.poison(item);
        long healthy = ITEMS.incrementAndGet();
        announce(item, healthy);
        awaitEffects(healthy, 1);
        long letter = awaitLetter("item/" + item);
        assertThat(effects(item)).as("what the failed tries wrote").isZero();

        given().post("/dead-letters/" + letter + "/retry")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("still-failing"))
                .body("detail", containsString("item " + item + " is poisoned"));
        recorder.heal(item);
        given().post("/dead-letters/" + letter + "/retry").then().statusCode(204);
        assertThat(effects(item)).isEqualTo(1);
        given().delete("/dead-letters/" + letter).then().statusCode(404);
    }

    @Test
    void brokenEntryBecomesADeadLetterWithTheReason() throws Exception {
        Map<String, String> fields = fields(item);
        fields.put("data", "{\"dataset_id\": tru");
        send(fields);
        long letter = awaitLetter("item/" + item);
        given().get("/dead-letters?limit=200")
                .then()
                .statusCode(200)
                .body("items.find { it.id == " + letter + " }.reason", containsString("no valid ItemRemoved"));
        given().delete("/dead-letters/" + letter).then().statusCode(204);
    }

    @Test
    void unknownTypesAndNewerVersionsAreSkipped() throws Exception {
        Map<String, String> unknown = fields(item);
        unknown.put("type", "MoonRisen");
        send(unknown);
        Map<String, String> newer = fields(item);
        newer.put("version", "2");
        send(newer);
        long later = ITEMS.incrementAndGet();
        announce(later);
        awaitEffects(later, 1);
        assertThat(effects(item)).isZero();
        assertThat(letters("item/" + item)).isEmpty();
    }

    @Test
    void lostGroupIsCreatedAgainWithoutLosingOrDoubling() throws Exception {
        announce(item);
        awaitEffects(item, 1);
        redis.send(
                Request.cmd(Command.XGROUP).arg("DESTROY").arg("fuda:dataset").arg("kernel-test"),
                Duration.ofSeconds(5));
        long later = ITEMS.incrementAndGet();
        announce(later);
        awaitEffects(later, 1);
        assertThat(effects(item)).isEqualTo(1);
    }

    @Test
    void finishedEventsAreForgottenOnBothSides() throws Exception {
        announce(item);
        awaitEffects(item, 1);
        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> number("select count(*) from outbox") == 0);
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> redis.send(Request.cmd(Command.XLEN).arg("fuda:dataset"), Duration.ofSeconds(5))
                                .toInteger()
                        == 0);
    }

    @Test
    void numbersOfTheChainAreMetrics() {
        announce(item);
        awaitEffects(item, 1);
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("fuda_outbox_waiting"))
                .body(containsString("fuda_dead_letters"))
                .body(containsString("fuda_outbox_published_total"))
                .body(containsString("outcome=\"applied\""));
    }

    @Test
    void pageOutOfRangeSaysWhatIsAllowed() {
        given().get("/dead-letters?limit=0")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("between 1 and 200"));
    }

    private void announce(long... items) {
        List<DatasetEvent> events = java.util.Arrays.stream(items)
                .mapToObj(i -> (DatasetEvent) new DatasetEvent.ItemRemoved(1, i))
                .toList();
        pool.withTransaction(tx -> outbox.append(tx, events)).await().atMost(Duration.ofSeconds(5));
    }

    private Map<String, String> fields(long item) {
        return new HashMap<>(codec.fields(new Envelope<>(
                EventIds.next(),
                "ItemRemoved",
                1,
                "test",
                Instant.now(),
                "item/" + item,
                new DatasetEvent.ItemRemoved(1, item))));
    }

    private void send(Map<String, String> fields) throws Exception {
        Request add = Request.cmd(Command.XADD).arg("fuda:dataset").arg("*");
        fields.forEach((name, value) -> add.arg(name).arg(value));
        redis.send(add, Duration.ofSeconds(5));
    }

    private void awaitEffects(long item, int times) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> effects(item) == times);
    }

    private long effects(long item) {
        return pool.preparedQuery("select count(*) from effect where n = $1")
                .execute(Tuple.of(item))
                .await()
                .atMost(Duration.ofSeconds(5))
                .iterator()
                .next()
                .getLong(0);
    }

    private long number(String sql) {
        return pool.query(sql)
                .execute()
                .await()
                .atMost(Duration.ofSeconds(5))
                .iterator()
                .next()
                .getLong(0);
    }

    private long awaitLetter(String subject) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> letters(subject).size() == 1);
        return letters(subject).getFirst();
    }

    private static List<Long> letters(String subject) {
        return given().get("/dead-letters?limit=200")
                .jsonPath()
                .getList("items.findAll { it.subject == '" + subject + "' }.id", Long.class);
    }
}
