package dev.fuda.dictionary.format;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Specification 0 through HTTP. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class FormatTest {

    private static void importTags() {
        String csv = "fmt_long_hair,0,500,\"fmt_longhair\"\nfmt_miku_(song),4,90,\nfmt%odd,0,1,\n";
        given().multiPart("file", "danbooru.csv", csv.getBytes(StandardCharsets.UTF_8))
                .post("/tag-dictionary/import")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }

    @Test
    void knowsTheFormatsAndTypesOfTheSpecification() {
        given().get("/tag-dictionary/formats")
                .then()
                .body("names[0..3]", contains("unknown", "danbooru", "e621", "derpibooru"));
        given().get("/tag-dictionary/types")
                .then()
                .body("names", hasSize(17))
                .body("names[16]", equalTo("content-fanmade"));
        given().queryParam("format_name", "danbooru")
                .get("/tag-dictionary/types")
                .then()
                .body("names", contains("general", "artist", "copyright", "character", "meta"));
        given().queryParam("format_name", "e621")
                .get("/tag-dictionary/types")
                .then()
                .body("names", hasItem("lore"));
        given().queryParam("format_name", "nosite")
                .get("/tag-dictionary/types")
                .then()
                .statusCode(400);
        given().get("/tag-dictionary/languages").then().statusCode(200);
    }

    @Test
    void cleansTexts() {
        post("/tag-dictionary/clean", "{\"kind\": \"format\", \"texts\": [\"a_b\", \"(c)\"]}")
                .statusCode(200)
                .body("texts", contains("a b", "\\(c\\)"));
        post("/tag-dictionary/clean", "{\"kind\": \"tags\", \"texts\": [\"shirt, white shirt\"]}")
                .body("texts", contains("white shirt"));
        post("/tag-dictionary/clean", "{\"kind\": \"caption\", \"texts\": [\"a young lady\"]}")
                .body("texts", contains("a girl"));
        post("/tag-dictionary/clean", "{\"texts\": [null]}").statusCode(400).body("errors", hasSize(2));
    }

    @Test
    void convertsTagsAndPromptsAndLeavesTheUnknown() {
        importTags();
        post("/tag-dictionary/convert", """
                {"format_name": "danbooru", "tags": ["fmt_longhair", "fmt long hair", "fmt_nobody"],
                 "prompts": ["fmt longhair, , fmt_miku_(song), (who:1.2)"]}""")
                .statusCode(200)
                .body("tags", contains("fmt_long_hair", "fmt_long_hair", "fmt_nobody"))
                .body("prompts", contains("fmt long hair, , fmt miku \\(song\\), (who:1.2)"));
        post("/tag-dictionary/convert", "{\"format_name\": \"nosite\", \"tags\": [\"a\"]}")
                .statusCode(400);
        post("/tag-dictionary/convert", "{\"format_name\": \"danbooru\"}").statusCode(400);
    }

    @Test
    void findsTagsByAllEightParameters() {
        importTags();
        given().queryParam("keyword", "FMT_long_hair")
                .queryParam("format_name", "danbooru")
                .queryParam("type_name", "general")
                .queryParam("min_usage", 500)
                .queryParam("max_usage", 500)
                .queryParam("alias", false)
                .get("/tag-dictionary/search-tags")
                .then()
                .statusCode(200)
                .body("tags", hasSize(1))
                .body("tags[0].tag", equalTo("fmt_long_hair"))
                .body("tags[0].usage_count", equalTo(500))
                .body("tags[0].type_name", equalTo("general"))
                .body("tags[0].alias", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource({
        "keyword=fmt_long&partial=true, fmt_long_hair",
        "keyword=fmt*hair, fmt_long_hair",
        "keyword=fmt%25&partial=true, fmt%odd",
        "keyword=fmt_&partial=true&type_name=character&format_name=danbooru, fmt_miku_(song)",
        "keyword=fmt_&partial=true&type_name=character, fmt_miku_(song)",
        "keyword=fmt_long&format_name=All, ",
        "keyword=fmt_long_hair&format_name=e621, ",
        "keyword=fmt_long_hair&language=ja, ",
        "keyword=fmt_long_hair&alias=true, ",
    })
    void findsTags(String query, String tag) {
        importTags();
        ValidatableResponse answer = given().urlEncodingEnabled(false)
                .get("/tag-dictionary/search-tags?" + query)
                .then()
                .statusCode(200);
        answer.body("tags.tag", tag == null ? empty() : contains(tag));
    }

    @ParameterizedTest
    @CsvSource({"keyword=", "keyword=a&limit=5000", "keyword=a&format_name=nosite", "keyword=a&page=0"})
    void refusesBadQuestions(String query) {
        given().get("/tag-dictionary/search-tags?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }
}
