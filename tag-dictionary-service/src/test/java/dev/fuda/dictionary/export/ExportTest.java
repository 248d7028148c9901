package dev.fuda.dictionary.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class ExportTest {

    /** With their descriptions 100 MB, more than all that lies between two programs. */
    private static final int MANY = 20_000;

    @Inject
    DataSource database;

    @TestHTTPResource
    URI service;

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
    void filtersBySourceAndOfficialAndNamesTheFile() {
        write("delete from tag where name like 'expf_%'");
        write("""
                insert into tag (name, category, count, source, is_official) values
                    ('expf_site', 8, 90, 'danbooru', true), ('expf_mine', 8, 80, 'user_custom', false),
                    ('expf_found', 8, 70, 'auto_detected', false), ('expf_other', 9, 60, 'danbooru', true)
                """);
        assertThat(found("{\"category\": \"rating\", \"source_filter\": \"auto_detected\"}"))
                .containsExactly("expf_found");
        assertThat(found("{\"source_filter\": \"danbooru\"}")).containsExactly("expf_site", "expf_other");
        assertThat(found("{\"official\": true}")).containsExactly("expf_site", "expf_other");
        assertThat(found("{\"official\": false, \"category\": \"rating\"}")).containsExactly("expf_mine", "expf_found");
        assertThat(found("{\"official\": true, \"category\": \"rating\", \"format\": \"csv\"}"))
                .containsExactly("expf_site");
        assertThat(found("{\"format\": \"csv\"}"))
                .containsExactly("expf_site", "expf_mine", "expf_found", "expf_other");
        assertThat(found("{\"category\": \"all\", \"source_filter\": \"all\"}")).hasSize(4);
        named("{\"category\": \"rating\"}", "Rating.json", "application/json");
        named("{\"category\": \"rating\", \"format\": \"csv\"}", "Rating.csv", "text/csv;charset=UTF-8");
        named("{\"format\": \"csv\"}", "Tags.csv", "text/csv;charset=UTF-8");
        assertThat(export("{\"format\": \"csv\"}"))
                .startsWith("tag,category,count,display_name,aliases,description\r\n")
                .contains("\r\nexpf_other,species,60,,,\r\n");
    }

    /** Names of this test's tags in the order of the file. */
    private static List<String> found(String body) {
        return Pattern.compile("expf_\\w+")
                .matcher(export(body))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static void named(String body, String file, String type) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/tag-dictionary/export")
                .then()
                .header("Content-Disposition", equalTo("attachment; filename=\"" + file + "\""))
                .contentType(equalTo(type));
    }

    /** Whoever reads slowly is waited for, row by row, and gets what there was when it began. */
    @Test
    void streamsWhatThereWasAtOneMoment() throws IOException, InterruptedException {
        write("insert into tag (name, category, count, description) select 'exps_' || n, 6, n, repeat('long ', 1000)"
                + " from generate_series(1, " + MANY + ") n");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(service.resolve("/tag-dictionary/export"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"category\": \"model\", \"whole\": true}"))
                    .build();
            try (BufferedReader body = new BufferedReader(new InputStreamReader(
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                            .body(),
                    StandardCharsets.UTF_8))) {
                body.mark(10);
                assertThat((char) body.read()).isEqualTo('[');
                body.reset();
                await().atMost(Duration.ofSeconds(20)).until(() -> readers() == 1);
                write("delete from tag where name like 'exps_%'");
                assertThat(readers()).isEqualTo(1);
                int rows = 0;
                try (JsonParser json = new JsonFactory().createParser(body)) {
                    while (json.nextToken() != null) {
                        boolean isName =
                                json.currentToken() == JsonToken.VALUE_STRING && "tag".equals(json.currentName());
                        rows += isName && json.getText().startsWith("exps_") ? 1 : 0;
                    }
                }
                assertThat(rows).isEqualTo(MANY);
            }
        } finally {
            write("delete from tag where name like 'exps_%'");
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> readers() == 0);
    }

    /** Exports that have rows still to be read from the database. */
    private int readers() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from pg_stat_activity where"
                                + " query like 'select coalesce(v.name, t.name)%' and state in ('active', 'idle in transaction')")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void write(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
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
