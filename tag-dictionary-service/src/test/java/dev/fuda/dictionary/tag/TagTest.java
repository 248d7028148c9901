package dev.fuda.dictionary.tag;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class TagTest {

    @Inject
    Pool pool;

    @Test
    void aNewTagIsFoundAtOnceByNameAliasAndWord() {
        post("""
                {"tag": "Crud Moon Base", "category": "general", "count": 12, "aliases": ["crud_lunar_base", "crud_moon_base"],
                 "display_name": "Moon base", "description": " A base. ", "wiki_url": "https://example.org/moon"}""")
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("tag", equalTo("crud_moon_base"))
                .body("category", equalTo("general"))
                .body("aliases", contains("crud_lunar_base"))
                .body("description", equalTo("A base."))
                .body("source", equalTo("user_custom"))
                .body("is_official", equalTo(false))
                .body("is_deprecated", equalTo(false));
        search("crud-moon")
                .body("results[0].reason", equalTo("prefix"))
                .body("results[0].display_name", equalTo("Moon base"));
        search("crud lunar").body("results[0].matched_alias", equalTo("crud_lunar_base"));
        search("moon base").body("results[0].reason", equalTo("word"));
    }

    @Test
    void anEditNeedsTheNewestVersionAndTellsTheCurrentStateOtherwise() {
        long id = create("ver_tag");
        put(id, "{\"count\": 5, \"version\": 1}")
                .statusCode(200)
                .body("version", equalTo(2))
                .header("ETag", "\"2\"");
        put(id, "{\"count\": 6, \"version\": 1}")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("stale-version"))
                .body("current.count", equalTo(5));
        given().contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"count\": 7}")
                .put("/tag-dictionary/" + id)
                .then()
                .statusCode(412);
        given().contentType(ContentType.JSON)
                .header("If-Match", "\"2\"")
                .body("{\"count\": 7, \"display_name\": \"V\"}")
                .put("/tag-dictionary/" + id)
                .then()
                .statusCode(200)
                .body("count", equalTo(7));
        put(id, "{\"display_name\": \"\"}").body("display_name", nullValue()).body("count", equalTo(7));
    }

    @Test
    void aRenamedTagIsFoundByBothNamesAndADeletedOneByNone() {
        long id = create("ren_before");
        put(id, "{\"tag\": \"ren_after\", \"aliases\": [\"ren_alias\"]}").statusCode(200);
        byBeginning("ren_before").body("results.tag", contains("ren_after"));
        search("ren_al").body("results[0].tag", equalTo("ren_after"));
        given().delete("/tag-dictionary/" + id).then().statusCode(204);
        given().delete("/tag-dictionary/" + id).then().statusCode(404);
        byBeginning("ren_").body("results", hasSize(0));
        given().get("/tag-dictionary/" + id).then().statusCode(404);
    }

    @Test
    void aNameIsTakenOnce() {
        create("taken_one");
        long other = create("taken_two");
        post("{\"tag\": \"TAKEN one\", \"category\": \"general\"}")
                .statusCode(409)
                .body("code", equalTo("name-taken"));
        put(other, "{\"tag\": \"taken_one\"}").statusCode(409).body("code", equalTo("name-taken"));
    }

    @Test
    void everyEditAnnouncesItselfInItsTransaction() {
        long id = create("evt_tag", "evt_alias");
        put(id, "{\"aliases\": [\"evt_other\"]}").statusCode(200);
        given().delete("/tag-dictionary/" + id).then().statusCode(204);
        List<String> events = StreamSupport.stream(
                        pool.preparedQuery("""
                                        select type || ' ' || subject || ' ' || (data::jsonb ->> 'change') from outbox
                                        where subject = 'tag/' || $1::text or subject like 'alias/evt_%' order by seq
                                        """)
                                .executeAndAwait(io.vertx.mutiny.sqlclient.Tuple.of(String.valueOf(id)))
                                .spliterator(),
                        false)
                .map(row -> row.getString(0))
                .toList();
        assertThat(events)
                .containsExactly(
                        "TagChanged tag/" + id + " created",
                        "AliasChanged alias/evt_alias created",
                        "TagChanged tag/" + id + " updated",
                        "AliasChanged alias/evt_alias deleted",
                        "AliasChanged alias/evt_other created",
                        "TagChanged tag/" + id + " deleted",
                        "AliasChanged alias/evt_other deleted");
    }

    @Test
    void listsByCategoryPatternAndSortWithWildcardsMeaningThemselves() {
        create("lst_a%b");
        create("lst_axb");
        create("lst_under_score");
        create("lst_under-score");
        list(Map.of("search", "lst_a%b")).body("items.tag", contains("lst_a%b"));
        list(Map.of("search", "LST under s")).body("items.tag", contains("lst_under_score"));
        list(Map.of("search", "lst_", "match", "prefix", "sort_by", "name_desc", "limit", 2))
                .body("items.tag", contains("lst_under_score", "lst_under-score"))
                .body("total", equalTo(4))
                .body("total_pages", equalTo(2));
        list(Map.of("search", "score", "match", "suffix", "category", "general"))
                .body("items.tag", containsInAnyOrder("lst_under_score", "lst_under-score"));
        list(Map.of("search", "lst_", "category", "artist")).body("total", equalTo(0));
        list(Map.of("search", "lst_", "source", "user_custom")).body("total", equalTo(4));
        list(Map.of("search", "lst_", "source", "danbooru")).body("total", equalTo(0));
    }

    @Test
    void listsOfficialTagsOrTheOthers() {
        create("off_mine");
        given().multiPart("file", "off.csv", "off_theirs,0,7,\n".getBytes(StandardCharsets.UTF_8))
                .post("/tag-dictionary/import")
                .then()
                .statusCode(200)
                .body("imported_count", equalTo(1));
        list(Map.of("search", "off_", "match", "prefix")).body("items.tag", contains("off_theirs", "off_mine"));
        list(Map.of("search", "off_", "match", "prefix", "official", "true")).body("items.tag", contains("off_theirs"));
        list(Map.of("search", "off_", "match", "prefix", "official", "false")).body("items.tag", contains("off_mine"));
    }

    @Test
    void aDeprecatedTagIsListedOnlyOnRequestAndNeverSuggested() {
        post("{\"tag\": \"dep_tag\", \"category\": \"general\", \"is_deprecated\": true}")
                .statusCode(201);
        list(Map.of("search", "dep_tag")).body("total", equalTo(0));
        list(Map.of("search", "dep_tag", "deprecated", "show")).body("total", equalTo(1));
        list(Map.of("search", "dep_tag", "deprecated", "only")).body("total", equalTo(1));
        search("dep_tag").body("results", hasSize(0));
    }

    @Test
    void resolvesNamesAndAsksWhenAnAliasHasTwoTargets() {
        create("res_cloak", "res_mantle", "res_cape/cloak");
        create("res_cape", "res_cape/cloak");
        create("res_mantle");
        given().contentType(ContentType.JSON)
                .body("{\"names\": [\"res_mantle\", \"RES Cape\", \"res_cape/cloak\", \"res_nothing\", \"\"]}")
                .post("/tag-dictionary/resolve")
                .then()
                .statusCode(200)
                .body("results.status", contains("exact", "exact", "ambiguous", "unknown", "unknown"))
                .body("results.tag", contains("res_mantle", "res_cape", null, null, null))
                .body("results[0].category", equalTo("general"))
                .body("results[2].candidates", contains("res_cape", "res_cloak"));
    }

    @Test
    void aliasesAreAddedListedAndDeletedOneByOne() {
        create("ali_target");
        int id = postTo("/tag-aliases", "{\"source_tag\": \"Ali Source\", \"target_tag\": \"ali_target\"}")
                .statusCode(201)
                .body("source_tag", equalTo("ali_source"))
                .extract()
                .path("id");
        postTo("/tag-aliases", "{\"source_tag\": \"ali_source\", \"target_tag\": \"ali_target\"}")
                .statusCode(409);
        postTo("/tag-aliases", "{\"source_tag\": \"ali_x\", \"target_tag\": \"ali_nobody\"}")
                .statusCode(422)
                .body("errors[0].field", equalTo("target_tag"));
        postTo("/tag-aliases", "{\"source_tag\": \"ali_target\", \"target_tag\": \"ali_target\"}")
                .statusCode(400);
        search("ali_so").body("results[0].tag", equalTo("ali_target"));
        given().queryParam("search", "ali_source")
                .get("/tag-aliases")
                .then()
                .body("total", equalTo(1))
                .body("items[0].target_tag", equalTo("ali_target"));
        given().delete("/tag-aliases/" + id).then().statusCode(204);
        given().delete("/tag-aliases/" + id).then().statusCode(404);
        byBeginning("ali_so").body("results", hasSize(0));
    }

    @Test
    void groupsStartWithTheSevenAndTakeMore() {
        given().get("/tag-groups")
                .then()
                .statusCode(200)
                .body("name", hasItem("Character"))
                .body("find { it.name == 'Rating' }.color", equalTo("#FF6F69"));
        postTo(
                        "/tag-groups",
                        "{\"name\": \"Grp Weather\", \"color\": \"#aabbcc\", \"tags\": [\"rain\", \"Falling Snow\"]}")
                .statusCode(201)
                .body("color", equalTo("#AABBCC"))
                .body("tags", contains("rain", "falling_snow"));
        postTo("/tag-groups", "{\"name\": \"grp weather\"}").statusCode(409);
        postTo("/tag-groups", "{\"name\": \"\", \"color\": \"red\", \"tags\": [\"a,b\"]}")
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("name", "color", "tags[0]"));
    }

    @Test
    void countsWhatTheDictionaryHolds() {
        create("sta_tag", "sta_alias");
        given().get("/tag-dictionary/stats")
                .then()
                .statusCode(200)
                .body("by_category.category", hasItem("species"))
                .body("by_source.source", containsInAnyOrder("danbooru", "user_custom", "auto_detected"))
                .body("newest.tag", hasItem("sta_tag"));
    }

    @Test
    void isReadyOnceTheIndexIsLoadedAndHasTheStarterTags() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        search("white_b").body("results.tag", hasItem("white_background"));
        given().queryParam("query", "grayscale")
                .get("/tag-dictionary/search")
                .then()
                .body("results[0].tag", equalTo("greyscale"))
                .body("results[0].matched_alias", equalTo("grayscale"));
        given().get("/tag-dictionary/ping").then().statusCode(200).body("$", equalTo(Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET    | /tag-dictionary?limit=0                          |                                                        | 400 | bad-page
                    GET    | /tag-dictionary?limit=501                        |                                                        | 400 | bad-page
                    GET    | /tag-dictionary?page=0                           |                                                        | 400 | bad-page
                    GET    | /tag-dictionary?page=2147483647                  |                                                        | 400 | bad-page
                    GET    | /tag-dictionary?category=weather                 |                                                        | 400 | bad-category
                    GET    | /tag-dictionary?sort_by=luck                     |                                                        | 400 | bad-sort-by
                    GET    | /tag-dictionary?official=perhaps                 |                                                        | 400 | bad-official
                    GET    | /tag-dictionary?match=fuzzy&search=a             |                                                        | 400 | bad-match
                    GET    | /tag-dictionary?source=moon                      |                                                        | 400 | bad-source
                    GET    | /tag-dictionary?deprecated=maybe                 |                                                        | 400 | bad-deprecated
                    GET    | /tag-dictionary/search?query=a&limit=101         |                                                        | 400 | bad-page
                    GET    | /tag-dictionary/search?query=a&category=weather  |                                                        | 400 | bad-category
                    GET    | /tag-dictionary/9223372036854775807              |                                                        | 404 | not-found
                    GET    | /tag-dictionary/-1                               |                                                        | 404 | not-found
                    POST   | /tag-dictionary                                  |                                                        | 400 | body-missing
                    POST   | /tag-dictionary                                  | {                                                      | 400 | bad-json
                    POST   | /tag-dictionary                                  | []                                                     | 400 | bad-body
                    POST   | /tag-dictionary                                  | {"category": "general"}                                | 400 | bad-tag
                    POST   | /tag-dictionary                                  | {"tag": "x"}                                           | 400 | bad-tag
                    POST   | /tag-dictionary                                  | {"tag": "x", "category": "weather"}                    | 400 | bad-tag
                    POST   | /tag-dictionary                                  | {"tag": "a,b", "category": "general"}                  | 400 | bad-tag
                    POST   | /tag-dictionary                                  | {"tag": "a\\u0000b", "category": "general"}            | 400 | bad-tag
                    POST   | /tag-dictionary                                  | {"tag": "a\\ud800", "category": "general"}             | 400 | bad-tag
                    POST   | /tag-dictionary                                  | {"tag": "x", "category": "general", "count": -1}       | 400 | bad-tag
                    POST   | /tag-dictionary                                  | {"tag": "x", "category": "general", "count": 2147483648} | 400 | bad-tag
                    POST   | /tag-dictionary                                  | {"tag": "x", "category": "general", "count": "many"}   | 400 | bad-field
                    POST   | /tag-dictionary                                  | {"tag": "x", "category": "general", "aliases": [null]} | 400 | bad-tag
                    POST   | /tag-dictionary                                  | {"tag": "x", "category": "general", "wiki_url": "javascript:alert(1)"} | 400 | bad-tag
                    PUT    | /tag-dictionary/999999                           | {"count": 1}                                           | 404 | not-found
                    DELETE | /tag-dictionary/999999                           |                                                        | 404 | not-found
                    POST   | /tag-dictionary/resolve                          | {}                                                     | 400 | bad-names
                    POST   | /tag-dictionary/resolve                          | {"names": [null]}                                      | 400 | bad-names
                    POST   | /tag-aliases                                     | {}                                                     | 400 | bad-alias
                    POST   | /tag-groups                                      | {}                                                     | 400 | bad-tag-group
                    GET    | /tag-aliases?limit=9999                          |                                                        | 400 | bad-page
                    GET    | /tag-implications?tag=a,b                        |                                                        | 400 | bad-tag
                    """)
    void refusesBadInputWithAProblem(String method, String path, String body, int status, String code) {
        given().contentType(ContentType.JSON)
                .body(body == null ? "" : body)
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource({
        "/tag-dictionary?limit=many",
        "/tag-dictionary?page=1e3",
        "/tag-dictionary/search?query=a&limit=99999999999",
        "/tag-dictionary/abc",
        "/tag-dictionary/search",
        "/tag-dictionary/search?query=%00%01",
        "/tag-dictionary?search=%00",
        "/tag-dictionary?search=%F0%9F%92",
    })
    void strangeTextIsNeverOurFailure(String path) {
        int status = given().urlEncodingEnabled(false).get(path).statusCode();
        assertThat(status).isLessThan(500);
    }

    @Test
    void aQueryHasAnEnd() {
        given().queryParam("query", "x".repeat(501))
                .get("/tag-dictionary/search")
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-query"));
        for (String path : List.of("/tag-dictionary", "/tag-aliases")) {
            given().queryParam("search", "x".repeat(500)).get(path).then().statusCode(200);
            given().queryParam("search", "x".repeat(501))
                    .get(path)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("bad-search"));
        }
        given().queryParam("tag", "x".repeat(256))
                .get("/tag-implications")
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-tag"));
    }

    @Test
    void aBodyThatIsNoImportIsSmall() {
        String description = "x".repeat(17 << 20);
        given().contentType(ContentType.JSON)
                .body("{\"tag\": \"big\", \"category\": \"general\", \"description\": \"" + description + "\"}")
                .post("/tag-dictionary")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("body-too-large"));
    }

    @Test
    void aSearchIsLimitedAndKeepsToItsCategory() {
        create("cat_one");
        post("{\"tag\": \"cat_two\", \"category\": \"artist\", \"count\": 3}").statusCode(201);
        given().queryParam("query", "cat_")
                .queryParam("category", "artist")
                .get("/tag-dictionary/search")
                .then()
                .body("results.category", everyItem(equalTo("artist")))
                .body("results.tag", hasItem("cat_two"));
        given().queryParam("query", "")
                .queryParam("limit", 3)
                .get("/tag-dictionary/search")
                .then()
                .body("results", hasSize(3));
    }

    private static long create(String name, String... aliases) {
        String list = aliases.length == 0 ? "" : "\"" + String.join("\",\"", aliases) + "\"";
        Number id = post("{\"tag\": \"" + name + "\", \"category\": \"general\", \"aliases\": [" + list + "]}")
                .statusCode(201)
                .extract()
                .path("id");
        return id.longValue();
    }

    private static ValidatableResponse post(String json) {
        return postTo("/tag-dictionary", json);
    }

    private static ValidatableResponse postTo(String path, String json) {
        return given().contentType(ContentType.JSON).body(json).post(path).then();
    }

    private static ValidatableResponse put(long id, String json) {
        return given().contentType(ContentType.JSON)
                .body(json)
                .put("/tag-dictionary/" + id)
                .then();
    }

    private static ValidatableResponse list(Map<String, Object> query) {
        return given().queryParams(query).get("/tag-dictionary").then().statusCode(200);
    }

    private static ValidatableResponse search(String query) {
        return given().queryParam("query", query)
                .get("/tag-dictionary/search")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse byBeginning(String query) {
        return given().queryParam("query", query)
                .queryParam("means", "prefix")
                .get("/tag-dictionary/search")
                .then()
                .statusCode(200);
    }
}
