package dev.fuda.gateway.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.fuda.gateway.FakeService;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FakeService.class)
@WithTestResource(LocalStackResource.class)
class FrontDoorTest {

    @Test
    void refusesForeignNames() {
        given().header("Host", "evil.example:8420")
                .get("/api/datasets/echo")
                .then()
                .statusCode(421)
                .contentType("application/problem+json")
                .body("code", equalTo("host-not-allowed"))
                .body("detail", containsString("'evil.example'"));
    }

    @Test
    void answersProbesUnderAnyName() {
        given().header("Host", "10.0.3.7:8420").get("/q/health/live").then().statusCode(200);
    }

    @Test
    void refusesChangesByForeignPages() {
        given().header("Origin", "http://evil.example")
                .post("/api/datasets/sink")
                .then()
                .statusCode(403)
                .body("code", equalTo("foreign-origin"));
        given().header("Origin", "http://evil.example")
                .header("Upgrade", "websocket")
                .header("Connection", "Upgrade")
                .get("/api/live/ws")
                .then()
                .statusCode(403);
    }

    @Test
    void letsForeignPagesReadNothingInABrowser() {
        given().header("Origin", "http://evil.example")
                .get("/api/datasets/echo")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo(null))
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("sandbox"));
    }
}
