package dev.fuda.dictionary.translation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
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

@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class TranslationTest {

    private static long create(String tag) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("tag", tag, "category", "general", "count", 5))
                .post("/tag-dictionary")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    @Test
    void aTranslationOfATagFindsItAtOnceAndAloneIsShown() {
        long id = create("trl_umbrella");
        String path = "/tag-dictionary/" + id + "/translations";
        given().contentType(ContentType.JSON)
                .body("""
                        {"translations": [{"language": "zh", "translation": "雨伞"},
                         {"language": "JA", "translation": " アンブレラ ", "source": "mine"}]}""")
                .put(path)
                .then()
                .statusCode(200)
                .body("translations.translation", contains("雨伞", "アンブレラ"))
                .body("translations.source", contains("user", "mine"));
        for (String typed : new String[] {"あんぶ", "anbure", "ｱﾝﾌﾞﾚﾗ", "雨伞"}) {
            given().queryParam("query", typed)
                    .get("/tag-dictionary/search")
                    .then()
                    .body("results.find { it.tag == 'trl_umbrella' }.reason", equalTo("translation"))
                    .body("results.find { it.tag == 'trl_umbrella' }.translation", equalTo("アンブレラ"));
        }
        given().contentType(ContentType.JSON)
                .body("{\"translations\": []}")
                .put(path)
                .then()
                .body("translations", empty());
        given().queryParam("query", "雨伞")
                .get("/tag-dictionary/search")
                .then()
                .body("results.tag", not(hasItem("trl_umbrella")));
        given().get("/tag-dictionary/999999999/translations").then().statusCode(404);
    }

    /** They are part of the tag: of two people who read it the later one is told what the other did. */
    @Test
    void neverOverwritesAnotherPersonsEdit() {
        long id = create("trl_race");
        String path = "/tag-dictionary/" + id + "/translations";
        String read = given().get(path).then().statusCode(200).extract().header("ETag");
        put(path, read, "競争").statusCode(200).header("ETag", "\"2\"");
        put(path, read, "レース")
                .statusCode(412)
                .body("code", equalTo("stale-version"))
                .body("current.translations.translation", contains("競争"));
        given().contentType(ContentType.JSON)
                .body("{\"count\": 7, \"version\": 1}")
                .put("/tag-dictionary/" + id)
                .then()
                .statusCode(409);
        put(path, "*", "レース").statusCode(200).body("translations.translation", contains("レース"));
        put(path, "newest", "レース").statusCode(400).body("code", equalTo("bad-if-match"));
    }

    private static ValidatableResponse put(String path, String version, String translation) {
        return given().contentType(ContentType.JSON)
                .header("If-Match", version)
                .body("{\"translations\": [{\"language\": \"ja\", \"translation\": \"" + translation + "\"}]}")
                .put(path)
                .then();
    }

    @Test
    void importsAListOnceAndTellsWhatItLeftOut() {
        create("trl_rain");
        String list = "tag,translation\ntrl_rain,\"雨、小雨\"\ntrl_nobody,誰も\ntrl_rain,rain\ntrl_rain\n";
        for (int expected : new int[] {2, 0}) {
            given().multiPart("file", "rain.csv", list.getBytes(StandardCharsets.UTF_8), "text/csv")
                    .multiPart("language", "ja")
                    .post("/tag-translations/import")
                    .then()
                    .statusCode(200)
                    .body("imported_count", equalTo(expected))
                    .body("known_count", equalTo(2 - expected))
                    .body("unknown_count", equalTo(1))
                    .body("rejected.line", contains(4, 5));
        }
        given().queryParam("query", "小雨")
                .get("/tag-dictionary/search")
                .then()
                .body("results[0].tag", equalTo("trl_rain"));
    }

    @Test
    void refusesWhatIsNoTranslation() {
        long id = create("trl_refused");
        given().contentType(ContentType.JSON)
                .body("{\"translations\": [{\"language\": \"japanese!\", \"translation\": \"\"}]}")
                .put("/tag-dictionary/" + id + "/translations")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains("translations[0].translation", "translations[0].language"));
        given().contentType(ContentType.JSON)
                .body("{}")
                .put("/tag-dictionary/" + id + "/translations")
                .then()
                .statusCode(400);
        assertThat(given().multiPart("language", "ja")
                        .post("/tag-translations/import")
                        .then()
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getString("errors[0].field"))
                .isEqualTo("file");
    }
}
