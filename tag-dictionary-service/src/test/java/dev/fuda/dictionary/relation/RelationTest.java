package dev.fuda.dictionary.relation;

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
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of relations, requests for aliases, and implications. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class RelationTest {

    private static final String HEADER = "id\tantecedent_name\tconsequent_name\tstatus\n";

    private void tag(String name) {
        given().contentType(ContentType.JSON)
                .body(Map.of("tag", name, "category", "general"))
                .post("/tag-dictionary")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse load(String kind, String text) {
        return load(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    private ValidatableResponse load(String kind, byte[] bytes) {
        return given().multiPart("file", "list.tsv", bytes)
                .multiPart("kind", kind)
                .post("/tag-relations/import")
                .then()
                .log()
                .ifValidationFails();
    }

    private String resolved(String name) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("names", List.of(name)))
                .post("/tag-dictionary/resolve")
                .jsonPath()
                .getString("results[0].tag");
    }

    @Test
    void noAliasLeadsToWhatSitesGiveToNoTag() {
        load("alias", HEADER + "1\trel_adorable\tinvalid_tag\tactive\n2\trel_nice\tbad_tag\tactive\n")
                .statusCode(200)
                .body("added_count", equalTo(0))
                .body("rejected.reason[0]", equalTo("'invalid_tag' stands for what is no tag, which nobody means"))
                .body("rejected.line", contains(2, 3));
    }

    @Test
    void resolvesChainsRefusesCirclesAndKeepsStatuses() {
        tag("rel_hair");
        tag("rel_live");
        load("alias", HEADER + """
                        1\trel_a\trel_b\tactive
                        2\trel_b\trel_hair\tactive
                        3\trel_x\trel_y\tactive
                        4\trel_y\trel_x\tactive
                        5\trel_live\trel_hair\tactive
                        6\trel_old\trel_hair\tdeleted
                        7\trel_older\trel_hair\tretired
                        8\trel_none\trel_nowhere\tactive
                        9\trel_odd\trel_hair\tsideways
                        10\tonly_one
                        """)
                .statusCode(200)
                .body("added_count", equalTo(2))
                .body("inactive_count", equalTo(2))
                .body("unknown_count", equalTo(2))
                .body("rejected_count", equalTo(4))
                .body("rejected.line", contains(5, 6, 10, 11))
                .body("rejected[0].reason", containsString("rel_y → rel_x → rel_y"))
                .body("rejected[1].reason", containsString("is a tag itself"))
                .body("rejected[2].reason", containsString("sideways"));
        assertThat(resolved("rel_a")).isEqualTo("rel_hair");
        assertThat(resolved("rel_b")).isEqualTo("rel_hair");
        assertThat(resolved("rel_live")).isEqualTo("rel_live");
        assertThat(resolved("rel_old")).isNull();
        given().get("/tag-aliases/requests?status=retired")
                .then()
                .body("items.find { it.source_tag == 'rel_older' }.source", equalTo("import"));

        load("alias", "from,to\nrel_c,rel_a\nrel_a,rel_hair\n")
                .body("added_count", equalTo(1))
                .body("known_count", equalTo(1));
        assertThat(resolved("rel_c")).isEqualTo("rel_hair");
    }

    @Test
    void importsImplicationsThroughAliases() {
        for (String name : List.of("imp_cat", "imp_animal", "imp_being")) {
            tag(name);
        }
        load("alias", "from,to\nimp_kitty,imp_cat\n").statusCode(200);
        load("implication", HEADER + """
                        1\timp_kitty\timp_animal\tactive
                        2\timp_animal\timp_being\tactive
                        3\timp_being\timp_cat\tactive
                        4\timp_cat\timp_being\tdeleted
                        5\timp_cat\timp_stranger\tactive
                        6\timp_cat\timp_kitty\tactive
                        """)
                .statusCode(200)
                .body("added_count", equalTo(2))
                .body("inactive_count", equalTo(1))
                .body("unknown_count", equalTo(1))
                .body("rejected_count", equalTo(2))
                .body("rejected[0].reason", containsString("imp_being → imp_cat → imp_animal → imp_being"));
        JsonPath list = given().get("/tag-implications?tag=imp_animal").jsonPath();
        assertThat(list.getList("items.antecedent")).containsExactly("imp_animal", "imp_cat");
        given().delete("/tag-implications/" + list.getLong("items[0].id"))
                .then()
                .statusCode(204);
        given().delete("/tag-implications/" + list.getLong("items[0].id"))
                .then()
                .statusCode(404);
        given().get("/tag-implications?tag=imp_animal").then().body("total", equalTo(1));
        load("implication", HEADER + "2\timp_animal\timp_being\tactive\n").body("added_count", equalTo(1));
    }

    @Test
    void aRequestWaitsForAPerson() {
        tag("req_target");
        Map<String, String> body =
                Map.of("source_tag", "Req Alias", "target_tag", "req_target", "reason", "same thing");
        long id = post("/tag-aliases/requests", body)
                .statusCode(201)
                .body("status", equalTo("pending"))
                .extract()
                .jsonPath()
                .getLong("id");
        post("/tag-aliases/requests", body).statusCode(409).body("code", equalTo("already-asked"));
        assertThat(resolved("req_alias")).isNull();

        String operation = post("/tag-aliases/requests/" + id + "/accept", null)
                .statusCode(200)
                .body("kind", equalTo("alias"))
                .extract()
                .path("id");
        assertThat(resolved("req_alias")).isEqualTo("req_target");
        given().get("/tag-aliases/requests?status=active").then().body("items.id", contains((int) id));
        post("/tag-aliases/requests/" + id + "/accept", null).statusCode(409).body("code", equalTo("already-decided"));

        post("/tag-dictionary/operations/" + operation + "/undo", null).statusCode(200);
        assertThat(resolved("req_alias")).isNull();
        post("/tag-aliases/requests/" + id + "/reject", null).statusCode(200).body("status", equalTo("rejected"));
        post("/tag-aliases/requests", body).statusCode(201).body("id", equalTo((int) id));
        post("/tag-aliases/requests/999999/reject", null).statusCode(404);
    }

    private ValidatableResponse post(String path, Object body) {
        var request = given().contentType(ContentType.JSON);
        return (body == null ? request : request.body(body))
                .post(path)
                .then()
                .log()
                .ifValidationFails();
    }

    @ParameterizedTest
    @CsvSource({
        "alias, 'a,b\n1,2\n', 422, unreadable-file",
        "alias, '', 422, unreadable-file",
        "frob, 'from,to\n', 400, bad-relation-list"
    })
    void refuses(String kind, String text, int status, String code) {
        load(kind, text)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
        given().get("/tag-implications?status=odd").then().statusCode(400);
        given().get("/tag-aliases/requests?status=odd").then().statusCode(400);
        post("/tag-aliases/requests", Map.of("source_tag", "a", "target_tag", "A"))
                .statusCode(400)
                .body("errors.field", contains("source_tag"));
    }
}
