package dev.fuda.dictionary.tag;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class OwnFieldsTest {

    private static ValidatableResponse importList(String rule, String rows) {
        String header = "tag,category,count,display_name,description\n";
        return given().multiPart("file", "base.csv", (header + rows).getBytes(StandardCharsets.UTF_8))
                .multiPart("conflict_resolution", rule)
                .post("/tag-dictionary/import")
                .then()
                .statusCode(200);
    }

    private static long id(String tag) {
        return given().queryParam("search", tag)
                .queryParam("match", "exact")
                .get("/tag-dictionary")
                .then()
                .extract()
                .jsonPath()
                .getLong("items[0].id");
    }

    private static ValidatableResponse put(long id, String change) {
        return given().contentType(ContentType.JSON)
                .body(change)
                .put("/tag-dictionary/" + id)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse tag(long id) {
        return given().get("/tag-dictionary/" + id).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "merge"})
    void whatAPersonChangedSurvivesANewerList(String rule) {
        String tag = "own_" + rule;
        importList("skip", tag + ",general,10,Base,Old text\n" + tag + "_other,general,10,,\n");
        long id = id(tag);
        tag(id).body("own_fields", empty());
        put(id, """
                {"category": "meta", "count": 7, "display_name": "Mine", "description": "", "wiki_url": "https://own.example/x"}""").body("own_fields", contains("category", "count", "description", "display_name", "wiki_url"));

        importList(rule, tag + ",artist,99,Newer,New text\n" + tag + "_other,general,99,,\n")
                .body("updated_count", equalTo(1))
                .body("skipped_count", equalTo(1));
        tag(id).body("category", equalTo("meta"))
                .body("count", equalTo(7))
                .body("display_name", equalTo("Mine"))
                .body("description", nullValue())
                .body("version", equalTo(2));

        given().queryParam("fields", "count, wiki_url")
                .delete("/tag-dictionary/" + id + "/overlay")
                .then()
                .statusCode(200)
                .body("count", equalTo(99))
                .body("wiki_url", nullValue())
                .body("category", equalTo("meta"))
                .body("own_fields", contains("category", "description", "display_name"));
        given().delete("/tag-dictionary/" + id + "/overlay")
                .then()
                .statusCode(200)
                .body("category", equalTo("artist"))
                .body("display_name", equalTo("Newer"))
                .body("description", equalTo("New text"))
                .body("own_fields", empty());
        importList("update", tag + ",general,100,Newest,\n").body("updated_count", equalTo(1));
        tag(id).body("category", equalTo("general"))
                .body("count", equalTo(100))
                .body("display_name", equalTo("Newest"))
                .body("description", equalTo("New text"));
    }

    @Test
    void onlyWhatAPersonChangesIsTheirsAndGivingItBackNeedsNoNewerList() {
        importList("skip", "own_form,general,10,Base,Text\n");
        long id = id("own_form");
        put(id, "{\"category\": \"general\", \"count\": 10, \"display_name\": \"Other\", \"description\": \"Text\"}")
                .body("own_fields", contains("display_name"));
        put(id, "{\"display_name\": \"Another\", \"is_deprecated\": true}")
                .body("own_fields", contains("display_name", "is_deprecated"));
        importList("update", "own_form,copyright,11,Base 2,Text\n").body("updated_count", equalTo(1));
        tag(id).body("category", equalTo("copyright"))
                .body("count", equalTo(11))
                .body("display_name", equalTo("Another"))
                .body("is_deprecated", equalTo(true));
        given().header("If-Match", "\"1\"")
                .delete("/tag-dictionary/" + id + "/overlay")
                .then()
                .statusCode(412);
        given().delete("/tag-dictionary/" + id + "/overlay")
                .then()
                .body("display_name", equalTo("Base 2"))
                .body("is_deprecated", equalTo(false));
        given().queryParam("fields", "name")
                .delete("/tag-dictionary/" + id + "/overlay")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("fields"));
        given().delete("/tag-dictionary/999999999/overlay").then().statusCode(404);
    }

    @Test
    void aTagOfAPersonStaysTheirsWhenAListBringsItToo() {
        long id = given().contentType(ContentType.JSON)
                .body("{\"tag\": \"own_mine\", \"category\": \"lore\", \"wiki_url\": \"https://own.example/y\"}")
                .post("/tag-dictionary")
                .then()
                .statusCode(201)
                .body("own_fields", contains("tag", "category", "wiki_url"))
                .extract()
                .jsonPath()
                .getLong("id");
        importList("update", "own_mine,general,1000,Theirs,\n").body("updated_count", equalTo(1));
        tag(id).body("category", equalTo("lore"))
                .body("count", equalTo(1000))
                .body("display_name", equalTo("Theirs"))
                .body("source", equalTo("user_custom"));
        given().delete("/tag-dictionary/" + id + "/overlay")
                .then()
                .body("category", equalTo("general"))
                .body("wiki_url", equalTo("https://own.example/y"))
                .body("own_fields", contains("tag", "wiki_url"));
    }
}
