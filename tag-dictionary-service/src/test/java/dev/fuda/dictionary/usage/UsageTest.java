package dev.fuda.dictionary.usage;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The dictionary and datasets together; the dataset service is played by its answers, its own tests hold them. */
@QuarkusTest
@TestProfile(UsageTest.WithDatasets.class)
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class UsageTest {

    /** The service beside a dataset service that answers. */
    public static class WithDatasets implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Answers.class));
        }
    }

    /** What the dataset service says. */
    public static class Answers implements QuarkusTestResourceLifecycleManager {
        private HttpServer server;

        @Override
        public Map<String, String> start() {
            try {
                server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            answer("/tag-usage", """
                    [{"tag": "use_much", "items": 9, "datasets": 2}, {"tag": "use_some", "items": 3, "datasets": 1},
                     {"tag": "use_stranger", "items": 5, "datasets": 1}]""");
            answer("/datasets/7/tags", """
                    [{"tag": "use_much", "count": 4}]""");
            answer("/tag-usage/related", """
                    [{"tag": "use_some", "together": 3, "items": 3, "score": 0.58}]""");
            server.createContext("/tag-usage/impact", exchange -> {
                String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                boolean gains = asked.contains("\"gained\":[\"gain_one\",\"gain_two\"]");
                answer(exchange, """
                        {"datasets": 2, "items": %d, "saved_searches": 1, "by_tag": []}""".formatted(gains ? 2 : 9));
            });
            server.start();
            return Map.of(
                    "fuda.dataset-url",
                    "http://127.0.0.1:" + server.getAddress().getPort());
        }

        private void answer(String path, String body) {
            server.createContext(path, exchange -> answer(exchange, body));
        }

        private static void answer(HttpExchange exchange, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }

        @Override
        public void stop() {
            server.stop(0);
        }
    }

    private static long tag(String name) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("tag", name, "category", "general"))
                .post("/tag-dictionary")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static void implies(String tag, String target) {
        given().contentType(ContentType.JSON)
                .body(Map.of("kind", "implication", "tag", tag, "target", target))
                .post("/tag-dictionary/operations")
                .then()
                .statusCode(201);
    }

    @Test
    void tellsWhatIsUsedAndWhatStandsAround() {
        long much = tag("use_much");
        tag("use_some");
        tag("use_never");
        given().get("/tag-dictionary/usage")
                .then()
                .body("datasets_known", equalTo(true))
                .body("used", equalTo(2))
                .body("unused", greaterThan(0))
                .body("strangers", equalTo(1))
                .body("top_used.tag", contains("use_much", "use_some"))
                .body("top_used[0].category", equalTo("general"))
                .body("top_strangers.tag", contains("use_stranger"));
        given().get("/tag-dictionary/stats")
                .then()
                .body("datasets_known", equalTo(true))
                .body("used", equalTo(2))
                .body("unused", greaterThan(0));
        given().get("/tag-dictionary/stats?datasets=false")
                .then()
                .body("datasets_known", equalTo(false))
                .body("used", equalTo(0));

        implies("use_much", "use_never");
        implies("use_some", "use_never");
        given().get("/tag-dictionary/" + much + "/related")
                .then()
                .body("implies", contains("use_never"))
                .body("implied_by", empty())
                .body("siblings", contains("use_some"))
                .body("together.tag", contains("use_some"))
                .body("datasets_known", equalTo(true));
        given().get("/tag-dictionary/999999999/related").then().statusCode(404);

        given().contentType(ContentType.JSON)
                .body(Map.of("kind", "delete", "tag", "use_much", "apply_to_datasets", true))
                .post("/tag-dictionary/operations/preview")
                .then()
                .body("impact.datasets_known", equalTo(true))
                .body("impact.items", equalTo(9))
                .body("impact.saved_searches", equalTo(1));
    }

    /** What is told before, what is kept with the operation, and what happens are one. */
    @Test
    void whatDoesNotReachDatasetsTouchesNothingThere() {
        tag("reach_none");
        tag("reach_other");
        Map<String, Object> deletion = Map.of("kind", "delete", "tag", "reach_none");
        Map<String, Object> deprecation = Map.of("kind", "deprecate", "tag", "reach_none");
        Map<String, Object> merge =
                Map.of("kind", "merge", "tag", "reach_none", "target", "reach_other", "apply_to_datasets", false);
        for (Map<String, Object> order : List.of(deletion, deprecation, merge)) {
            for (String path : List.of("/preview", "")) {
                ValidatableResponse told = ask(path, order)
                        .body("impact.datasets_known", equalTo(true))
                        .body("impact.datasets", equalTo(0))
                        .body("impact.items", equalTo(0))
                        .body("impact.saved_searches", equalTo(0));
                if (path.isEmpty()) {
                    given().post("/tag-dictionary/operations/" + told.extract().path("id") + "/undo")
                            .then()
                            .statusCode(200);
                }
            }
        }
        ask("", Map.of("kind", "rename", "tag", "reach_none", "target", "reach_new"))
                .body("impact.items", equalTo(9));
    }

    /** The dataset service is asked for items that get something by it, over all steps. */
    @Test
    void anImplicationTouchesItemsThatLackSomething() {
        tag("gain_tag");
        tag("gain_one");
        tag("gain_two");
        implies("gain_one", "gain_two");
        for (String path : List.of("/preview", "")) {
            ask(path, Map.of("kind", "implication", "tag", "gain_tag", "target", "gain_one"))
                    .body("impact.items", equalTo(2));
        }
    }

    private static ValidatableResponse ask(String path, Map<String, Object> order) {
        return given().contentType(ContentType.JSON)
                .body(order)
                .post("/tag-dictionary/operations" + path)
                .then()
                .statusCode(path.isEmpty() ? 201 : 200);
    }

    @Test
    void suggestionsTellHowOftenATagStandsInADataset() {
        tag("count_none");
        await().untilAsserted(() -> given().get("/tag-dictionary/search?query=count_none&dataset_id=7")
                .then()
                .body("results[0].dataset_count", equalTo(0)));
        given().get("/tag-dictionary/search?query=count_none").then().body("results[0].dataset_count", nullValue());
        given().get("/tag-dictionary/search?query=count_none&dataset_id=8")
                .then()
                .statusCode(200)
                .body("results[0].dataset_count", nullValue());
    }
}
