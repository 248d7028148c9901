package dev.fuda.gateway.overview;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.fuda.gateway.FakeService;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The fake plays the dataset and the training service; dictionary and tagger are down. */
@QuarkusTest
@WithTestResource(FakeService.class)
@WithTestResource(LocalStackResource.class)
class OverviewTest {

    @Test
    void listsTheJobsOfAllServicesNewestFirstAndNamesWhoIsDown() {
        given().get("/api/jobs")
                .then()
                .statusCode(200)
                .body("jobs", hasSize(4))
                .body("jobs.title", contains("Scan 3", "Scan 3", "Scan 1", "Scan 1"))
                .body("jobs[0].state", equalTo("running"))
                .body("jobs[0].done", equalTo(7))
                .body("jobs[0].total", nullValue())
                .body("jobs[0].result.x", contains(1))
                .body("jobs.service.unique()", containsInAnyOrder("dataset", "training"))
                .body("unavailable.service", containsInAnyOrder("dictionary", "tagger"))
                .body("unavailable[0].reason", containsString("does not answer"));
    }

    @Test
    void limitsAndFilters() {
        given().get("/api/jobs?limit=1").then().body("jobs", hasSize(1)).body("jobs[0].title", equalTo("Scan 3"));
        given().get("/api/jobs?state=failed").then().statusCode(200).body("jobs", hasSize(0));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        given().get("/api/jobs?state=lost").then().statusCode(400).body("code", equalTo("bad-state"));
        given().get("/api/jobs?limit=100000").then().statusCode(400).body("code", equalTo("bad-page"));
        given().get("/api/jobs?limit=many").then().statusCode(400);
        given().get("/api/nothing-here").then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void tellsHowEveryPartIsDoing() {
        given().get("/api/system")
                .then()
                .statusCode(200)
                .body("services.name", contains("dataset", "dictionary", "tagger", "training"))
                .body("services[0].state", equalTo("not_ready"))
                .body("services[0].ready", equalTo(false))
                .body("services[0].detail", equalTo("Not ready: tag index."))
                .body("services[0].dead_letters", equalTo(3))
                .body("services[1].state", equalTo("down"))
                .body("services[1].latency_ms", nullValue())
                .body("live.clients", equalTo(0));
    }
}
