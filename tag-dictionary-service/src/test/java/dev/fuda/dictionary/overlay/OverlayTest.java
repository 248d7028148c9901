package dev.fuda.dictionary.overlay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.fuda.dictionary.OwnDatabase;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people said over a base leaves the house as a file and comes back from it. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class OverlayTest {

    private static final String NOTHING = "{\"fuda_overlay\":1,\n\"tags\":[],\n\"implications\":[]}\n";
    private static final String BASE = """
            tag,category,count,aliases,display_name,description
            long_hair,general,100,longhair,Long hair,Hair that is long
            hair,general,200,,,
            short_hair,general,50,,,
            old_hair,general,5,,,
            """;

    @Inject
    DataSource database;

    @BeforeEach
    void anEmptyHouse() {
        sql("truncate tag cascade");
        sql("insert into tag_change (tag_id) values (null)");
    }

    private void sql(String statement) {
        try (Connection connection = database.getConnection();
                Statement each = connection.createStatement()) {
            each.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void base(String rule, String rows) {
        given().multiPart("file", "base.csv", rows.getBytes(StandardCharsets.UTF_8))
                .multiPart("conflict_resolution", rule)
                .post("/tag-dictionary/import")
                .then()
                .statusCode(200);
    }

    private static void baseTranslations() {
        given().multiPart("file", "ja.csv", "tag,translation\nlong_hair,長い髪|ロングヘア\n".getBytes(StandardCharsets.UTF_8))
                .multiPart("language", "ja")
                .post("/tag-translations/import")
                .then()
                .statusCode(200);
    }

    private static JsonPath post(String path, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse put(String tag, String below, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put("/tag-dictionary/" + tag(tag).getLong("id") + below)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
    }

    private static JsonPath tag(String name) {
        return given().queryParam("search", name)
                .queryParam("match", "exact")
                .queryParam("deprecated", "show")
                .get("/tag-dictionary")
                .jsonPath()
                .setRootPath("items[0]");
    }

    private static void operation(String kind, String tag, String target) {
        post(
                "/tag-dictionary/operations",
                "{\"kind\": \"%s\", \"tag\": \"%s\", \"target\": \"%s\"}".formatted(kind, tag, target));
    }

    private static String export() {
        return given().get("/tag-dictionary/overlay")
                .then()
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"fuda-overlay.json\"")
                .contentType(ContentType.JSON)
                .extract()
                .asString();
    }

    private static ValidatableResponse load(String overlay, boolean dryRun) {
        return given().multiPart("file", "overlay.json", overlay.getBytes(StandardCharsets.UTF_8))
                .multiPart("dry_run", String.valueOf(dryRun))
                .post("/tag-dictionary/overlay")
                .then()
                .log()
                .ifValidationFails();
    }

    private static String overlay(String tags, String implications) {
        return "{\"fuda_overlay\":1,\"tags\":[\n" + tags + "],\"implications\":[\n" + implications + "]}";
    }

    private static void sayThings() {
        post("/tag-dictionary", """
                {"tag": "my_hair", "category": "lore", "count": 3, "description": "Mine\\nalone", "aliases": ["mein_haar"],
                 "wiki_url": "https://own.example/hair"}""");
        put("long_hair", "", """
                {"category": "meta", "display_name": "Lang", "description": "", "aliases": ["longhair", "lange_haare"]}""");
        put("long_hair", "/translations", """
                {"translations": [{"language": "ja", "translation": "長い髪", "source": "ja.csv"},
                 {"language": "ja", "translation": "自分の髪"}, {"language": "ja", "translation": "ロングヘア", "source": "ja.csv"}]}""");
        post("/tag-aliases", "{\"source_tag\": \"haare\", \"target_tag\": \"hair\"}");
        operation("implication", "my_hair", "long_hair");
        operation("implication", "long_hair", "hair");
        operation("deprecate", "old_hair", "short_hair");
    }

    @Test
    void whatWasSaidComesBackOnAFreshBaseAndStaysOnANewerOne() {
        base("skip", BASE);
        baseTranslations();
        assertThat(export()).isEqualTo(NOTHING);
        sayThings();
        String said = export();
        assertThat(said).isEqualTo("""
                {"fuda_overlay":1,
                "tags":[
                {"tag":"hair","aliases":["haare"]},
                {"tag":"long_hair","category":"meta","display_name":"Lang","description":null,"aliases":["lange_haare"],\
                "translations":[{"language":"ja","translation":"自分の髪","source":"user","position":1}]},
                {"tag":"my_hair","is_own":true,"category":"lore","count":3,"description":"Mine\\nalone",\
                "wiki_url":"https://own.example/hair","aliases":["mein_haar"]},
                {"tag":"old_hair","is_deprecated":true,"replacement":"short_hair"}],
                "implications":[
                {"antecedent":"long_hair","consequent":"hair"},
                {"antecedent":"my_hair","consequent":"long_hair"}]}
                """);

        assertThatItComesBack(said);

        base("update", BASE.replace("general,100", "artist,900").replace("Hair that", "Newer hair that"));
        assertThat(export()).isEqualTo(said);
        JsonPath tag = tag("long_hair");
        assertThat(tag.getString("category")).isEqualTo("meta");
        assertThat(tag.getInt("count")).isEqualTo(900);
        assertThat(tag.getString("description")).isNull();
        given().delete("/tag-dictionary/" + tag.getLong("id") + "/overlay")
                .then()
                .body("category", equalTo("artist"))
                .body("display_name", equalTo("Long hair"))
                .body("description", equalTo("Newer hair that is long"));
    }

    private void assertThatItComesBack(String said) {
        anEmptyHouse();
        base("skip", BASE);
        baseTranslations();
        load(said, true).statusCode(200).body("dry_run", equalTo(true)).body("applied_count", equalTo(6));
        assertThat(export()).isEqualTo(NOTHING);
        load(said, false)
                .statusCode(200)
                .body("dry_run", equalTo(false))
                .body("applied_count", equalTo(6))
                .body("unchanged_count", equalTo(0))
                .body("rejected", empty());
        assertThat(export()).isEqualTo(said);
        given().get("/tag-dictionary/" + tag("long_hair").getLong("id") + "/translations")
                .then()
                .body("translations.translation", contains("長い髪", "自分の髪", "ロングヘア"));
        assertThat(tag("long_hair").getList("aliases")).containsExactly("longhair", "lange_haare");
        assertThat(tag("my_hair").getString("source")).isEqualTo("user_custom");
        assertThat(tag("old_hair").getString("replacement")).isEqualTo("short_hair");
        given().queryParam("query", "mein_ha")
                .get("/tag-dictionary/search")
                .then()
                .body("results[0].tag", equalTo("my_hair"));
        int version = tag("long_hair").getInt("version");
        load(said, false).body("applied_count", equalTo(0)).body("unchanged_count", equalTo(6));
        assertThat(tag("long_hair").getInt("version")).isEqualTo(version);
    }

    @Test
    void aRenamedTagAndARejectedFindAreTheirsToo() {
        base("skip", BASE);
        operation("rename", "old_hair", "ancient_hair");
        put("short_hair", "", "{\"tag\": \"bob\"}");
        sql(
                "insert into tag (name, category, source) values ('seen_hair', 0, 'auto_detected'), ('no_hair', 0, 'auto_detected')");
        sql("insert into tag_review (tag_id) select id from tag where source = 'auto_detected'");
        decide("seen_hair", "accept");
        decide("no_hair", "reject");
        String said = export();
        assertThat(said).isEqualTo("""
                {"fuda_overlay":1,
                "tags":[
                {"tag":"ancient_hair","is_own":true,"category":"general","count":5,"aliases":["old_hair"]},
                {"tag":"bob","is_own":true,"category":"general","count":50,"aliases":["short_hair"]},
                {"tag":"no_hair","is_own":true,"category":"general","is_deprecated":true},
                {"tag":"seen_hair","is_own":true,"category":"general"}],
                "implications":[]}
                """);
        assertThatReloadedItIsTheSame(said);
    }

    private void assertThatReloadedItIsTheSame(String said) {
        anEmptyHouse();
        load(said, false).statusCode(200).body("rejected", empty());
        assertThat(export()).isEqualTo(said);
    }

    private static void decide(String tag, String decision) {
        given().contentType(ContentType.JSON)
                .body("{\"decision\": \"" + decision + "\"}")
                .post("/tag-dictionary/review/" + tag(tag).getLong("id"))
                .then()
                .statusCode(200);
    }

    @Test
    void theFileSpeaksFirstAndWhatItDoesNotSpeakOfStays() {
        base("skip", BASE);
        put("long_hair", "", "{\"count\": 7, \"display_name\": \"Here\"}");
        post("/tag-aliases", "{\"source_tag\": \"here\", \"target_tag\": \"long_hair\"}");
        load(overlay("""
                        {"tag":"Long Hair","display_name":"There","aliases":["longhair","there"]},
                        {"tag":"hair"}
                        """, ""), false)
                .statusCode(200)
                .body("applied_count", equalTo(1))
                .body("unchanged_count", equalTo(1));
        assertThat(export()).isEqualTo("""
                {"fuda_overlay":1,
                "tags":[
                {"tag":"long_hair","count":7,"display_name":"There","aliases":["here","longhair","there"]}],
                "implications":[]}
                """);
        given().delete("/tag-dictionary/" + tag("long_hair").getLong("id") + "/overlay")
                .then()
                .body("count", equalTo(100))
                .body("display_name", equalTo("Long hair"));
    }

    @Test
    void refusesCirclesByNameAndWhatTheBaseDoesNotHaveAndTakesTheRest() {
        base("skip", BASE);
        operation("implication", "long_hair", "hair");
        load(overlay("""
                        {"tag":"hair","aliases":["a_hair"]},
                        {"tag":"a_hair","is_own":true,"category":"general","aliases":["hair","b_hair"]},
                        {"tag":"longhair","count":1},
                        {"tag":"nobody","count":1},
                        {"tag":"old_hair","is_deprecated":true,"replacement":"nobody"},
                        {"tag":"HAIR","count":3},
                        {"tag":"short_hair","count":-3}
                        """, """
                        {"antecedent":"hair","consequent":"long_hair"},
                        {"antecedent":"hair","consequent":"nobody"},
                        {"antecedent":"short_hair","consequent":"hair"}
                        """), false)
                .statusCode(200)
                .body("applied_count", equalTo(2))
                .body("unchanged_count", equalTo(0))
                .body("rejected_count", equalTo(8))
                .body("rejected.line", contains(2, 4, 5, 6, 7, 8, 10, 11))
                .body(
                        "rejected.text",
                        contains(
                                "hair",
                                "longhair",
                                "nobody",
                                "old_hair",
                                "hair",
                                "short_hair",
                                "hair → long_hair",
                                "hair → nobody"))
                .body(
                        "rejected.reason",
                        contains(
                                containsString("a_hair → hair → a_hair"),
                                equalTo("it is no tag here, but an alias of 'long_hair'"),
                                equalTo("the base does not have this tag; import its list first"),
                                equalTo("its replacement 'nobody' is no tag here"),
                                equalTo("the tag is already on line 2, which was taken"),
                                startsWith("count is not a whole number"),
                                containsString("hair → long_hair → hair"),
                                equalTo("'nobody' is no tag here")));
        assertThat(export()).isEqualTo("""
                {"fuda_overlay":1,
                "tags":[
                {"tag":"a_hair","is_own":true,"category":"general","aliases":["b_hair","hair"]}],
                "implications":[
                {"antecedent":"long_hair","consequent":"hair"},
                {"antecedent":"short_hair","consequent":"hair"}]}
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tag\": \"own_a\", \"is_own\": true, \"category\": \"general\"}",
                "{\"fuda_overlay\": 2, \"tags\": []}",
                "{\"fuda_overlay\": 1, \"tags\": [{\"tag\": \"own_a\", \"is_own\": true, \"category\": \"general\"}], \"tags",
                "{\"fuda_overlay\": 1, \"tags\": [{\"tag\": \"own_a\", \"is_own\": true, \"category\": \"general\"}]} more"
            })
    void aBadFileWritesNothing(String file) {
        load(file, false)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("unreadable-file"));
        assertThat(export()).isEqualTo(NOTHING);
    }

    @Test
    void refusesWhatIsNoFormOrTooLong(@TempDir Path folder) throws IOException {
        given().multiPart("dry_run", "perhaps")
                .post("/tag-dictionary/overlay")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains("file", "dry_run"));
        Path file = folder.resolve("long.json");
        try (RandomAccessFile holes = new RandomAccessFile(file.toFile(), "rw")) {
            holes.setLength((32 << 20) + 1);
        }
        given().multiPart("file", file.toFile())
                .post("/tag-dictionary/overlay")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("overlay-too-large"));
        StringBuilder many = new StringBuilder("{\"tag\":\"n\"}");
        for (int i = 0; i <= 100_000; i++) {
            many.append(",{\"tag\":\"n").append(i).append("\"}");
        }
        load(overlay(many.toString(), ""), false)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("too-many-entries"));
    }

    @RepeatedTest(5)
    void twoImportsAtOnceCloseNoCircleTogether() throws Exception {
        base("skip", BASE);
        String one = overlay("""
                {"tag":"a_hair","is_own":true,"category":"general","aliases":["b_hair"]},
                {"tag":"hair","count":1}
                """, "{\"antecedent\":\"hair\",\"consequent\":\"long_hair\"}");
        String other = overlay("""
                {"tag":"hair","count":1},
                {"tag":"b_hair","is_own":true,"category":"general","aliases":["a_hair"]}
                """, "{\"antecedent\":\"long_hair\",\"consequent\":\"hair\"}");
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<JsonPath>> reports = Stream.of(one, other)
                    .map(file -> threads.submit(
                            () -> load(file, false).statusCode(200).extract().jsonPath()))
                    .toList();
            List<JsonPath> done =
                    List.of(reports.getFirst().get(), reports.getLast().get());
            assertThat(done)
                    .extracting(report -> report.getInt("rejected_count"))
                    .containsExactlyInAnyOrder(0, 2);
        }
        given().get("/tag-implications").then().body("items", hasSize(1));
        assertThat(export()).contains("{\"tag\":\"hair\",\"count\":1}").containsOnlyOnce("\"aliases\"");
    }
}
