package dev.fuda.dataset;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What tests ask the running service for again and again. */
public final class ServiceCalls {

    /** Registers a folder under a fresh name with the default settings; the id of the dataset. */
    public long register(Path folder) {
        return register(folder, Map.of());
    }

    public long register(Path folder, Map<String, Object> settings) {
        return post("/datasets", draft(folder, settings))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    /** A body for a dataset of this folder with a fresh name. */
    public Map<String, Object> draft(Path folder, Map<String, Object> settings) {
        Map<String, Object> body =
                new LinkedHashMap<>(Map.of("name", "set " + UUID.randomUUID(), "path", folder.toString()));
        body.putAll(settings);
        return body;
    }

    public Response post(String path, Object body) {
        return given().contentType(ContentType.JSON).body(body).post(path);
    }

    /** Waits until the latest scan of a dataset has ended well; the id of the dataset. */
    public long scanned(long dataset) {
        String job = given().get("/datasets/" + dataset).jsonPath().getString("index_job_id");
        jobEnded(job, "succeeded");
        return dataset;
    }

    /** Scans again and waits for the end. */
    public JsonPath rescanned(long dataset) {
        String job = given().post("/datasets/" + dataset + "/reindex")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("job_id");
        return jobEnded(job, "succeeded");
    }

    public JsonPath jobEnded(String job, String state) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> given().get("/jobs/" + job).jsonPath(), found -> {
                    String now = found.getString("state");
                    if (now.equals("failed") && !state.equals("failed")) {
                        throw new AssertionError("The job failed: " + found.getString("error"));
                    }
                    return now.equals(state);
                });
    }

    /** The first page of items by name. */
    public JsonPath items(long dataset) {
        return given().get("/datasets/" + dataset + "/items?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
