package dev.fuda.dataset.rewrite;

import static dev.fuda.dataset.Pictures.png;
import static dev.fuda.dataset.Pictures.write;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.fuda.dataset.ServiceCalls;
import dev.fuda.dataset.TestFolders;
import dev.fuda.kernel.event.DictionaryEvent.Rewrite;
import dev.fuda.kernel.event.DictionaryEvent.RewriteUndone;
import dev.fuda.kernel.event.DictionaryEvent.TagsRewritten;
import dev.fuda.kernel.event.Event;
import dev.fuda.kernel.stream.Outbox;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operations of the dictionary as they arrive at datasets: captions, files, kept searches, history and the way back. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dataset"))
class TagRewriteTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServiceCalls calls = new ServiceCalls();

    @Inject
    Pool pool;

    @Inject
    Outbox outbox;

    private Path folder;
    private long dataset;
    private String old;
    private String other;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = TestFolders.make();
        // The datasets of other tests are in the same house.
        String own = UUID.randomUUID().toString().substring(0, 8);
        old = "old" + own;
        other = "other" + own;
    }

    private void images(String... captions) {
        for (int i = 0; i < captions.length; i++) {
            write(folder, "i%03d.png".formatted(i), png(8, 8, i));
            write(folder, "i%03d.txt".formatted(i), captions[i]);
        }
        dataset = calls.scanned(calls.register(folder));
    }

    private void tell(Event event) {
        pool.withTransaction(tx -> outbox.append(tx, event)).await().atMost(PATIENCE);
    }

    private UUID merge(String from, String to) {
        return tell(new Rewrite(from, List.of(to)));
    }

    private UUID tell(Rewrite rewrite) {
        UUID operation = UUID.randomUUID();
        tell(new TagsRewritten(operation, "merge", "Merge " + rewrite.from(), "mika", List.of(rewrite)));
        return operation;
    }

    /** Waits until the operation, or its undo, was applied; the job that did it. */
    private JsonPath applied(UUID operation, boolean undo) {
        String job = await().atMost(PATIENCE)
                .until(
                        () -> {
                            RowSet<Row> rows = pool.preparedQuery(
                                            "select job_id from tag_rewrite where operation_id = $1 and undo = $2 and done_at is not null")
                                    .execute(Tuple.of(operation, undo))
                                    .await()
                                    .atMost(PATIENCE);
                            return rows.size() == 0
                                    ? null
                                    : rows.iterator().next().getUUID("job_id").toString();
                        },
                        found -> found != null);
        return calls.jobEnded(job, "succeeded");
    }

    private void fileSays(String name, String text) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(folder.resolve(name)).hasContent(text));
    }

    private String keepSearch(String query) {
        return "/datasets/" + dataset + "/saved-searches/"
                + calls.post("/datasets/" + dataset + "/saved-searches", Map.of("name", query, "query", query))
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getLong("id");
    }

    private String search() {
        return given().get("/datasets/" + dataset + "/saved-searches")
                .jsonPath()
                .getString("[0].query");
    }

    @Test
    void mergesATagEverywhereAsOneOperationThatCanBeTakenBack() {
        String first = "a, " + old + ",b\r\n";
        images(first, other + ", " + old, "a");
        keepSearch("-" + old + ", width:>=4");

        calls.post("/tag-usage/impact", Map.of("tags", List.of(old, "unused")))
                .then()
                .body("datasets", equalTo(1))
                .body("items", equalTo(2))
                .body("saved_searches", equalTo(1))
                .body("by_tag.tag", equalTo(List.of(old)));
        calls.post("/tag-usage/impact", Map.of("tags", List.of(old), "gained", List.of(other)))
                .then()
                .body("items", equalTo(1));
        calls.post("/tag-usage/impact", Map.of("tags", List.of(old), "gained", List.of(other, "unused")))
                .then()
                .body("items", equalTo(2));

        UUID operation = merge(old, other);
        JsonPath job = applied(operation, false);
        assertThat(job.getInt("result.items")).isEqualTo(2);
        assertThat(job.getInt("result.datasets")).isEqualTo(1);
        assertThat(job.getInt("result.saved_searches")).isEqualTo(1);
        fileSays("i000.txt", "a, " + other + ",b\r\n");
        fileSays("i001.txt", other);
        assertThat(search()).isEqualTo("-" + other + ", width:>=4");
        given().get("/datasets/" + dataset + "/operations")
                .then()
                .body("total", equalTo(1))
                .body("operations[0].kind", equalTo("dictionary"))
                .body("operations[0].author", equalTo("mika"))
                .body("operations[0].items", equalTo(2));

        tell(new RewriteUndone(operation, "mika"));
        applied(operation, true);
        fileSays("i000.txt", first);
        fileSays("i001.txt", other + ", " + old);
        assertThat(search()).isEqualTo("-" + old + ", width:>=4");
    }

    @Test
    void undoLeavesWhatWasEditedSince() {
        images("a, " + old, old);
        UUID operation = merge(old, other);
        applied(operation, false);
        long item = calls.items(dataset).getLong("items[0].id");
        String path = "/datasets/" + dataset + "/items/" + item;
        given().contentType("application/json")
                .body(Map.of(
                        "tags",
                        List.of("a", "z"),
                        "version",
                        given().get(path).jsonPath().getInt("version")))
                .put(path + "/tags")
                .then()
                .statusCode(200);

        tell(new RewriteUndone(operation, "mika"));
        JsonPath undo = applied(operation, true);

        assertThat(undo.getInt("result.items")).isEqualTo(2);
        fileSays("i000.txt", "a, " + old + ", z");
        fileSays("i001.txt", old);
        assertThat(undo.getInt("result.skipped")).isEqualTo(1);
        assertThat(undo.getString("failures[0].reason")).contains(other + " was removed later");
    }

    @Test
    void appliesOperationsInTheirOrderAndEachOnce() {
        String last = "last" + old;
        images(old + ", a");
        UUID one = merge(old, other);
        UUID two = merge(other, last);
        tell(new TagsRewritten(one, "merge", "Told twice", "mika", List.of(new Rewrite(old, List.of(other)))));
        applied(two, false);
        fileSays("i000.txt", last + ", a");
        given().get("/datasets/" + dataset + "/operations").then().body("total", equalTo(2));
        assertThat(pool.preparedQuery("select from tag_rewrite where operation_id = $1")
                        .execute(Tuple.of(one))
                        .await()
                        .atMost(PATIENCE)
                        .size())
                .isEqualTo(1);
    }

    @Test
    void addsWhatATagImpliesAndRemovesWhatWasDeleted() {
        images("a, " + old, old + ", " + other);
        applied(tell(new Rewrite(old, List.of(old, other))), false);
        fileSays("i000.txt", "a, " + old + ", " + other);
        applied(tell(new Rewrite(old, List.of())), false);
        fileSays("i000.txt", "a, " + other);
        fileSays("i001.txt", other);
    }

    /** A job that ended in the middle, for whatever reason, goes on where it was: nothing is lost and nothing done twice. */
    @Test
    void goesOnAfterItWasStoppedInTheMiddle() {
        String[] captions = new String[700];
        for (int i = 0; i < captions.length; i++) {
            captions[i] = old + ", n" + i;
        }
        images(captions);
        UUID operation = merge(old, other);
        String job = await().atMost(PATIENCE)
                .until(
                        () -> {
                            RowSet<Row> rows = pool.preparedQuery(
                                            "select j.id from job j join tag_rewrite r on r.job_id = j.id where r.operation_id = $1 and j.done > 0")
                                    .execute(Tuple.of(operation))
                                    .await()
                                    .atMost(PATIENCE);
                            return rows.size() == 0
                                    ? null
                                    : rows.iterator().next().getUUID("id").toString();
                        },
                        found -> found != null);
        given().post("/jobs/" + job + "/cancel");
        await().atMost(PATIENCE)
                .until(
                        () -> given().get("/jobs/" + job).jsonPath().getString("state"),
                        state -> !state.equals("running"));
        if (given().get("/jobs/" + job).jsonPath().getString("state").equals("cancelled")) {
            given().post("/jobs/" + job + "/retry").then().statusCode(200);
        }
        applied(operation, false);
        calls.post("/tag-usage/impact", Map.of("tags", List.of(old))).then().body("items", equalTo(0));
        calls.post("/tag-usage/impact", Map.of("tags", List.of(other))).then().body("items", equalTo(700));
        given().get("/datasets/" + dataset + "/operations")
                .then()
                .body("total", equalTo(1))
                .body("operations[0].items", equalTo(700));
    }

    @Test
    void relatesTagsThatStandTogether() {
        images(old + ", " + other, old + ", " + other, old + ", z" + old, "z" + old, "z" + old);
        given().queryParam("tag", old)
                .get("/tag-usage/related")
                .then()
                .statusCode(200)
                .body("tag", equalTo(List.of(other, "z" + old)))
                .body("together", equalTo(List.of(2, 1)))
                .body("[0].score", equalTo((float) (2 / Math.sqrt(3 * 2))))
                .body("[1].items", equalTo(3));
        assertThat(given().queryParam("after", old)
                        .queryParam("limit", 1)
                        .get("/tag-usage")
                        .jsonPath()
                        .getString("[0].tag"))
                .isGreaterThan(old);
    }
}
