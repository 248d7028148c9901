package dev.fuda.dictionary.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Edits of a tag that reach beyond it: the operations that they are elsewhere, together with the rest of the edit. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class EditTest {

    @Inject
    Pool pool;

    private String own;

    @BeforeEach
    void choose() {
        own = UUID.randomUUID().toString().substring(0, 8);
    }

    /** The names of other tests are in the same house. */
    private String n(String name) {
        return name + "_" + own;
    }

    private static long tag(String name) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("tag", name, "category", "general"))
                .post("/tag-dictionary")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static ValidatableResponse put(long id, int version, Map<String, Object> change) {
        return given().contentType(ContentType.JSON)
                .header("X-Fuda-User", "mika")
                .header("If-Match", "\"" + version + "\"")
                .body(change)
                .put("/tag-dictionary/" + id)
                .then();
    }

    private static ValidatableResponse get(long id) {
        return given().get("/tag-dictionary/" + id).then().statusCode(200);
    }

    private static List<String> operations(ValidatableResponse response) {
        return List.of(response.extract().header("Fuda-Operation").split(", "));
    }

    private static void undo(String operation) {
        given().post("/tag-dictionary/operations/" + operation + "/undo").then().statusCode(200);
    }

    private List<Row> query(String sql, Object... values) {
        List<Row> rows = new ArrayList<>();
        pool.preparedQuery(sql)
                .execute(Tuple.from(values))
                .await()
                .atMost(Duration.ofSeconds(30))
                .forEach(rows::add);
        return rows;
    }

    private List<JsonObject> rewritings() {
        return query(
                        "select data from outbox where type = 'TagsRewritten' and data like '%' || $1 || '%' order by seq",
                        own)
                .stream()
                .map(row -> new JsonObject(row.getString("data")))
                .toList();
    }

    @Test
    void anotherNameIsARenamingEverywhereAndTheRestIsEditedToo() {
        long id = tag(n("old"));
        long group = query("insert into tag_group (name, tags) values ($1, $2) returning id", n("group"), new String[] {
                    n("a"), n("old")
                })
                .getFirst()
                .getLong("id");
        long vocabulary = query(
                        "insert into vocabulary (name, kind, format_id) values ($1, 'custom', 0) returning id",
                        n("model"))
                .getFirst()
                .getLong("id");
        query("insert into vocabulary_tag (vocabulary_id, tag_id) values ($1, $2)", vocabulary, id);

        ValidatableResponse edited = put(
                        id,
                        1,
                        Map.of(
                                "tag",
                                n("New"),
                                "count",
                                7,
                                "category",
                                "character",
                                "aliases",
                                List.of(n("x"), n("old"))))
                .statusCode(200)
                .body("tag", equalTo(n("new")))
                .body("count", equalTo(7))
                .body("category", equalTo("character"))
                .body("aliases", containsInAnyOrder(n("x"), n("old")));
        assertThat(edited.extract().header("ETag"))
                .isEqualTo("\"" + edited.extract().path("version") + "\"");
        assertThat(operations(edited)).hasSize(1);
        assertThat(rewritings())
                .singleElement()
                .extracting(event -> event.getString("author") + event.getJsonArray("rewrites"))
                .isEqualTo("mika[{\"from\":\"" + n("old") + "\",\"to\":[\"" + n("new") + "\"]}]");
        assertThat(query("select tags from tag_group where id = $1", group)
                        .getFirst()
                        .getArrayOfStrings("tags"))
                .containsExactly(n("a"), n("new"));
        given().get("/tag-dictionary/" + id + "/vintages").then().body("written", contains(n("old")));
        given().get("/tag-dictionary/search?query=" + n("old")).then().body("results[0].tag", equalTo(n("new")));

        undo(operations(edited).getFirst());
        get(id).body("tag", equalTo(n("old")))
                .body("aliases", contains(n("x")))
                .body("count", equalTo(7))
                .body("category", equalTo("character"));
    }

    @Test
    void aDeprecationComesBackAndTheRestOfTheEditStays() {
        long id = tag(n("tag"));
        ValidatableResponse edited =
                put(id, 1, Map.of("is_deprecated", true, "count", 3)).body("is_deprecated", equalTo(true));
        assertThat(rewritings()).isEmpty();
        assertThat(put(id, edited.extract().path("version"), Map.of("is_deprecated", true, "tag", n("tag")))
                        .statusCode(200)
                        .extract()
                        .header("Fuda-Operation"))
                .as("nothing that reaches beyond the tag")
                .isNull();
        undo(operations(edited).getFirst());
        get(id).body("is_deprecated", equalTo(false)).body("count", equalTo(3));
    }

    @Test
    void aNameAndADeprecationAreTwoOperations() {
        long id = tag(n("tag"));
        List<String> operations = operations(put(id, 1, Map.of("is_deprecated", true, "tag", n("name")))
                .body("is_deprecated", equalTo(true))
                .body("tag", equalTo(n("name"))));
        assertThat(operations).hasSize(2);
        operations.forEach(EditTest::undo);
        get(id).body("is_deprecated", equalTo(false)).body("tag", equalTo(n("tag")));
    }

    @Test
    void whatCanNotBeRenamedIsNotEditedAtAll() {
        long id = tag(n("tag"));
        tag(n("taken"));
        put(id, 1, Map.of("tag", n("taken"), "description", "new", "is_deprecated", true))
                .statusCode(409)
                .body("code", equalTo("name-taken"))
                .body("detail", containsString("Merge"))
                .body("errors.field", contains("tag"));
        put(id, 9, Map.of("tag", n("free"), "description", "new"))
                .statusCode(412)
                .body("code", equalTo("stale-version"))
                .body("current.tag", equalTo(n("tag")));
        get(id).body("tag", equalTo(n("tag")))
                .body("description", nullValue())
                .body("is_deprecated", equalTo(false))
                .body("version", equalTo(1));
        assertThat(rewritings()).isEmpty();
        assertThat(query("select from dictionary_operation where title like '%' || $1 || '%'", own))
                .isEmpty();
    }
}
