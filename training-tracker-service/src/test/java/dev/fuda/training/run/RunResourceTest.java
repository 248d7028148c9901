package dev.fuda.training.run;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "training"))
class RunResourceTest {

    private final int dataset = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    private final String name = "lora_" + UUID.randomUUID();

    @Test
    void keepsWhatTheTrainerSays() {
        int id = create("""
                {"dataset_id": %d, "run_name": "%s", "model_type": "lora", "base_model": "animagine-xl-3.1",
                 "caption_type": "tags", "total_epochs": 10, "total_steps": 1200,
                 "training_config": {"lr": 1e-4, "tags": ["a, b", "日本語"], "nested": {"x": null}}}
                """.formatted(dataset, name))
                .statusCode(201)
                .body("run_number", equalTo(1))
                .body("status", equalTo("pending"))
                .body("started_at", nullValue())
                .body("completed_steps", equalTo(0))
                .extract()
                .path("id");
        given().get("/training/runs/" + id)
                .then()
                .statusCode(200)
                .body("run_name", equalTo(name))
                .body("base_model", equalTo("animagine-xl-3.1"))
                .body("training_config.tags[1]", equalTo("日本語"))
                .body("training_config.lr", equalTo(1e-4f));
    }

    @Test
    void numbersRunsOfOneNameAndListsThem() {
        int first = newRun();
        int second = create("""
                {"dataset_id": %d, "run_name": "%s", "parent_run_id": %d, "status": "running"}
                """.formatted(dataset, name, first))
                .body("run_number", equalTo(2))
                .body("started_at", notNullValue())
                .extract()
                .path("id");
        given().get("/training/runs?dataset_id=" + dataset)
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items.id", equalTo(List.of(second, first)));
        given().get("/training/runs?status=running&dataset_id=" + dataset)
                .then()
                .body("items.id", equalTo(List.of(second)));
        given().get("/training/runs?page=2&limit=1&dataset_id=" + dataset)
                .then()
                .body("items.id", equalTo(List.of(first)))
                .body("total_pages", equalTo(2));
    }

    @Test
    void runsOfOneNameThatAreMadeAtOnceGetNumbersOfTheirOwn() throws InterruptedException, ExecutionException {
        Callable<Integer> make = () -> create("{\"dataset_id\": %d, \"run_name\": \"%s\"}".formatted(dataset, name))
                .statusCode(201)
                .extract()
                .path("run_number");
        List<Integer> numbers = new ArrayList<>();
        try (ExecutorService trainers = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> number : trainers.invokeAll(Collections.nCopies(8, make))) {
                numbers.add(number.get());
            }
        }
        assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void followsTheStatusOfARun() {
        int id = newRun();
        change(id, "{\"status\": \"running\"}").statusCode(200).body("started_at", notNullValue());
        String ended = change(id, "{\"status\": \"completed\", \"completed_epochs\": 10}")
                .body("completed_at", notNullValue())
                .body("completed_epochs", equalTo(10))
                .extract()
                .path("completed_at");
        change(id, "{\"output_path\": \"/models/a.safetensors\"}").body("completed_at", equalTo(ended));
        change(id, "{\"status\": \"running\"}").body("completed_at", nullValue());
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseChanged() {
        int id = newRun();
        int version = given().get("/training/runs/" + id).path("version");
        change(id, "{\"model_type\": \"full\", \"version\": %d}".formatted(version))
                .statusCode(200);
        change(id, "{\"model_type\": \"lora\", \"version\": %d}".formatted(version))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("stale-run"))
                .body("current.model_type", equalTo("full"));
        assertThat(given().get("/training/runs/" + id).<String>path("model_type"))
                .isEqualTo("full");
    }

    @Test
    void forgetsARunAndItsChildrenStay() {
        int parent = newRun();
        int child = create("{\"dataset_id\": %d, \"run_name\": \"%s\", \"parent_run_id\": %d}"
                        .formatted(dataset, name, parent))
                .extract()
                .path("id");
        given().delete("/training/runs/" + parent).then().statusCode(204);
        given().get("/training/runs/" + parent).then().statusCode(404);
        given().get("/training/runs/" + child).then().statusCode(200).body("parent_run_id", nullValue());
        given().delete("/training/runs/" + parent).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                        | dataset_id, run_name
            {"dataset_id": 0, "run_name": " "}                        | dataset_id, run_name
            {"dataset_id": 1, "run_name": "a", "run_number": 0}       | run_number
            {"dataset_id": 1, "run_name": "a", "total_steps": -1}     | total_steps
            {"dataset_id": 1, "run_name": "a", "completed_epochs": -1} | completed_epochs
            """)
    void namesTheFieldsThatAreWrong(String body, String fields) {
        create(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("bad-run"))
                .body("errors.field", containsInAnyOrder((Object[]) fields.split(", ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST  | /training/runs          | {"dataset_id": 1, "run_name": "a", "parent_run_id": 999999999} | 422
            POST  | /training/runs          | {"dataset_id": 1, "run_name": "a", "status": "sleeping"}       | 400
            POST  | /training/runs          | {"dataset_id": "x"}      | 400
            POST  | /training/runs          | [1                       | 400
            POST  | /training/runs          | null                     | 400
            POST  | /training/runs          | {"dataset_id": 1, "run_name": "a\\u0000"} | 400
            PATCH | /training/runs/999999999 | {}                      | 404
            PATCH | /training/runs/999999999 | {"dataset_id": 2}       | 400
            GET   | /training/runs/x        | {}                       | 400
            GET   | /training/runs/999999999 | {}                      | 404
            GET   | /training/runs?limit=0  | {}                       | 400
            GET   | /training/runs?page=0   | {}                       | 400
            GET   | /training/runs?status=x | {}                       | 400
            """)
    void noInputIsOurFault(String method, String path, String body, int status) {
        var request = given();
        if (!method.equals("GET")) {
            request.contentType("application/json").body(body);
        }
        request.request(method, path).then().statusCode(status).contentType("application/problem+json");
    }

    private int newRun() {
        return create("{\"dataset_id\": %d, \"run_name\": \"%s\"}".formatted(dataset, name))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse create(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/training/runs")
                .then();
    }

    private static ValidatableResponse change(int id, String body) {
        return given().contentType("application/json")
                .body(body)
                .patch("/training/runs/" + id)
                .then();
    }
}
