package dev.fuda.dictionary.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fuda.dictionary.OwnDatabase;
import dev.fuda.dictionary.RealTags;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real list through the front door, into the database and the index. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class RealImportTest {

    @Inject
    DataSource database;

    @TestHTTPResource
    URI service;

    @Test
    void everyRowOfDanbooruIsKeptAndFound() {
        assumeTrue(RealTags.present(), "the real tag lists are not beside this checkout");
        JsonPath first = importDanbooru("merge");
        assertThat(first.getInt("imported_count") + first.getInt("updated_count") + first.getInt("skipped_count"))
                .isEqualTo(136_584);
        assertThat(first.getInt("rejected_count")).isZero();
        JsonPath again = importDanbooru("update");
        assertThat(again.getInt("skipped_count")).isEqualTo(136_584);

        given().queryParam("query", "long")
                .get("/tag-dictionary/search")
                .then()
                .body("results.size()", equalTo(20))
                .body("results[0].tag", equalTo("long_hair"))
                .body("results[0].count", equalTo(4_350_743));
        given().get("/tag-dictionary/stats")
                .then()
                .body("total", greaterThan(136_583))
                .body("top[0].tag", equalTo("1girl"))
                .body("top.size()", equalTo(100));
        given().contentType(ContentType.JSON)
                .body("{\"names\": [\"spider-girl\", \"spider_girl\", \"spider girl\", \"longhair\", \"legband\"]}")
                .post("/tag-dictionary/resolve")
                .then()
                .body("results.tag", contains("spider-girl", "spider_girl", "spider_girl", "long_hair", "legband"))
                .body("results.status", contains("exact", "exact", "exact", "alias", "exact"));
    }

    /** Both orders: here e621 comes to a dictionary of Danbooru, and is imported once more. */
    @Test
    void everyRowOfE621IsKnownThere() {
        assumeTrue(RealTags.present(), "the real tag lists are not beside this checkout");
        importDanbooru("skip");
        JsonPath first = importList("e621_sfw.csv", "skip");
        assertThat(first.getInt("imported_count") + first.getInt("updated_count"))
                .isEqualTo(21_559);
        // Those that Danbooru has too, and a few of the starter dictionary.
        assertThat(first.getInt("updated_count")).isBetween(7_435, 7_500);
        assertThat(first.getInt("rejected_count")).isZero();
        assertThat(importList("e621_sfw.csv", "update").getInt("skipped_count")).isEqualTo(21_559);
        given().queryParam("keyword", "*")
                .queryParam("format_name", "e621")
                .queryParam("type_name", "species")
                .queryParam("min_usage", 2_000_000)
                .get("/tag-dictionary/search-tags")
                .then()
                .statusCode(200)
                .body("tags.tag", contains("mammal"))
                .body("tags.usage_count", contains(2_411_289));
        given().contentType(ContentType.JSON)
                .body("{\"format_name\": \"e621\", \"tags\": [\"highres\", \"hires\", \"closed_eyes\", \"1girl\"]}")
                .post("/tag-dictionary/convert")
                .then()
                .body("tags", contains("hi_res", "hi_res", "eyes_closed", "female"));
        given().contentType(ContentType.JSON)
                .body("{\"format_name\": \"danbooru\", \"tags\": [\"eyes_closed\", \"outside\", \"mammal\"]}")
                .post("/tag-dictionary/convert")
                .then()
                .body("tags", contains("closed_eyes", "outdoors", "mammal"));
        given().contentType(ContentType.JSON)
                .body("{\"names\": [\"hires\", \"2girl\"]}")
                .post("/tag-dictionary/resolve")
                .then()
                .body("results.tag", contains("highres", "2girls"))
                .body("results.status", contains("alias", "alias"));
        given().contentType(ContentType.JSON)
                .body("{\"names\": [\"adorable\", \"20_percent_cuter\", \"pouch\", \"armpits\"]}")
                .post("/tag-dictionary/resolve")
                .then()
                .body("results.tag", not(hasItem("invalid_tag")))
                .body("results.status", contains("unknown", "unknown", "exact", "exact"));
        given().contentType(ContentType.JSON)
                .body("{\"format_name\": \"e621\", \"tags\": [\"adorable\", \"animal\", \"armpits\"]}")
                .post("/tag-dictionary/convert")
                .then()
                .body("tags", contains("adorable", "animal", "armpits"));
        given().queryParam("search", "invalid_tag")
                .get("/tag-dictionary")
                .then()
                .body("items.aliases.flatten()", empty());
    }

    /** With its aliases and translations: out as JSON, into an empty dictionary, and out again the same. */
    @Test
    void everyTagComesBackFromJsonAsItWas(@TempDir Path folder) throws Exception {
        assumeTrue(RealTags.present(), "the real tag lists are not beside this checkout");
        importDanbooru("skip");
        given().multiPart("file", RealTags.file("translations-ja-machine.csv").toFile(), "text/csv")
                .multiPart("language", "ja")
                .post("/tag-translations/import")
                .then()
                .statusCode(200)
                .body("imported_count", greaterThan(70_000));
        Path first = export(folder.resolve("first.json"));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate tag cascade");
        }
        JsonPath report = send(first);
        assertThat(report.getInt("imported_count")).isGreaterThan(136_583);
        assertThat(report.getInt("rejected_count")).isZero();
        assertThat(Files.mismatch(first, export(folder.resolve("second.json")))).isEqualTo(-1);
    }

    /** Not by the client of the other tests, which takes long to make a body of this size. */
    private JsonPath send(Path file) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/tag-dictionary/import"))
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString("--part\r\n"
                                + "Content-Disposition: form-data; name=\"file\"; filename=\"Tags.json\"\r\n\r\n"),
                        HttpRequest.BodyPublishers.ofFile(file),
                        HttpRequest.BodyPublishers.ofString("\r\n--part--\r\n")))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return new JsonPath(answer.body());
        }
    }

    private Path export(Path file) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/tag-dictionary/export"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofFile(file))
                            .statusCode())
                    .isEqualTo(200);
        }
        return file;
    }

    private static JsonPath importDanbooru(String conflicts) {
        return importList("danbooru.csv", conflicts);
    }

    private static JsonPath importList(String name, String conflicts) {
        return given().multiPart("file", RealTags.file(name).toFile(), "text/csv")
                .multiPart("conflict_resolution", conflicts)
                .post("/tag-dictionary/import")
                .then()
                .statusCode(200)
                .log()
                .body()
                .extract()
                .jsonPath();
    }
}
