package dev.fuda.dictionary.group;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class GroupTest {

    @Inject
    DataSource database;

    private static long create(String name) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("name", name))
                .post("/tag-groups")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    @Test
    void changesAndGoesAway() {
        long id = create("Gru Sky");
        String version = given().contentType(ContentType.JSON)
                .body("{\"name\": \"Gru Skies\", \"color\": \"#00aaff\", \"tags\": [\"blue sky\"]}")
                .put("/tag-groups/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Gru Skies"))
                .body("color", equalTo("#00AAFF"))
                .body("tags", contains("blue_sky"))
                .extract()
                .header("ETag");
        given().header("If-Match", version).delete("/tag-groups/" + id).then().statusCode(204);
        given().delete("/tag-groups/" + id).then().statusCode(404);
        given().get("/tag-groups").then().body("id", not(hasItem((int) id)));
    }

    @Test
    void aThousandAreTheMost() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into tag_group (name) select 'gru_many_' || n from generate_series(1,"
                    + " 1000 - (select count(*) from tag_group)) n");
            try {
                given().get("/tag-groups").then().body("size()", equalTo(1000));
                given().contentType(ContentType.JSON)
                        .body("{\"name\": \"Gru one too many\"}")
                        .post("/tag-groups")
                        .then()
                        .statusCode(409)
                        .body("code", equalTo("too-many-groups"));
            } finally {
                statement.execute("delete from tag_group where name like 'gru_many_%'");
            }
        }
        create("Gru there is room again");
    }

    @Test
    void neverOverwritesAnotherPersonsEdit() {
        long id = create("Gru Race");
        given().contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body("{\"name\": \"Gru Race\", \"tags\": [\"mine\"]}")
                .put("/tag-groups/" + id)
                .then()
                .statusCode(200);
        given().contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body("{\"name\": \"Gru Race\", \"tags\": [\"yours\"]}")
                .put("/tag-groups/" + id)
                .then()
                .statusCode(412)
                .body("code", equalTo("stale-version"))
                .body("current.tags", contains("mine"));
        given().header("If-Match", "\"0\"").delete("/tag-groups/" + id).then().statusCode(412);
        given().header("If-Match", "three")
                .delete("/tag-groups/" + id)
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-if-match"));
    }

    private static ValidatableResponse load(String file, String json) {
        return given().multiPart("file", file, json.getBytes(StandardCharsets.UTF_8))
                .post("/tag-groups/import")
                .then();
    }

    @Test
    void importsGroupsAndAddsToThoseThatAreThere() {
        load("Gru Load.json", "{\"blue sky\": 12, \"rain\": 3}")
                .statusCode(200)
                .body("groups.group.name", contains("Gru Load"))
                .body("groups.created", contains(true))
                .body("groups[0].group.tags", contains("blue_sky", "rain"))
                .body("added_count", equalTo(2));
        load("gru load.json", "[\"fog\", \"rain\", 3, \"\"]")
                .statusCode(200)
                .body("groups.group.name", contains("Gru Load"))
                .body("groups.created", contains(false))
                .body("groups[0].group.tags", contains("blue_sky", "rain", "fog"))
                .body("groups[0].group.version", greaterThan(0))
                .body("added_count", equalTo(1))
                .body("known_count", equalTo(1))
                .body("rejected_count", equalTo(2));
        load("x.json", """
                [{"name": "Gru B", "color": "#00aaff", "tags": ["x"]}, {"name": "gru b", "tags": ["y"]},
                 {"name": "Gru A", "color": "blue", "tags": []}, {"name": " ", "tags": ["z"]}]""")
                .statusCode(200)
                .body("groups.group.name", contains("Gru A", "Gru B"))
                .body("groups[1].group.tags", contains("x", "y"))
                .body("groups[1].group.color", equalTo("#00AAFF"))
                .body("rejected_count", equalTo(2));
    }

    @Test
    void anImportThatAddsNothingChangesNothing() {
        int version = load("Gru Same.json", "[\"fog\"]").extract().jsonPath().getInt("groups[0].group.version");
        load("Gru Same.json", "[\"fog\"]")
                .statusCode(200)
                .body("groups[0].group.version", equalTo(version))
                .body("known_count", equalTo(1));
    }

    @Test
    void groupsToImportHaveLimitsAndMessages() {
        load("x.json", "tag,count").statusCode(422).body("code", equalTo("unreadable-file"));
        given().multiPart("name", "x")
                .post("/tag-groups/import")
                .then()
                .statusCode(400)
                .body("errors.field", contains("file"));
        String many =
                IntStream.rangeClosed(0, 10_000).mapToObj(i -> "\"t" + i + "\"").collect(Collectors.joining(","));
        load("Gru Many.json", "[" + many + "]").statusCode(422).body("code", equalTo("too-many-tags"));
        given().get("/tag-groups").then().body("name", not(hasItem("Gru Many")));
        String groups = IntStream.rangeClosed(0, 1_000)
                .mapToObj(i -> "\"Gru many " + i + "\": []")
                .collect(Collectors.joining(","));
        load("x.json", "{" + groups + "}").statusCode(422).body("code", equalTo("too-many-groups"));
        given().get("/tag-groups").then().body("name", not(hasItem("Gru many 0")));
    }

    @Test
    void keepsNamesApart() {
        create("Gru One");
        long two = create("Gru Two");
        given().contentType(ContentType.JSON)
                .body("{\"name\": \"gru one\"}")
                .put("/tag-groups/" + two)
                .then()
                .statusCode(409)
                .body("code", equalTo("name-taken"));
        assertThat(given().get("/tag-groups").jsonPath().getList("name")).contains("Gru Two");
        given().contentType(ContentType.JSON)
                .body("{\"name\": \"\"}")
                .put("/tag-groups/" + two)
                .then()
                .statusCode(400)
                .body("errors", not(empty()));
    }
}
