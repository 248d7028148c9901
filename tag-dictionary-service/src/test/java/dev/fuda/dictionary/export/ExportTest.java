package dev.fuda.dictionary.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
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
import java.util.List;
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

    /** Everything that a list can carry goes out, into an empty place, and out again the same. */
    @Test
    void wholeTagsComeBackAsTheyWere() {
        create("exp_new_name", "target");
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "tag", "=exp_rich",
                        "category", "lore",
                        "count", 42,
                        "display_name", "'Rich, \"very\"",
                        "description", "two\nlines ☂",
                        "wiki_url", "https://wiki.example/rich",
                        "aliases", List.of("exp_z", "@exp_a", "exp_リッチ")))
                .post("/tag-dictionary")
                .then()
                .statusCode(201);
        long rich = id("=exp_rich");
        given().contentType(ContentType.JSON)
                .body("""
                        {"translations": [
                            {"language": "zh", "translation": "富", "source": "wiki"},
                            {"language": "ja", "translation": "金持ち"},
                            {"language": "ja", "translation": "リッチ"}]}
                        """)
                .put("/tag-dictionary/" + rich + "/translations")
                .then()
                .statusCode(200);
        create("exp_old_name", "leads on");
        operation("{\"kind\": \"deprecate\", \"tag\": \"exp_old_name\", \"target\": \"exp_new_name\"}");
        operation("{\"kind\": \"rename\", \"tag\": \"exp_new_name\", \"target\": \"exp_newest_name\"}");

        String out = export("{\"category\": \"lore\", \"whole\": true}");
        importAs("Tags.json", out, "merge")
                .body("imported_count", equalTo(0))
                .body("updated_count", equalTo(0))
                .body("rejected_count", equalTo(0));
        assertThat(export("{\"category\": \"lore\", \"whole\": true}")).isEqualTo(out);

        remove("=exp_rich");
        remove("exp_old_name");
        remove("exp_newest_name");
        importAs("Tags.json", out, "skip").body("imported_count", equalTo(3)).body("rejected_count", equalTo(0));
        assertThat(export("{\"category\": \"lore\", \"whole\": true}")).isEqualTo(out);
        assertThat(out).contains("\"source_name\":\"exp_new_name\"").contains("\"replacement\":\"exp_newest_name\"");
        given().contentType(ContentType.JSON)
                .body("{\"names\": [\"exp_old_name\", \"exp_リッチ\"]}")
                .post("/tag-dictionary/resolve")
                .then()
                .body("results.tag", contains("exp_newest_name", "=exp_rich"));
    }

    @Test
    void aSpreadsheetsFileComesBackAsItWas() {
        for (String tag : List.of("=exp_eq", "'=exp_quoted", "''-exp_twice", "'exp_apostrophe")) {
            create(tag, tag + " text");
        }
        String before = export("{\"category\": \"lore\", \"whole\": true}");
        for (boolean spreadsheet : new boolean[] {true, false}) {
            String csv = export("{\"category\": \"lore\", \"format\": \"csv\", \"spreadsheet\": " + spreadsheet + "}");
            importAs("lore.csv", csv, "update")
                    .body("imported_count", equalTo(0))
                    .body("updated_count", equalTo(0))
                    .body("rejected_count", equalTo(0));
            assertThat(export("{\"category\": \"lore\", \"whole\": true}")).isEqualTo(before);
        }
    }

    @Test
    void aMergeFillsWhatATagLacksAndDeprecatesNothing() {
        create("exp_fill", "mine");
        String file = """
                [{"tag": "exp_fill", "category": "lore", "count": 3, "description": "theirs", "is_deprecated": true,
                  "wiki_url": "https://x.example", "translations": [{"language": "ja", "translation": "詰める"}]}]
                """;
        importAs("Tags.json", file, "skip").body("skipped_count", equalTo(1));
        importAs("Tags.json", file, "merge").body("updated_count", equalTo(1));
        importAs("Tags.json", file, "merge").body("skipped_count", equalTo(1));
        given().get("/tag-dictionary/" + id("exp_fill"))
                .then()
                .body("count", equalTo(7))
                .body("description", equalTo("mine"))
                .body("wiki_url", equalTo("https://x.example"))
                .body("is_deprecated", equalTo(false))
                .body("version", equalTo(2));
        given().get("/tag-dictionary/" + id("exp_fill") + "/translations")
                .then()
                .body("translations.translation", contains("詰める"));
    }

    @Test
    void refusesReplacementsThatLeadInACircle() {
        String file = """
                [{"tag": "exp_circle_a", "category": "lore", "is_deprecated": true, "replacement": "exp_circle_b"},
                 {"tag": "exp_circle_b", "category": "lore", "is_deprecated": true, "replacement": "exp_circle_c"},
                 {"tag": "exp_circle_c", "category": "lore", "is_deprecated": true, "replacement": "exp_circle_a"}]
                """;
        given().multiPart("file", "Tags.json", file.getBytes(StandardCharsets.UTF_8))
                .post("/tag-dictionary/import")
                .then()
                .statusCode(422)
                .body("detail", containsString("circle: exp_circle_a, exp_circle_b, exp_circle_c."));
        given().get("/tag-dictionary?deprecated=show&search=exp_circle").then().body("total", equalTo(0));
    }

    private static ValidatableResponse importAs(String name, String content, String conflicts) {
        return given().multiPart("file", name, content.getBytes(StandardCharsets.UTF_8))
                .multiPart("conflict_resolution", conflicts)
                .post("/tag-dictionary/import")
                .then()
                .statusCode(200);
    }

    private static void operation(String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/tag-dictionary/operations")
                .then()
                .statusCode(201);
    }

    private static long id(String tag) {
        return given().queryParam("search", tag)
                .queryParam("match", "exact")
                .queryParam("deprecated", "show")
                .get("/tag-dictionary")
                .jsonPath()
                .getLong("items[0].id");
    }

    private static void remove(String tag) {
        given().delete("/tag-dictionary/" + id(tag)).then().statusCode(204);
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
