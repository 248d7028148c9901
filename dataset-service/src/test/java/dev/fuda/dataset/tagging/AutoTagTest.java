package dev.fuda.dataset.tagging;

import static dev.fuda.dataset.Pictures.png;
import static dev.fuda.dataset.Pictures.write;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.fuda.dataset.ServiceCalls;
import dev.fuda.dataset.TestFolders;
import dev.fuda.kernel.event.Event;
import dev.fuda.kernel.event.TaggerEvent.ItemTagged;
import dev.fuda.kernel.event.TaggerEvent.TagScore;
import dev.fuda.kernel.event.TaggerEvent.TaggingFailed;
import dev.fuda.kernel.stream.Outbox;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tagging jobs from the request to the caption file, with the tagger's side played by events. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dataset"))
class AutoTagTest {

    private final ServiceCalls calls = new ServiceCalls();

    @Inject
    Pool pool;

    @Inject
    Outbox outbox;

    private Path folder;
    private long dataset;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = TestFolders.make();
    }

    private void images(int count) {
        for (int i = 0; i < count; i++) {
            write(folder, "i%03d.png".formatted(i), png(8, 8, i));
        }
        dataset = calls.scanned(calls.register(folder));
    }

    private String start(Map<String, Object> request) {
        return calls.post("/datasets/" + dataset + "/auto-tag", request)
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("job_id");
    }

    /** The images that a job asked the tagger for. */
    private List<JsonObject> asked(String job) {
        List<JsonObject> requests = new ArrayList<>();
        for (Row row : pool.preparedQuery(
                        "select data from outbox where type = 'TagRequested' and data like $1 order by seq")
                .execute(Tuple.of("%" + job + "%"))
                .await()
                .atMost(Duration.ofSeconds(5))) {
            requests.add(new JsonObject(row.getString("data")));
        }
        return requests;
    }

    private void tell(Event event) {
        pool.withTransaction(tx -> outbox.append(tx, event)).await().atMost(Duration.ofSeconds(5));
    }

    private static ItemTagged tagged(JsonObject request, TagScore... scores) {
        return new ItemTagged(
                UUID.fromString(request.getString("job_id")),
                request.getLong("dataset_id"),
                request.getLong("item_id"),
                request.getString("image_hash"),
                request.getString("model"),
                "1",
                List.of(scores));
    }

    private static TagScore score(String tag, double score) {
        return new TagScore(tag, "general", (float) score);
    }

    private static Response undo(String operation) {
        return given().post("/operations/" + operation + "/undo");
    }

    private void fileSays(String name, String text) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(folder.resolve(name)).hasContent(text));
    }

    @Test
    void addsTagsThatReachTheThresholdAsOneOperation() {
        write(folder, "i000.txt", "my tag, dark");
        images(3);
        String job = start(Map.of("threshold", 0.5));
        List<JsonObject> requests = asked(job);
        assertThat(requests).hasSize(3);
        assertThat(requests.getFirst().getString("image_url"))
                .isEqualTo(
                        "/datasets/" + dataset + "/items/" + requests.getFirst().getLong("item_id") + "/image");
        assertThat(requests.getFirst().getString("model")).isEqualTo("palette");
        given().get("/jobs/" + job).then().body("state", equalTo("running")).body("total", equalTo(3));

        requests.forEach(request ->
                tell(tagged(request, score("dark", 0.9), score("blue theme", 0.5), score("red_theme", 0.49))));
        JsonPath ended = calls.jobEnded(job, "succeeded");

        assertThat(ended.getInt("done")).isEqualTo(3);
        assertThat(ended.getInt("failed")).isZero();
        assertThat(ended.getInt("result.changed")).isEqualTo(3);
        assertThat(ended.getString("result.operation_id")).isEqualTo(job);
        assertThat(ended.getString("result.note")).contains("dictionary did not answer");
        fileSays("i000.txt", "my tag, dark, blue theme");
        fileSays("i001.txt", "dark, blue theme");
        JsonPath items = calls.items(dataset);
        assertThat(items.getList("items[0].tags.main.source")).containsExactly("txt_file", "txt_file", "auto_palette");
        assertThat(items.getFloat("items[1].tags.main[0].confidence")).isEqualTo(0.9f);
        assertThat(items.getString("items[1].tags.main[0].tag_group")).isEqualTo("General");
        given().get("/datasets/" + dataset + "/operations")
                .then()
                .body("total", equalTo(1))
                .body("operations[0].items", equalTo(3))
                .body("operations[0].kind", equalTo("auto_tag"));
        given().get("/datasets/" + dataset + "/items/count?search=source:auto_palette, -\"my tag\"")
                .then()
                .body("matched", equalTo(2));

        undo(job).then().statusCode(200).body("restored", equalTo(3)).body("skipped_items", equalTo(0));
        fileSays("i000.txt", "my tag, dark");
        await().untilAsserted(() -> assertThat(folder.resolve("i001.txt")).doesNotExist());
    }

    @Test
    void replacesOrSkipsWhatIsThere() {
        write(folder, "i000.txt", "my tag, dark");
        images(2);
        String skip = start(Map.of("mode", "skip"));
        assertThat(asked(skip)).hasSize(1);
        tell(tagged(asked(skip).getFirst(), score("blue_theme", 0.9)));
        calls.jobEnded(skip, "succeeded");
        fileSays("i000.txt", "my tag, dark");

        String replace = start(Map.of("mode", "replace", "search", "my_tag", "apply_tag_dictionary_mapping", false));
        tell(tagged(asked(replace).getFirst(), score("blue_theme", 0.9), score("dark", 0.8)));
        assertThat(calls.jobEnded(replace, "succeeded").getString("result.note"))
                .isNull();
        fileSays("i000.txt", "blue theme, dark");
        calls.post("/datasets/" + dataset + "/auto-tag", Map.of("mode", "skip"))
                .then()
                .statusCode(422)
                .body("code", equalTo("nothing-to-tag"));
    }

    @Test
    void listsFailuresAndTriesThemAgain() {
        images(2);
        String job = start(Map.of());
        List<JsonObject> requests = asked(job);
        tell(tagged(requests.get(0), score("dark", 0.9)));
        JsonObject broken = requests.get(1);
        tell(new TaggingFailed(
                UUID.fromString(job),
                dataset,
                broken.getLong("item_id"),
                broken.getString("image_hash"),
                "palette",
                "It is torn."));
        JsonPath ended = calls.jobEnded(job, "succeeded");
        assertThat(ended.getInt("failed")).isEqualTo(1);
        assertThat(ended.getString("failures[0].reason")).isEqualTo("It is torn.");
        assertThat(ended.getString("failures[0].item"))
                .isEqualTo(broken.getLong("item_id").toString());

        given().post("/jobs/" + job + "/retry").then().statusCode(200).body("state", equalTo("running"));
        assertThat(asked(job)).hasSize(3);
        tell(tagged(broken, score("blue_theme", 0.9)));
        JsonPath again = calls.jobEnded(job, "succeeded");
        assertThat(again.getInt("done")).isEqualTo(2);
        assertThat(again.getInt("failed")).isZero();
        fileSays("i001.txt", "blue theme");
        undo(job).then().body("restored", equalTo(2));
    }

    @Test
    void anAnswerThatComesTwiceOrTooLateCountsOnce() {
        images(2);
        String job = start(Map.of());
        List<JsonObject> requests = asked(job);
        tell(tagged(requests.get(0), score("dark", 0.9)));
        tell(tagged(requests.get(0), score("blue_theme", 0.9)));
        await().untilAsserted(() -> given().get("/jobs/" + job).then().body("done", equalTo(1)));
        given().post("/jobs/" + job + "/cancel").then().statusCode(200);
        tell(tagged(requests.get(1), score("dark", 0.9)));
        JsonObject marker = new JsonObject().put("job_id", start(Map.of("search", "name:i001.png")));
        marker.mergeIn(asked(marker.getString("job_id")).getFirst());
        tell(tagged(marker, score("bright", 0.9)));
        calls.jobEnded(marker.getString("job_id"), "succeeded");
        fileSays("i000.txt", "dark");
        fileSays("i001.txt", "bright");
        given().get("/jobs/" + job).then().body("state", equalTo("cancelled")).body("done", equalTo(1));
    }

    @Test
    void aFileThatWasEditedMeanwhileIsAFailureOfThatItemAlone() throws IOException {
        write(folder, "i000.txt", "mine");
        images(2);
        String job = start(Map.of());
        Files.writeString(folder.resolve("i000.txt"), "mine, by hand");
        asked(job).forEach(request -> tell(tagged(request, score("dark", 0.9))));
        JsonPath ended = calls.jobEnded(job, "succeeded");
        assertThat(ended.getInt("done")).isEqualTo(1);
        assertThat(ended.getString("failures[0].reason")).contains("i000.txt");
        fileSays("i000.txt", "mine, by hand");
        fileSays("i001.txt", "dark");
    }

    @Test
    void anAnswerAboutAnotherImageIsAFailure() {
        images(1);
        String job = start(Map.of());
        JsonObject other = asked(job).getFirst().copy().put("image_hash", "0".repeat(64));
        tell(tagged(other, score("dark", 0.9)));
        assertThat(calls.jobEnded(job, "failed").getString("failures[0].reason"))
                .contains("replaced");
    }

    @Test
    void tagsTheItemsAskedFor() {
        images(3);
        long second = calls.items(dataset).getLong("items[1].id");
        String job = start(Map.of("item_ids", List.of(second, second)));
        assertThat(asked(job)).hasSize(1);
        calls.post("/datasets/" + dataset + "/auto-tag", Map.of("item_ids", List.of(second, 999_999_999)))
                .then()
                .statusCode(422)
                .body("detail", containsString("999999999"));
    }

    @Test
    void manyItemsAreAppliedInParts() {
        images(430);
        String job = start(Map.of());
        List<JsonObject> requests = asked(job);
        assertThat(requests).hasSize(430);
        List<Event> events = new ArrayList<>();
        requests.forEach(request -> events.add(tagged(request, score("dark", 0.9), score("blue_theme", 0.8))));
        pool.withTransaction(tx -> outbox.append(tx, events)).await().atMost(Duration.ofSeconds(10));
        calls.jobEnded(job, "succeeded");
        given().get("/datasets/" + dataset + "/operations").then().body("operations[0].items", equalTo(430));
        fileSays("i429.txt", "dark, blue theme");
        undo(job).then().body("restored", equalTo(430));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(folder.toFile().list((dir, name) -> name.endsWith(".txt")))
                        .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            {"threshold":1.5}                        => 400 => between 0 and 1
            {"threshold":-1}                         => 400 => between 0 and 1
            {"mode":"sometimes"}                     => 400 => ``
            {"model_name":"a b"}                     => 400 => model_name
            {"caption_type":"../x"}                  => 400 => caption_type
            {"search":"(a"}                          => 400 => never closed
            {"search":"a","item_ids":[1]}            => 400 => not both
            {"item_ids":[]}                          => 422 => nothing to tag
            {"search":"unknown_tag"}                 => 422 => nothing to tag
            """)
    void badRequestsAreRefusedWithAReason(String body, int status, String detail) {
        images(1);
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/datasets/" + dataset + "/auto-tag")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/datasets/999999999/auto-tag")
                .then()
                .statusCode(404);
    }
}
