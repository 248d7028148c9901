package dev.fuda.dictionary.translation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What other sources call a tag, from the offer to a person's decision. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class AlternativeTest {

    private static long create(String tag) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("tag", tag, "category", "general"))
                .post("/tag-dictionary")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static String translations(long tag) {
        return "/tag-dictionary/" + tag + "/translations";
    }

    private static ValidatableResponse alternatives(long tag) {
        return given().get(translations(tag) + "/alternatives").then().statusCode(200);
    }

    private static ValidatableResponse offer(long tag, String translation, String source) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("language", "ja", "translation", translation, "source", source))
                .post(translations(tag) + "/alternatives")
                .then();
    }

    private static long offered(long tag, String translation) {
        return offer(tag, translation, "wiki")
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static ValidatableResponse importOffers(String rows) {
        return given().multiPart("file", "offers.csv", rows.getBytes(StandardCharsets.UTF_8))
                .multiPart("language", "ja")
                .multiPart("offer", "true")
                .post("/tag-translations/import")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse search(String typed) {
        return given().queryParam("query", typed).get("/tag-dictionary/search").then();
    }

    @Test
    void whatIsOfferedIsFoundOnlyWhenTaken() {
        long tag = create("alt_rain");
        long drizzle = offered(tag, "小雨です");
        long rain = offered(tag, "大雨です");
        alternatives(tag)
                .body("alternatives.translation", contains("小雨です", "大雨です"))
                .body("alternatives.source", contains("wiki", "wiki"));
        search("小雨です").body("results.tag", not(hasItem("alt_rain")));

        given().post(translations(tag) + "/alternatives/" + drizzle + "/take")
                .then()
                .statusCode(200)
                .body("translations.translation", contains("小雨です"))
                .body("translations.source", contains("wiki"));
        search("小雨です").body("results.tag", hasItem("alt_rain"));
        given().post(translations(tag) + "/alternatives/" + rain + "/take?first=true")
                .then()
                .statusCode(200)
                .body("translations.translation", contains("大雨です", "小雨です"));
        alternatives(tag).body("alternatives", empty());
        given().post(translations(tag) + "/alternatives/" + rain + "/take")
                .then()
                .statusCode(404);
        given().get("/tag-dictionary/overlay")
                .then()
                .body("tags.find { it.tag == 'alt_rain' }.translations.translation", contains("大雨です", "小雨です"));
    }

    @Test
    void whatIsDroppedNoListOffersAgainButAPersonMay() {
        long tag = create("alt_snow");
        long other = create("alt_other");
        long id = offered(tag, "雪です");
        given().delete(translations(other) + "/alternatives/" + id).then().statusCode(404);
        given().delete(translations(tag) + "/alternatives/" + id).then().statusCode(204);
        given().delete(translations(tag) + "/alternatives/" + id).then().statusCode(404);
        given().post(translations(tag) + "/alternatives/" + id + "/take").then().statusCode(404);
        alternatives(tag).body("alternatives", empty());
        importOffers("alt_snow,吹雪です\n").body("imported_count", equalTo(1)).body("offered_count", equalTo(0));
        importOffers("alt_snow,雪です|粉雪です\n")
                .body("imported_count", equalTo(0))
                .body("offered_count", equalTo(1))
                .body("known_count", equalTo(1));
        alternatives(tag).body("alternatives.translation", contains("粉雪です"));
        offer(tag, "雪です", "me").statusCode(201);
        alternatives(tag)
                .body("alternatives.translation", contains("雪です", "粉雪です"))
                .body("alternatives.source", contains("me", "offers.csv"));
    }

    @Test
    void aListOfOffersTranslatesWhatNobodyDidAndOffersTheRest() {
        long bare = create("alt_bare");
        long done = create("alt_done");
        given().contentType(ContentType.JSON)
                .body("{\"translations\": [{\"language\": \"ja\", \"translation\": \"済み\"}]}")
                .put(translations(done))
                .then()
                .statusCode(200);
        importOffers("alt_bare,裸|素\nalt_done,済み|完了\nalt_nobody,誰か\n")
                .body("imported_count", equalTo(2))
                .body("offered_count", equalTo(1))
                .body("known_count", equalTo(1))
                .body("unknown_count", equalTo(1));
        given().get(translations(bare)).then().body("translations.translation", contains("裸", "素"));
        given().get(translations(done)).then().body("translations.translation", contains("済み"));
        alternatives(done).body("alternatives.translation", contains("完了"));
        search("完了").body("results.tag", not(hasItem("alt_done")));
    }

    @Test
    void refusesWhatStandsAlreadyAndWhatIsNoTranslation() {
        long tag = create("alt_refused");
        given().contentType(ContentType.JSON)
                .body("{\"translations\": [{\"language\": \"ja\", \"translation\": \"雲です\"}]}")
                .put(translations(tag))
                .then()
                .statusCode(200);
        offer(tag, "雲です", "wiki").statusCode(409).body("code", equalTo("already-there"));
        offered(tag, "霧です");
        offer(tag, "霧です", "wiki").statusCode(409);
        offer(tag, " ", "x".repeat(101))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains("translation", "source"));
        offer(999999999, "霧です", "wiki").statusCode(404);
        given().get(translations(999999999) + "/alternatives").then().statusCode(404);
        given().multiPart("file", "a.csv", "a,あ\n".getBytes(StandardCharsets.UTF_8))
                .multiPart("language", "ja")
                .multiPart("offer", "perhaps")
                .post("/tag-translations/import")
                .then()
                .statusCode(400)
                .body("errors.field", contains("offer"));
    }

    @Test
    void goesWithItsTagWhenThatIsMergedAndComesBackWhenThatIsUndone() {
        long from = create("alt_from");
        long to = create("alt_to");
        offered(from, "同じです");
        String merge = given().contentType(ContentType.JSON)
                .body("{\"kind\": \"merge\", \"tag\": \"alt_from\", \"target\": \"alt_to\"}")
                .post("/tag-dictionary/operations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        alternatives(to).body("alternatives.translation", contains("同じです"));
        given().post("/tag-dictionary/operations/" + merge + "/undo").then().statusCode(200);
        alternatives(to).body("alternatives", empty());
        alternatives(from).body("alternatives.translation", contains("同じです"));
    }
}
