package dev.fuda.training.exposure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.fuda.kernel.event.DatasetEvent;
import dev.fuda.kernel.event.Envelope;
import dev.fuda.kernel.event.Event;
import dev.fuda.kernel.event.EventCodec;
import dev.fuda.kernel.event.EventIds;
import dev.fuda.kernel.event.TrainingEvent.ExposureRecorded;
import dev.fuda.kernel.event.TrainingEvent.RunChanged;
import dev.fuda.local.LocalStackResource;
import dev.fuda.training.exposure.UsageReport.ReportedStep;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "training"))
class UsageResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger ITEMS = new AtomicInteger(1_000_000);

    @Inject
    RedisDataSource redis;

    @Inject
    EventCodec codec;

    /** The first item of this test; each test has 10,000 of its own. */
    private final long item = ITEMS.addAndGet(10_000);

    @Test
    void countsOneStepAsASpecificationsTrainerReportsIt() {
        int run = newRun();
        given().contentType("application/json")
                .body("{\"batch_indices\": [%d, %d, %d], \"current_epoch\": 1, \"current_step\": 7}"
                        .formatted(item, item + 1, item))
                .post(path(run))
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("duplicates", equalTo(0))
                .body("total_steps", equalTo(1));
        given().get(path(run))
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items.item_id", equalTo(List.of((int) item, (int) item + 1)))
                .body("items.times_seen", equalTo(List.of(2, 1)))
                .body("items[0].first_seen_epoch", equalTo(1))
                .body("items[0].last_seen_step", equalTo(7));
        given().get("/training/runs/" + run)
                .then()
                .body("status", equalTo("running"))
                .body("completed_steps", equalTo(1))
                .body("total_samples_seen", equalTo(3));
        assertThat(await().atMost(PATIENCE)
                        .until(() -> published(RunChanged.class, e -> e.runId() == run), found -> found.size() == 2))
                .extracting(RunChanged::status)
                .containsExactly("pending", "running");
    }

    @Test
    void repeatedLateAndMixedReportsGiveTheExactTruth() throws Exception {
        Random random = new Random(20);
        int[] runs = {newRun(), newRun(), newRun()};
        List<Map<Long, ReportedStep>> truth = new ArrayList<>();
        List<Callable<Integer>> requests = new ArrayList<>();
        for (int run : runs) {
            Map<Long, ReportedStep> steps = steps(random);
            truth.add(steps);
            requests.addAll(reports(run, steps, random));
        }
        Collections.shuffle(requests, random);
        int accepted = 0;
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> answer : clients.invokeAll(requests)) {
                accepted += answer.get();
            }
        }

        assertThat(accepted).isEqualTo(truth.stream().mapToInt(Map::size).sum());
        for (int i = 0; i < runs.length; i++) {
            checkRun(runs[i], truth.get(i));
        }
        checkItems(truth);
        for (int i = 0; i < runs.length; i++) {
            int run = runs[i];
            int expected = truth.get(i).size();
            List<ExposureRecorded> events = await().atMost(PATIENCE)
                    .until(
                            () -> published(ExposureRecorded.class, e -> e.runId() == run),
                            found -> found.size() >= expected);
            Map<Long, ReportedStep> steps = truth.get(i);
            assertThat(events)
                    .hasSize(expected)
                    .allSatisfy(event -> assertThat(event.itemIds())
                            .isEqualTo(steps.get(event.step()).itemIds()));
        }

        given().delete("/training/runs/" + runs[1]).then().statusCode(204);
        checkItems(List.of(truth.get(0), truth.get(2)));
        given().delete("/training/runs/" + runs[0]).then().statusCode(204);
        given().delete("/training/runs/" + runs[2]).then().statusCode(204);
        given().get("/training/item-stats?item_id=" + item).then().body("$", empty());
    }

    /** 250 steps of 1 to 40 items, some of them twice in one step. */
    private Map<Long, ReportedStep> steps(Random random) {
        Map<Long, ReportedStep> steps = new TreeMap<>();
        for (long step = 0; step < 250; step++) {
            List<Long> items = new ArrayList<>();
            for (int k = 0; k <= random.nextInt(40); k++) {
                items.add(item + random.nextInt(97));
            }
            steps.put(step, new ReportedStep(items, (int) (step / 50), step, null));
        }
        return steps;
    }

    /** Every step at least once, many of them two or three times, in parts of 1 to 30 steps and in any order. */
    private List<Callable<Integer>> reports(int run, Map<Long, ReportedStep> steps, Random random) {
        List<ReportedStep> sent = new ArrayList<>(steps.values());
        for (int k = 0; k < 150; k++) {
            sent.add(steps.get((long) random.nextInt(250)));
        }
        Collections.shuffle(sent, random);
        List<Callable<Integer>> requests = new ArrayList<>();
        for (int from = 0; from < sent.size(); ) {
            int to = Math.min(sent.size(), from + 1 + random.nextInt(30));
            List<ReportedStep> part = List.copyOf(sent.subList(from, to));
            requests.add(() -> {
                JsonPath answer = report(run, part);
                assertThat(answer.getInt("accepted") + answer.getInt("duplicates"))
                        .isEqualTo(part.size());
                return answer.getInt("accepted");
            });
            from = to;
        }
        return requests;
    }

    private void checkRun(int run, Map<Long, ReportedStep> steps) {
        Map<Long, List<Long>> seen = seen(steps.values());
        List<Map<String, Object>> usage = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            usage.addAll(given().get(path(run) + "?limit=25&page=" + page).path("items"));
        }
        assertThat(usage).hasSize(seen.size()).allSatisfy(row -> {
            List<Long> at = seen.get(number(row, "item_id"));
            assertThat(number(row, "times_seen")).isEqualTo(at.size());
            assertThat(number(row, "first_seen_step")).isEqualTo(Collections.min(at));
            assertThat(number(row, "last_seen_step")).isEqualTo(Collections.max(at));
            assertThat(number(row, "first_seen_epoch")).isEqualTo(Collections.min(at) / 50);
            assertThat(number(row, "last_seen_epoch")).isEqualTo(Collections.max(at) / 50);
        });

        double[] times = seen.values().stream().mapToDouble(List::size).sorted().toArray();
        double mean = Arrays.stream(times).average().orElseThrow();
        double variance =
                Arrays.stream(times).map(t -> (t - mean) * (t - mean)).average().orElseThrow();
        JsonPath stats = given().get("/training/runs/" + run + "/stats")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(stats.getLong("items")).isEqualTo(times.length);
        assertThat(stats.getLong("steps")).isEqualTo(steps.size());
        assertThat(stats.getLong("samples")).isEqualTo((long) (mean * times.length + 0.5));
        assertThat(stats.getDouble("mean")).isCloseTo(mean, within(1e-4));
        assertThat(stats.getDouble("variance")).isCloseTo(variance, within(1e-3));
        assertThat(stats.getDouble("std_dev")).isCloseTo(Math.sqrt(variance), within(1e-3));
        assertThat(stats.getDouble("min")).isEqualTo(times[0]);
        assertThat(stats.getDouble("max")).isEqualTo(times[times.length - 1]);
        assertThat(stats.getDouble("median")).isEqualTo((times[(times.length - 1) / 2] + times[times.length / 2]) / 2);
        List<Integer> bars = stats.getList("histogram.items");
        assertThat(bars.stream().mapToInt(n -> n).sum()).isEqualTo(times.length);
        assertThat(stats.getList("most_used", Map.class)).hasSize(10);
        assertThat(stats.getDouble("most_used[0].times_seen")).isEqualTo(times[times.length - 1]);
    }

    private void checkItems(List<Map<Long, ReportedStep>> runs) {
        String query = LongStream.range(item, item + 97)
                .mapToObj(id -> "item_id=" + id)
                .collect(Collectors.joining("&"));
        List<Map<String, Object>> stats =
                given().get("/training/item-stats?" + query).path("$");
        Map<Long, List<Integer>> perRun = new TreeMap<>();
        runs.forEach(steps -> seen(steps.values())
                .forEach((id, at) ->
                        perRun.computeIfAbsent(id, k -> new ArrayList<>()).add(at.size())));
        assertThat(stats).hasSize(perRun.size()).allSatisfy(row -> {
            List<Integer> times = perRun.get(number(row, "item_id"));
            double mean = times.stream().mapToInt(t -> t).average().orElseThrow();
            double variance = times.stream()
                    .mapToDouble(t -> (t - mean) * (t - mean))
                    .average()
                    .orElseThrow();
            assertThat(number(row, "total_times_seen"))
                    .isEqualTo(times.stream().mapToInt(t -> t).sum());
            assertThat(number(row, "total_runs_participated")).isEqualTo(times.size());
            assertThat(((Number) row.get("usage_variance")).doubleValue()).isCloseTo(variance, within(1e-3));
            assertThat(((Number) row.get("usage_std_dev")).doubleValue()).isCloseTo(Math.sqrt(variance), within(1e-3));
        });
    }

    @Test
    void keepsTheFirstReportOfAStep() {
        int run = newRun();
        report(run, List.of(new ReportedStep(List.of(item), 0, 1L, List.of(0.5f))));
        JsonPath again = report(
                run,
                List.of(
                        new ReportedStep(List.of(item + 1), 0, 1L, null),
                        new ReportedStep(List.of(item), 0, 2L, null),
                        new ReportedStep(List.of(item + 2), 0, 2L, null)));
        assertThat(again.getInt("accepted")).isEqualTo(1);
        assertThat(again.getInt("duplicates")).isEqualTo(2);
        assertThat(again.getInt("total_steps")).isEqualTo(2);
        given().get(path(run)).then().body("items.item_id", equalTo(List.of((int) item)));
        given().get(path(run)).then().body("items.times_seen", equalTo(List.of(2)));
    }

    @Test
    void removedItemsKeepTheirHistory() {
        int run = newRun();
        report(run, List.of(new ReportedStep(List.of(item, item + 1), 0, 1L, null)));
        announce(new DatasetEvent.ItemRemoved(1, item));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> given().get(path(run)).then().body("items.removed", equalTo(List.of(true, false))));
        given().get("/training/runs/" + run + "/stats").then().body("removed_items", equalTo(1));
        given().get("/training/item-stats?item_id=" + item).then().body("[0].removed", equalTo(true));
        announce(new DatasetEvent.ItemIndexed(1, item, "ab".repeat(32), "a.png", 1, 1, DatasetEvent.IndexChange.ADDED));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> given().get(path(run)).then().body("items.removed", equalTo(List.of(false, false))));
    }

    @Test
    void aRunWithoutReportsHasEmptyStatistics() {
        int run = newRun();
        given().get("/training/runs/" + run + "/stats")
                .then()
                .statusCode(200)
                .body("items", equalTo(0))
                .body("mean", equalTo(0f))
                .body("histogram", empty());
        given().get(path(run)).then().statusCode(200).body("total", equalTo(0)).body("items", empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                          | batches
            {"batches": []}                                                             | batches
            {"batch_indices": [], "current_epoch": 0, "current_step": 0}                | batches[0].item_ids
            {"batch_indices": [1, null], "current_epoch": 0, "current_step": 0}         | batches[0].item_ids
            {"batch_indices": [-1], "current_epoch": 0, "current_step": 0}              | batches[0].item_ids
            {"batch_indices": [1], "current_step": 0}                                   | batches[0].epoch
            {"batch_indices": [1], "current_epoch": 0, "current_step": -1}              | batches[0].step
            {"batches": [null]}                                                         | batches[0]
            {"batches": [{"item_ids": [1, 2], "epoch": 0, "step": 0, "losses": [0.1]}]} | batches[0].losses
            {"batches": [{"item_ids": [1], "epoch": 0, "step": 0}, {"item_ids": [1], "epoch": -1, "step": 1}]} | batches[1].epoch
            """)
    void aReportWithAFaultChangesNothing(String body, String field) {
        int run = newRun();
        given().contentType("application/json")
                .body(body)
                .post(path(run))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("bad-report"))
                .body("errors.field", hasItem(field));
        given().get("/training/runs/" + run).then().body("completed_steps", equalTo(0));
    }

    @Test
    void tellsWhatIsNotThere() {
        given().contentType("application/json")
                .body("{\"batch_indices\": [1], \"current_epoch\": 0, \"current_step\": 0}")
                .post(path(999_999_999))
                .then()
                .statusCode(404);
        given().get(path(999_999_999)).then().statusCode(404);
        given().get("/training/runs/999999999/stats").then().statusCode(404);
        given().get(path(newRun()) + "?sort=loss").then().statusCode(400).body("code", equalTo("bad-sort"));
        given().get("/training/item-stats").then().statusCode(400).body("code", equalTo("bad-items"));
    }

    private static JsonPath report(int run, List<ReportedStep> batches) {
        return given().contentType("application/json")
                .body(Map.of(
                        "batches", batches.stream().map(UsageResourceTest::json).toList()))
                .post(path(run))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> json(ReportedStep batch) {
        Map<String, Object> json = new TreeMap<>();
        json.put("item_ids", batch.itemIds());
        json.put("epoch", batch.epoch());
        json.put("step", batch.step());
        if (batch.losses() != null) {
            json.put("losses", batch.losses());
        }
        return json;
    }

    private static Map<Long, List<Long>> seen(Collection<ReportedStep> steps) {
        Map<Long, List<Long>> seen = new TreeMap<>();
        steps.forEach(batch -> batch.itemIds()
                .forEach(id -> seen.computeIfAbsent(id, k -> new ArrayList<>()).add(batch.step())));
        return seen;
    }

    private void announce(Event event) {
        redis.stream(String.class)
                .xadd(
                        "fuda:dataset",
                        codec.fields(new Envelope<>(
                                EventIds.next(), event.type(), 1, "test", Instant.now(), event.subject(), event)));
    }

    private <E extends Event> List<E> published(Class<E> type, Predicate<E> wanted) {
        List<E> found = new ArrayList<>();
        for (StreamMessage<String, String, String> entry :
                redis.stream(String.class).xrange("fuda:training", StreamRange.of("-", "+"))) {
            if (codec.read(entry.payload()) instanceof EventCodec.Reading.Known(Envelope<Event> envelope)
                    && type.isInstance(envelope.data())
                    && wanted.test(type.cast(envelope.data()))) {
                found.add(type.cast(envelope.data()));
            }
        }
        return found;
    }

    private static int newRun() {
        return given().contentType("application/json")
                .body("{\"dataset_id\": 1, \"run_name\": \"usage\"}")
                .post("/training/runs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String path(int run) {
        return "/training/runs/" + run + "/item-usage";
    }

    private static long number(Map<String, Object> row, String field) {
        return ((Number) row.get(field)).longValue();
    }
}
