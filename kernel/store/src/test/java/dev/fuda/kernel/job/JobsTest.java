package dev.fuda.kernel.job;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "kernel"))
class JobsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Pool pool;

    @Inject
    Jobs jobs;

    @Inject
    CountingJob counting;

    @BeforeEach
    void startWithoutJobsAndPermits() {
        given().get("/jobs?state=running")
                .jsonPath()
                .getList("id", String.class)
                .forEach(id -> given().post("/jobs/" + id + "/cancel"));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> given().get("/jobs?state=running")
                        .jsonPath()
                        .getList("id")
                        .isEmpty());
        counting.permits.drainPermits();
        counting.steps.set(0);
    }

    @Test
    void runsToItsEndAndTellsItsProgress() {
        UUID id = create(new CountingJob.Params(4, 2, null));
        counting.permits.release(2);
        await(id, "state", "running");
        Awaitility.await().atMost(PATIENCE).until(() -> job(id).getInt("done") >= 1);
        assertThat(job(id).getInt("total")).isEqualTo(4);
        counting.permits.release(2);
        await(id, "state", "succeeded");
        JsonPath job = job(id);
        assertThat(job.getInt("done")).isEqualTo(4);
        assertThat(job.getInt("failed")).isEqualTo(1);
        assertThat(job.getString("failures[0].item")).isEqualTo("number 2");
        assertThat(job.getString("failures[0].reason")).isEqualTo("it is unlucky");
        assertThat(job.getInt("result.total")).isEqualTo(4);
        given().get("/jobs?state=succeeded").then().statusCode(200).body("id", hasItem(id.toString()));
    }

    @Test
    void cancelStopsARunningJob() {
        UUID id = create(new CountingJob.Params(1_000, null, null));
        await(id, "state", "running");
        given().post("/jobs/" + id + "/cancel").then().statusCode(200);
        await(id, "state", "cancelled");
        given().post("/jobs/" + id + "/cancel").then().statusCode(200).body("state", equalTo("cancelled"));
    }

    @Test
    void jobForAnotherInstanceIsLeftToItAndHoldsNobodyUp() {
        counting.elsewhere.add(7);
        try {
            UUID other = create(new CountingJob.Params(7, null, null));
            UUID cancelled = create(new CountingJob.Params(7, null, null));
            UUID own = create(new CountingJob.Params(1, null, null));
            counting.permits.release(1);
            await(own, "state", "succeeded");
            assertThat(job(other).getString("state")).isEqualTo("queued");
            assertThat(column(other, "attempt::text")).isEqualTo("0");
            // As if the instance that has it had died while somebody cancels it.
            update(
                    "update job set state = 'running', cancel_requested = true, lease_until = now() where id = $1",
                    cancelled);
            await(cancelled, "state", "cancelled");
            counting.elsewhere.clear();
            counting.permits.release(7);
            await(other, "state", "succeeded");
        } finally {
            counting.elsewhere.clear();
        }
    }

    @Test
    void failedJobGoesOnFromItsCheckpointWhenRetried() {
        UUID id = create(new CountingJob.Params(3, null, 1));
        counting.permits.release(2);
        await(id, "state", "failed");
        assertThat(job(id).getString("error")).isEqualTo("There is no number 1.");
        assertThat(counting.steps).hasValue(1);
        update("update job set params = '{\"total\": 3}' where id = $1", id);
        counting.permits.release(2);
        given().post("/jobs/" + id + "/retry").then().statusCode(200);
        await(id, "state", "succeeded");
        assertThat(counting.steps).as("1 before the failure, 2 after it").hasValue(3);
    }

    @Test
    void jobOfADeadInstanceIsTakenOverFromItsCheckpoint() {
        UUID id = create(new CountingJob.Params(3, null, null));
        counting.permits.release(1);
        Awaitility.await().atMost(PATIENCE).until(() -> counting.steps.get() == 1);
        // As if another instance had held it and died.
        update("update job set owner = 'dead', lease_until = now() + interval '1 second' where id = $1", id);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> owner(id) != null && !owner(id).equals("dead"));
        counting.permits.release(2);
        await(id, "state", "succeeded");
        assertThat(job(id).getInt("done")).isEqualTo(3);
        assertThat(counting.steps).as("no step twice").hasValue(3);
    }

    @Test
    void jobThatCrashesItsServiceWithoutGettingFurtherFails() {
        UUID id = create(new CountingJob.Params(3, null, null));
        await(id, "state", "running");
        for (int crash = 0; crash < 5; crash++) {
            update("update job set owner = 'dead', lease_until = now() - interval '1 second' where id = $1", id);
            Awaitility.await().atMost(PATIENCE).until(() -> !owner(id).equals("dead"));
        }
        await(id, "state", "failed");
        assertThat(job(id).getString("error")).contains("5 times");
    }

    @Test
    void jobThatGetsFurtherWithEachCrashGoesOn() {
        UUID id = create(new CountingJob.Params(8, null, null));
        await(id, "state", "running");
        for (int crash = 1; crash <= 7; crash++) {
            String reached = Integer.toString(crash);
            counting.permits.release(1);
            Awaitility.await().atMost(PATIENCE).until(() -> reached.equals(column(id, "checkpoint::text")));
            update(
                    "update job set done = " + reached + ", owner = 'dead', lease_until = now() - interval '1 second'"
                            + " where id = $1",
                    id);
            Awaitility.await().atMost(PATIENCE).until(() -> !owner(id).equals("dead") && counting.running.get() == 1);
        }
        counting.permits.release(1);
        await(id, "state", "succeeded");
    }

    @Test
    void externalJobEndsWithItsLastItem() {
        UUID id = pool.withTransaction(
                        tx -> jobs.createExternal(tx, new NewJob("outside", "Work elsewhere", null, 3, null)))
                .await()
                .atMost(PATIENCE);
        advance(id, 1, 0);
        assertThat(job(id).getString("state")).isEqualTo("running");
        pool.withTransaction(tx -> jobs.fail(tx, id, "b.png", "it is empty"))
                .await()
                .atMost(PATIENCE);
        advance(id, 1, 1);
        JsonPath job = job(id);
        assertThat(job.getString("state")).isEqualTo("succeeded");
        assertThat(job.getString("failures[0].reason")).isEqualTo("it is empty");
        given().post("/jobs/" + id + "/retry")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("can't be started again"));
    }

    @Test
    void externalJobOfWhichNothingWentWellHasFailed() {
        UUID id = pool.withTransaction(
                        tx -> jobs.createExternal(tx, new NewJob("outside", "Work elsewhere", null, 2, null)))
                .await()
                .atMost(PATIENCE);
        advance(id, 0, 1);
        assertThat(job(id).getString("state")).isEqualTo("running");
        advance(id, 0, 1);
        assertThat(job(id).getString("state")).isEqualTo("failed");
        assertThat(job(id).getString("error")).contains("None of the items");
    }

    @Test
    void unknownJobIsNotFound() {
        given().get("/jobs/" + UUID.randomUUID()).then().statusCode(404).contentType("application/problem+json");
        given().get("/jobs/seven").then().statusCode(404);
        given().get("/jobs?state=happy").then().statusCode(400).body("detail", containsString("queued, running"));
        given().get("/jobs?limit=9999").then().statusCode(400);
    }

    private UUID create(CountingJob.Params params) {
        return pool.withTransaction(
                        tx -> jobs.create(tx, new NewJob("counting", "Count", "numbers/1", params.total(), params)))
                .await()
                .atMost(PATIENCE);
    }

    private void advance(UUID id, int done, int failed) {
        pool.withTransaction(tx -> jobs.advance(tx, id, done, failed)).await().atMost(PATIENCE);
    }

    private void update(String sql, UUID id) {
        pool.preparedQuery(sql).execute(Tuple.of(id)).await().atMost(PATIENCE);
    }

    private String owner(UUID id) {
        return column(id, "owner");
    }

    private String column(UUID id, String expression) {
        return pool.preparedQuery("select " + expression + " from job where id = $1")
                .execute(Tuple.of(id))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getString(0);
    }

    private static void await(UUID id, String field, String value) {
        Awaitility.await().atMost(PATIENCE).until(() -> value.equals(job(id).getString(field)));
    }

    private static JsonPath job(UUID id) {
        return given().get("/jobs/" + id).then().statusCode(200).extract().jsonPath();
    }
}
