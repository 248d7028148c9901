package dev.fuda.dictionary.format;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What each site says of one tag, read and written by hand. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class FormatsOfTagTest {

    @Inject
    DataSource database;

    private static void importList(String format, String csv) {
        given().multiPart("file", format + ".csv", csv.getBytes(StandardCharsets.UTF_8))
                .multiPart("format", format)
                .post("/tag-dictionary/import")
                .then()
                .statusCode(200);
    }

    private static int id(String tag) {
        return given().queryParam("search", tag)
                .queryParam("match", "exact")
                .get("/tag-dictionary")
                .then()
                .extract()
                .path("items[0].id");
    }

    private static ValidatableResponse formats(String tag) {
        return given().get("/tag-dictionary/" + id(tag) + "/formats").then().statusCode(200);
    }

    private static ValidatableResponse put(String tag, Object... formats) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("formats", List.of(formats)))
                .put("/tag-dictionary/" + id(tag) + "/formats")
                .then();
    }

    private static Map<String, Object> said(String format, String type, long count) {
        return Map.of("format_name", format, "type_name", type, "count", count);
    }

    private static Map<String, Object> alias(String format, String type, String preferred) {
        return Map.of("format_name", format, "type_name", type, "preferred", preferred);
    }

    private static String converted(String format, String tag) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("format_name", format, "tags", List.of(tag)))
                .post("/tag-dictionary/convert")
                .then()
                .statusCode(200)
                .extract()
                .path("tags[0]");
    }

    @Test
    void tellsWhatEachSiteSays() {
        importList("danbooru", "said_eyes,0,500,\nsaid_closed,0,40,\n");
        importList("e621", "said_eyes,3,70,\"said_closed\"\n");
        formats("said_eyes")
                .body("formats.format_name", contains("danbooru", "e621"))
                .body("formats.type_name", contains("general", "copyright"))
                .body("formats.count", contains(500, 70))
                .body("formats.alias", contains(false, false));
        formats("said_closed")
                .body("formats[1].alias", equalTo(true))
                .body("formats[1].preferred", equalTo("said_eyes"))
                .body("formats[1].deprecated", equalTo(false));
        given().get("/tag-dictionary/999999999/formats").then().statusCode(404);
    }

    @Test
    void whatIsPutIsSearchedAndConverted() {
        importList("danbooru", "put_wolf,0,500,\nput_hound,0,400,\nput_dog,0,300,\n");
        put("put_wolf", said("danbooru", "general", 500), said("e621", "species", 77))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("formats.type_name", contains("general", "species"));
        given().queryParam("keyword", "put_wolf")
                .queryParam("format_name", "e621")
                .get("/tag-dictionary/search-tags")
                .then()
                .body("tags[0].usage_count", equalTo(77))
                .body("tags[0].type_name", equalTo("species"));
        put("put_hound", alias("e621", "species", "Put Wolf")).statusCode(200);
        put("put_dog", alias("e621", "species", "put_hound"))
                .body("formats.preferred", contains("put_dog", "put_wolf"))
                .body("formats.alias", contains(false, true));
        assertThat(converted("e621", "put_dog")).isEqualTo("put_wolf");
        assertThat(converted("danbooru", "put_dog")).isEqualTo("put_dog");

        importList("e621", "put_canine,5,900,\n");
        put("put_wolf", alias("e621", "species", "put_canine")).statusCode(200);
        assertThat(converted("e621", "put_dog"))
                .as("what led to a tag that became an alias leads on")
                .isEqualTo("put_canine");
        put("put_canine", alias("e621", "species", "put_dog")).statusCode(422).body("code", equalTo("circle"));
        put("put_canine")
                .statusCode(422)
                .body("code", equalTo("aliases-left-behind"))
                .body("detail", containsString("put_dog"));
        formats("put_canine").body("formats.format_name", contains("e621"));
    }

    @Test
    void whatDanboorusTagsSayThemselvesFollowsThem() {
        importList("danbooru", "self_sky,0,500,\n");
        put("self_sky", said("danbooru", "general", 500)).statusCode(200);
        int id = id("self_sky");
        given().contentType(ContentType.JSON)
                .body("{\"count\": 501}")
                .put("/tag-dictionary/" + id)
                .then()
                .statusCode(200);
        formats("self_sky").body("formats.count", contains(501));
        put("self_sky", said("danbooru", "meta", 3)).body("formats.type_name", contains("meta"));
        put("self_sky").body("formats.type_name", contains("general")).body("formats.count", contains(501));
    }

    @Test
    void formatsOfPeopleTakeTagsToo() {
        importList("danbooru", "mine_sky,0,500,\n");
        int format = given().contentType(ContentType.JSON)
                .body("{\"name\": \"mine-model\"}")
                .post("/tag-dictionary/formats")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        put("mine_sky", said("mine-model", "oc", 9_000_000_000L))
                .body("formats.format_name", contains("danbooru", "mine-model"))
                .body("formats[1].count", equalTo(9_000_000_000L));
        given().delete("/tag-dictionary/formats/" + format).then().statusCode(204);
        formats("mine_sky").body("formats.format_name", contains("danbooru"));
    }

    @Test
    void refusesWhatCantBe() {
        importList("danbooru", "bad_sky,0,500,\n");
        put("bad_sky", said("nosite", "general", 1))
                .statusCode(400)
                .body("errors.field", contains("formats[0].format_name"));
        put("bad_sky", said("danbooru", "lore", 1))
                .statusCode(400)
                .body("errors.field", contains("formats[0].type_name"));
        put("bad_sky", said("e621", "lore", -1), said("E621", "lore", 1))
                .statusCode(400)
                .body("errors.field", contains("formats[0].count", "formats[1].format_name"));
        put("bad_sky", alias("e621", "lore", "a,b"))
                .statusCode(400)
                .body("errors.field", contains("formats[0].preferred"));
        put("bad_sky", alias("e621", "lore", "bad_nobody")).statusCode(422).body("code", equalTo("no-such-target"));
        given().contentType(ContentType.JSON)
                .body("{\"formats\": [null]}")
                .put("/tag-dictionary/" + id("bad_sky") + "/formats")
                .then()
                .statusCode(400);
        given().contentType(ContentType.JSON)
                .body("{\"formats\": []}")
                .put("/tag-dictionary/999999999/formats")
                .then()
                .statusCode(404);
        given().contentType(ContentType.JSON)
                .header("If-Match", "\"7\"")
                .body("{\"formats\": []}")
                .put("/tag-dictionary/" + id("bad_sky") + "/formats")
                .then()
                .statusCode(412)
                .body("code", equalTo("stale-version"))
                .body("current.version", equalTo(1));
        formats("bad_sky").body("formats.format_name", contains("danbooru"));
    }

    @Test
    void waitsForAnImportOfTheSameSite() throws SQLException {
        importList("danbooru", "busy_sky,0,500,\n");
        try (ExecutorService person = Executors.newVirtualThreadPerTaskExecutor();
                Connection importer = database.getConnection();
                Statement statement = importer.createStatement()) {
            importer.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtext('fuda tag list'), 2)");
            Future<ValidatableResponse> put = person.submit(() -> put("busy_sky", said("e621", "general", 1)));
            Awaitility.await().until(() -> {
                try (ResultSet waiting = statement.executeQuery(
                        "select from pg_locks where locktype = 'advisory' and objid = 2 and not granted")) {
                    return waiting.next();
                }
            });
            importer.rollback();
            assertThat(put).succeedsWithin(Duration.ofSeconds(30));
            put.resultNow().statusCode(200);
        }
        put("busy_sky").body("formats.format_name", contains("danbooru"));
    }
}
