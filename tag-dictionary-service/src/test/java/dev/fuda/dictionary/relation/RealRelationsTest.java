package dev.fuda.dictionary.relation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fuda.dictionary.OwnDatabase;
import dev.fuda.dictionary.RealTags;
import dev.fuda.dictionary.graph.RelationGraph;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The relations of a real site, all of them. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class RealRelationsTest {

    @Inject
    Pool pool;

    private static ValidatableResponse load(String kind, byte[] bytes) {
        return given().multiPart("file", "list.tsv", bytes)
                .multiPart("kind", kind)
                .post("/tag-relations/import")
                .then()
                .log()
                .ifValidationFails();
    }

    private Iterable<Row> query(String sql) {
        return pool.query(sql).execute().await().atMost(Duration.ofSeconds(20));
    }

    /** The real lists of Danbooru: everything that gets in is free of circles, and each alias leads to one end. */
    @Test
    void takesTheRealLists() throws IOException {
        assumeTrue(RealTags.present(), "the real lists are not beside this checkout");
        given().multiPart("file", "danbooru.csv", Files.readAllBytes(RealTags.file("danbooru.csv")))
                .post("/tag-dictionary/import")
                .then()
                .statusCode(200);
        JsonPath aliases = load("alias", Files.readAllBytes(RealTags.file("aliases.tsv")))
                .statusCode(200)
                .extract()
                .jsonPath();
        JsonPath implications = load("implication", Files.readAllBytes(RealTags.file("implications.tsv")))
                .statusCode(200)
                .body("added_count", greaterThan(15_000))
                .extract()
                .jsonPath();
        assertThat(aliases.getInt("inactive_count")).isEqualTo(15_862);
        assertThat(aliases.getInt("added_count") + aliases.getInt("known_count"))
                .isGreaterThan(10_000);
        RelationGraph graph = new RelationGraph();
        int edges = 0;
        for (Row row : query(
                "select a.name as a, c.name as c from tag_implication i join tag a on a.id = i.antecedent_id join tag c on c.id = i.consequent_id where i.status = 'active'")) {
            assertThat(graph.add(row.getString("a"), row.getString("c"))).isEmpty();
            edges++;
        }
        assertThat(edges).isGreaterThanOrEqualTo(implications.getInt("added_count"));
        given().get("/tag-implications?tag=absurdres").then().body("items.consequent", hasItem("highres"));
        given().get("/tag-implications?status=deleted").then().body("items", hasSize(greaterThan(10)));
        assertThat(aliases.getString("rejected.reason") + implications.getString("rejected.reason"))
                .doesNotContain("circle");
    }
}
