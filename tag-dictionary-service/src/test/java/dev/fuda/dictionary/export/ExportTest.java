package dev.fuda.dictionary.export;

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
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class ExportTest {

    private static String export(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/tag-dictionary/export")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static void create(String tag, String description) {
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "tag",
                        tag,
                        "category",
                        "lore",
                        "count",
                        7,
                        "description",
                        description,
                        "aliases",
                        new String[] {tag + "_alias"}))
                .post("/tag-dictionary")
                .then()
                .statusCode(201);
    }

    @Test
    void jsonOfACategoryGoesInAgainUnchanged() {
        create("=exp_formula", "x");
        String lore = export("{\"category\": \"lore\", \"format\": \"json\"}");
        assertThat(lore).contains("\"=exp_formula\":7");
        given().multiPart("file", "Lore.json", lore.getBytes(StandardCharsets.UTF_8))
                .multiPart("conflict_resolution", "update")
                .post("/tag-dictionary/import")
                .then()
                .statusCode(200)
                .body("imported_count", equalTo(0))
                .body("updated_count", equalTo(0))
                .body("rejected_count", equalTo(0));
    }

    @Test
    void noCellOfASpreadsheetIsAFormula() {
        create("@exp_at", "=cmd|' /C calc'!A0");
        create("+exp_plus", "two\nlines, \"quoted\"");
        String csv = export("{\"category\": \"lore\", \"format\": \"csv\", \"source_filter\": \"user_custom\"}");
        assertThat(csv)
                .contains("\r\n'@exp_at,lore,7,,'@exp_at_alias,'=cmd|' /C calc'!A0\r\n")
                .contains("\r\n'+exp_plus,lore,7,,'+exp_plus_alias,\"two\nlines, \"\"quoted\"\"\"\r\n");
        String exact = export("{\"category\": \"lore\", \"format\": \"csv\", \"spreadsheet\": false}");
        assertThat(exact).contains("\r\n@exp_at,lore,7,,@exp_at_alias,=cmd|");
        given().multiPart("file", "lore.csv", exact.getBytes(StandardCharsets.UTF_8))
                .multiPart("conflict_resolution", "update")
                .post("/tag-dictionary/import")
                .then()
                .statusCode(200)
                .body("imported_count", equalTo(0))
                .body("updated_count", equalTo(0))
                .body("rejected_count", equalTo(0));
    }

    @Test
    void jsonOfAllHoldsWholeTags() {
        create("exp_whole", "all of it");
        given().contentType(ContentType.JSON)
                .body("{\"official\": false}")
                .post("/tag-dictionary/export")
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"Tags.json\""))
                .body("find { it.tag == 'exp_whole' }.description", equalTo("all of it"))
                .body("find { it.tag == 'exp_whole' }.aliases", contains("exp_whole_alias"))
                .body("is_official", not(hasItem(true)));
        assertThat(export("{\"category\": \"invalid\", \"format\": \"json\", \"official\": true}"))
                .isEqualTo("{}");
    }

    @Test
    void refusesUnknownChoices() {
        for (String body :
                new String[] {"{\"category\": \"colour\"}", "{\"source_filter\": \"x\"}", "{\"format\": \"xml\"}"}) {
            given().contentType(ContentType.JSON)
                    .body(body)
                    .post("/tag-dictionary/export")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors", not(empty()));
        }
    }
}
