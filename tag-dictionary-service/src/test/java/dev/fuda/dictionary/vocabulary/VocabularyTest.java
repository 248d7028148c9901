package dev.fuda.dictionary.vocabulary;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which models know which tags. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class VocabularyTest {

    private static long tag(String name, String... aliases) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("tag", name, "category", "general", "aliases", List.of(aliases)))
                .post("/tag-dictionary")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static ValidatableResponse add(String name, String kind, String date, String text) {
        RequestSpecification request = given().multiPart("file", "list.csv", text.getBytes(StandardCharsets.UTF_8))
                .multiPart("name", name)
                .multiPart("kind", kind);
        if (date != null) {
            request = request.multiPart("snapshot_date", date);
        }
        return request.post("/vocabularies").then().log().ifValidationFails();
    }

    private static long added(String name, String kind, String date, String text) {
        return add(name, kind, date, text).statusCode(201).extract().jsonPath().getLong("vocabulary.id");
    }

    @Test
    void aTagKnowsItsVintagesAndModelsAreAskedForNames() {
        long hair = tag("voc_long_hair", "voc_longhair");
        long tied = tag("voc_tied_long_hair");
        given().contentType(ContentType.JSON)
                .body(Map.of("kind", "implication", "tag", "voc_tied_long_hair", "target", "voc_long_hair"))
                .post("/tag-dictionary/operations")
                .then()
                .statusCode(201);
        long wd = add("WD v3", "wd", "2024-02-28", """
                        tag_id,name,category,count
                        1,Voc Long Hair,0,4225150
                        2,voc_stranger,0,7
                        """)
                .statusCode(201)
                .body("vocabulary.tags", equalTo(1))
                .body("unknown", contains("voc_stranger"))
                .extract()
                .jsonPath()
                .getLong("vocabulary.id");
        long old = added("Danbooru 2020", "danbooru", "2020-01-01", "voc_longhair,0,1000,\n");

        given().get("/tag-dictionary/" + hair + "/vintages")
                .then()
                .body("vocabulary", contains("Danbooru 2020", "WD v3"))
                .body("written", contains("voc_longhair", "Voc Long Hair"))
                .body("count", contains(1000, 4225150));
        given().get("/tag-dictionary/" + tied + "/vintages").then().body("", empty());
        given().get("/tag-dictionary/999999999/vintages").then().statusCode(404);

        given().contentType(ContentType.JSON)
                .body(Map.of("names", List.of("voc longhair", "voc_tied_long_hair", "voc_nobody")))
                .post("/vocabularies/" + wd + "/known")
                .then()
                .body("results.known", contains(true, false, false))
                .body("results.tag", contains("voc_long_hair", "voc_tied_long_hair", null))
                .body("results.written", contains("Voc Long Hair", null, null))
                .body("results.nearest", contains(null, "Voc Long Hair", null));

        given().get("/vocabularies/" + old + "/tags")
                .then()
                .body("items[0].tag", equalTo("voc_long_hair"))
                .body("items[0].written", equalTo("voc_longhair"))
                .body("total", equalTo(1));
        given().get("/vocabularies").then().body("name", hasItem("WD v3"));
        String csv = given().contentType(ContentType.JSON)
                .body(Map.of("format", "csv", "vocabulary_id", old))
                .post("/tag-dictionary/export")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv.lines()).hasSize(2).anyMatch(line -> line.startsWith("voc_longhair,general,1000"));
        given().contentType(ContentType.JSON)
                .body(Map.of("vocabulary_id", 999999))
                .post("/tag-dictionary/export")
                .then()
                .statusCode(422);

        given().delete("/vocabularies/" + wd).then().statusCode(204);
        given().delete("/vocabularies/" + wd).then().statusCode(404);
        given().get("/tag-dictionary/" + hair + "/vintages").then().body("vocabulary", contains("Danbooru 2020"));
    }

    /** As black_legwear and what came after it: a model of each time knows the tag by the name of its time. */
    @Test
    void anOldModelKnowsATagByItsDeprecatedNames() {
        tag("voc_oldest", "voc_oldest_alias");
        tag("voc_older");
        long old = added("Old model", "wd", "2020-01-01", "tag_id,name,category,count\n1,voc_oldest,0,9\n");
        long newer = added("Newer model", "custom", null, "voc_older\n");
        tag("voc_today");
        operate("deprecate", "voc_oldest", "voc_older");
        operate("deprecate", "voc_older", "voc_today");
        long today = added("Model of today", "custom", null, "voc_today\n");
        operate("rename", "voc_today", "voc_tomorrow");

        List<String> names =
                List.of("voc oldest", "voc_oldest_alias", "voc_older", "voc_today", "voc_tomorrow", "voc_nobody");
        known(old, names)
                .body("results.known", contains(true, true, true, true, true, false))
                .body(
                        "results.tag",
                        contains("voc_tomorrow", "voc_tomorrow", "voc_tomorrow", "voc_tomorrow", "voc_tomorrow", null))
                .body(
                        "results.written",
                        contains("voc_oldest", "voc_oldest", "voc_oldest", "voc_oldest", "voc_oldest", null))
                .body("results.nearest", contains(null, null, null, null, null, null));
        known(newer, names)
                .body(
                        "results.written",
                        contains("voc_older", "voc_older", "voc_older", "voc_older", "voc_older", null));
        known(today, names)
                .body(
                        "results.written",
                        contains("voc_today", "voc_today", "voc_today", "voc_today", "voc_today", null));
    }

    /** A model that knows both names is told of by the one that is asked for. */
    @Test
    void theVeryNameComesBeforeWhatItMeansToday() {
        tag("voc_silver");
        tag("voc_grey");
        long both = added("Both names", "custom", null, "voc_silver\nvoc_grey\n");
        operate("deprecate", "voc_silver", "voc_grey");
        known(both, List.of("voc_silver", "voc_grey", "a,b"))
                .body("results.tag", contains("voc_grey", "voc_grey", null))
                .body("results.written", contains("voc_silver", "voc_grey", null));
    }

    private static void operate(String kind, String tag, String target) {
        given().contentType(ContentType.JSON)
                .body(Map.of("kind", kind, "tag", tag, "target", target))
                .post("/tag-dictionary/operations")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse known(long vocabulary, List<String> names) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("names", names))
                .post("/vocabularies/" + vocabulary + "/known")
                .then()
                .statusCode(200);
    }

    @Test
    void tellsWhatGrewBetweenTwoSnapshots() {
        for (String name : List.of("grow_up", "grow_down", "grow_new", "grow_much")) {
            tag(name);
        }
        long from = added("then", "danbooru", "2023-01-01", "grow_up,0,10,\ngrow_down,0,10,\ngrow_much,0,1,\n");
        long to = added(
                "now", "danbooru", "2024-01-01", "grow_up,0,15,\ngrow_down,0,3,\ngrow_new,0,40,\ngrow_much,0,900,\n");
        given().queryParam("from", from)
                .queryParam("to", to)
                .get("/vocabularies/growth")
                .then()
                .body("tag", contains("grow_much", "grow_new", "grow_up"))
                .body("growth", contains(899, 40, 5))
                .body("before", contains(1, 0, 10));
        given().get("/vocabularies/growth?from=" + from).then().statusCode(400);

        // Nothing else is as new; of other kinds, or without a day, they are not compared.
        added("stats then", "e621", "2190-01-01", "grow_up,0,10,\ngrow_much,0,1,\n");
        added("stats between", "e621", "2191-01-01", "grow_up,0,11,\ngrow_much,0,1,\n");
        added("stats now", "e621", "2192-01-01", "grow_up,0,13,\ngrow_much,0,9,\n");
        added("stats other", "custom", "2193-01-01", "grow_up,0,10,\n");
        given().get("/tag-dictionary/stats?datasets=false")
                .then()
                .body("growing.from", equalTo("stats between"))
                .body("growing.to", equalTo("stats now"))
                .body("growing.tags.tag", contains("grow_much", "grow_up"))
                .body("growing.tags.growth", contains(8, 2));
        given().get("/vocabularies/growth?to=" + to + "&from=999999").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "'', wd, , a, 400, bad-vocabulary",
        "bad one, odd, , a, 400, bad-vocabulary",
        "bad two, wd, yesterday, a, 400, bad-vocabulary",
        "bad three, wd, , '', 422, no-names",
        "bad four, wd, , '{', 422, unreadable-file"
    })
    void refuses(String name, String kind, String date, String text, int status, String code) {
        add(name, kind, date, text)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
        given().get("/vocabularies").then().body("name", not(hasItem(name)));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/vocabularies/1/known")
                .then()
                .statusCode(400);
    }

    @Test
    void aNameIsTakenOnce() {
        tag("voc_once");
        added("Once", "custom", null, "voc_once");
        add("ONCE", "custom", null, "voc_once").statusCode(409).body("code", equalTo("name-taken"));
        given().get("/vocabularies")
                .then()
                .body("find { it.name == 'Once' }.snapshot_date", nullValue())
                .body("find { it.name == 'Once' }.tags", equalTo(1));
    }

    @Test
    void theNameItselfCountsMoreThanAnAliasHoweverFarBefore() {
        long tag = tag("voc_exact", "voc_inexact");
        StringBuilder list = new StringBuilder("voc_inexact,0,7,\n");
        for (int i = 0; i < 10_000; i++) {
            list.append("voc_filler_").append(i).append(",0,1,\n");
        }
        added("Long list", "danbooru", null, list + "voc_exact,0,1000,\n");
        given().get("/tag-dictionary/" + tag + "/vintages")
                .then()
                .body("written", contains("voc_exact"))
                .body("count", contains(1000));
    }
}
