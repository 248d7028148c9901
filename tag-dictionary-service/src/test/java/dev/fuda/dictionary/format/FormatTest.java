package dev.fuda.dictionary.format;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.fuda.dictionary.database.TagFormat;
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
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Specification 0 through HTTP. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class FormatTest {

    @Inject
    DataSource database;

    private static void importTags() {
        String csv = "fmt_long_hair,0,500,\"fmt_longhair,fmtmane\"\nfmt_miku_(song),4,90,\nfmt%odd,0,1,\n";
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

    /** The 26 rows of specification 0, {@code format:type=name}; a type's number means something in its format only. */
    @Test
    void numbersTypesAsTheSitesDo() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select m.format_id || ':' || m.type_id || '=' || n.name
                        from tag_type_mapping m join tag_type_name n on n.id = m.type_name_id
                        where m.format_id <= 3 order by m.format_id, m.type_id
                        """)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        assertThat(rows).containsExactly(("""
                0:0=unknown
                1:0=general 1:1=artist 1:3=copyright 1:4=character 1:5=meta
                2:0=general 2:1=artist 2:3=copyright 2:4=character 2:5=species 2:6=invalid 2:7=meta 2:8=lore
                3:0=general 3:1=content-official 3:2=general 3:3=species 3:4=oc 3:5=rating 3:6=body-type 3:7=meta
                3:8=origin 3:9=error 3:10=spoiler 3:11=content-fanmade""").split("\\s+"));
    }

    @Test
    void hasTheFormatsThatExistInTheWild() {
        given().get("/tag-dictionary/formats")
                .then()
                .body("formats.find { it.id == 4 }.name", equalTo("safebooru.donmai.us"))
                .body("formats.find { it.id == 7 }.name", equalTo("gelbooru"))
                .body("formats.find { it.id == 12 }.name", equalTo("konachan.net"))
                .body("formats.find { it.id == 18 }.name", equalTo("pixiv"));
        for (TagFormat format : TagFormat.values()) {
            given().get("/tag-dictionary/formats")
                    .then()
                    .body("formats.find { it.name == '" + format.label() + "' }.id", equalTo(format.id()));
            given().queryParam("format_name", format.label())
                    .get("/tag-dictionary/types")
                    .then()
                    .body("names", equalTo(format.types()));
        }
    }

    @Test
    void whoAcceptsNothingThatCanBeReadIsToldBeforeAnythingIsDone() {
        given().contentType(ContentType.JSON)
                .accept("a")
                .body("{\"name\": \"not acceptable\"}")
                .post("/tag-dictionary/formats")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
        given().get("/tag-dictionary/formats").then().body("names", not(hasItem("not acceptable")));
    }

    @Test
    void peopleHaveFormatsOfTheirOwn() {
        int id = post("/tag-dictionary/formats", "{\"name\": \" My Model \", \"description\": \"of mine\"}")
                .statusCode(201)
                .body("name", equalTo("my model"))
                .body("description", equalTo("of mine"))
                .body("id", greaterThanOrEqualTo(1000))
                .extract()
                .path("id");
        post("/tag-dictionary/formats", "{\"name\": \"my model\"}")
                .statusCode(409)
                .body("code", equalTo("name-taken"));
        given().queryParam("format_name", "My Model")
                .get("/tag-dictionary/types")
                .then()
                .body("names", hasSize(17));
        given().delete("/tag-dictionary/formats/" + id).then().statusCode(204);
        given().delete("/tag-dictionary/formats/" + id).then().statusCode(404);
        given().delete("/tag-dictionary/formats/1")
                .then()
                .statusCode(409)
                .body("code", equalTo("format-of-the-product"));
        given().delete("/tag-dictionary/formats/99999").then().statusCode(404);
        post("/tag-dictionary/formats", "{\"name\": \"All\"}").statusCode(400);
        post("/tag-dictionary/formats", "{\"name\": \"a\\u0000\"}").statusCode(400);
        post("/tag-dictionary/formats", "{}").statusCode(400).body("errors[0].field", equalTo("name"));
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
    void convertsListsCleanedAndWordByWord() {
        importTags();
        post("/tag-dictionary/convert", """
                {"format_name": "danbooru", "lists": ["fmt_longhair, big_fmtmane.\\nfmt miku (song)", " , "]}""")
                .statusCode(200)
                .body("tags", empty())
                .body("lists", contains("fmt long hair, big, fmt long hair, fmt miku \\(song\\)", " , "));
        post("/tag-dictionary/convert", """
                {"format_name": "danbooru", "lists": ["fmt_longhair, x, fmt miku (song)"], "separator": "|",
                 "exclude_types": ["Character"]}""").body("lists", contains("fmt long hair|x"));
        post("/tag-dictionary/convert", "{\"format_name\": \"unknown\", \"lists\": [\"fmt_longhair,,b\"]}")
                .body("lists", contains("fmt_longhair,,b"));
        post("/tag-dictionary/convert", """
                {"format_name": "danbooru", "lists": [null], "separator": "           ", "exclude_types": [null]}""")
                .statusCode(400)
                .body("errors.field", contains("lists", "exclude_types", "separator"));
    }

    @Test
    void convertsNamesInHiraganaAndFullWidth() {
        String csv = "ふぉーまっと_(星),0,9,ながいかみのけ\nＦＭＴ,0,8,\nフダカナ,0,7,\n";
        given().multiPart("file", "danbooru.csv", csv.getBytes(StandardCharsets.UTF_8))
                .post("/tag-dictionary/import")
                .then()
                .statusCode(200);
        post("/tag-dictionary/convert", """
                {"format_name": "danbooru", "tags": ["ふぉーまっと (星)", "ながいかみのけ", "ＦＭＴ", "ふだかな"],
                 "prompts": ["ながいかみのけ, ふぉーまっと \\\\(星\\\\)"]}""")
                .body("tags", contains("ふぉーまっと_(星)", "ふぉーまっと_(星)", "ｆｍｔ", "フダカナ"))
                .body("prompts", contains("ふぉーまっと \\(星\\), ふぉーまっと \\(星\\)"));
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

    @Test
    void findsManyTagsAtOnce() {
        importTags();
        post("/tag-dictionary/search-tags", """
                {"keywords": ["FMT_long_hair", "fmt_nobody", "fmt_*", " fmt%odd", "fmt_long_hair"], "min_usage": 1}""")
                .statusCode(200)
                .body("results", hasSize(5))
                .body("results[0].tags.tag", contains("fmt_long_hair"))
                .body("results[0].tags[0].usage_count", equalTo(500))
                .body("results[1].tags", empty())
                .body("results[2].tags", empty())
                .body("results[3].tags.tag", contains("fmt%odd"))
                .body("results[4].tags.tag", contains("fmt_long_hair"));
        post("/tag-dictionary/search-tags", """
                {"keywords": ["fmt_long_hair", "fmt_miku_(song)"], "format_name": "danbooru", "type_name": "character"}""")
                .body("results[0].tags", empty())
                .body("results[1].tags[0].type_name", equalTo("character"));
        post("/tag-dictionary/search-tags", "{\"keywords\": [\"a\", null]}")
                .statusCode(400)
                .body("errors[0].field", equalTo("keywords"));
        post("/tag-dictionary/search-tags", "{\"keywords\": [\"a\"], \"format_name\": \"nosite\"}")
                .statusCode(400);
        post("/tag-dictionary/search-tags", "{}").statusCode(400);
    }

    @Test
    void findsATagByTheNameThatItHadAtItsSource() {
        int id = post("/tag-dictionary", "{\"tag\": \"fmt_renamed_now\", \"category\": \"general\"}")
                .statusCode(201)
                .extract()
                .path("id");
        write("update tag set source_name = 'Fmt_Été_Before' where id = " + id);
        write("insert into tag_translation (tag_id, language, translation) values (" + id + ", 'fr', 'Été Fmt')");
        for (String keyword : List.of("fmt_éTÉ_before", "ÉTÉ fmt", "fmt_renamed_NOW", "fmt_été*")) {
            given().queryParam("keyword", keyword)
                    .get("/tag-dictionary/search-tags")
                    .then()
                    .body("tags.source_tag", contains("Fmt_Été_Before"));
        }
    }

    private void write(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
