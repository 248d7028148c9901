package dev.fuda.gateway.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.fuda.gateway.FakeService;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(FakeService.class)
@WithTestResource(LocalStackResource.class)
class PageRoutesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/dataset", "/dataset/12?page=2", "/dataset/tags/dictionary", "/apiary", "/nowhere/at/all"})
    void servesThePageAtEveryPathThatIsNotTheHouses(String path) {
        given().get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache")
                .header("Content-Security-Policy", not(containsString("script-src")))
                .body(containsString("the page"));
    }

    @Test
    void letsBrowsersKeepHashedFiles() {
        given().get("/assets/app-1a2b3c.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .body(containsString("42"));
    }

    @Test
    void doesNotPretendThatAMissingFileIsAPage() {
        given().get("/assets/app-old.js")
                .then()
                .statusCode(404)
                .header("Cache-Control", not(containsString("immutable")));
        given().get("/favicon.png").then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void keepsTheHousesPathsToTheHouse() {
        given().get("/api").then().statusCode(404).body("code", equalTo("not-found"));
        given().get("/api/unknown").then().statusCode(404).body("code", equalTo("not-found"));
        given().post("/dataset/12").then().statusCode(404);
    }
}
