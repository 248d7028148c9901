package dev.fuda.dictionary.live;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person chose comes first for them, and for nobody else. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class PicksTest {

    private static void tag(String name, int count) {
        given().contentType(ContentType.JSON)
                .body(Map.of("tag", name, "category", "general", "count", count))
                .post("/tag-dictionary")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse search(String person, String query) {
        return given().header("X-Fuda-User", person)
                .queryParam("query", query)
                .get("/tag-dictionary/search")
                .then();
    }

    private static ValidatableResponse pick(String person, Object tags) {
        return given().header("X-Fuda-User", person)
                .contentType(ContentType.JSON)
                .body(Map.of("tags", tags))
                .post("/tag-dictionary/picks")
                .then();
    }

    @Test
    void whatAPersonChoseComesFirstForThem() {
        tag("pick_popular", 900);
        tag("pick_rare", 1);
        search("ai", "pick_").body("results.tag", contains("pick_popular", "pick_rare"));
        pick("ai", List.of("pick_rare", "no_such_tag")).statusCode(204);
        search("ai", "pick_")
                .body("results.tag", contains("pick_rare", "pick_popular"))
                .body("results.picks", contains(1, 0));
        search("bo", "pick_").body("results.tag", contains("pick_popular", "pick_rare"));
        pick("ai", List.of("pick_popular")).statusCode(204);
        pick("ai", List.of("pick_popular")).statusCode(204);
        search("ai", "pick_").body("results.picks", contains(2, 1));
        search("ai", "pick_popular").body("results[0].tag", equalTo("pick_popular"));
    }

    @Test
    void refusesWhatIsNoList() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/tag-dictionary/picks")
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-tags"));
    }
}
