package dev.fuda.dictionary.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others do beside an operation, or between it and the way back. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class MeanwhileTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    @Inject
    DataSource database;

    private String own;

    @BeforeEach
    void choose() {
        own = UUID.randomUUID().toString().substring(0, 8);
    }

    /** The names of other tests are in the same house. */
    private String n(String name) {
        return name + "_" + own;
    }

    private long tag(String name, String... aliases) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("tag", name, "category", "general", "aliases", List.of(aliases)))
                .post("/tag-dictionary")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static ValidatableResponse ask(String kind, String tag, String target) {
        return given().contentType(ContentType.JSON)
                .body(
                        target == null
                                ? Map.of("kind", kind, "tag", tag)
                                : Map.of("kind", kind, "tag", tag, "target", target))
                .post("/tag-dictionary/operations")
                .then();
    }

    private static String run(String kind, String tag, String target) {
        return ask(kind, tag, target).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse undo(String operation) {
        return given().post("/tag-dictionary/operations/" + operation + "/undo").then();
    }

    private List<Row> query(String sql, Object... values) {
        List<Row> rows = new ArrayList<>();
        pool.preparedQuery(sql)
                .execute(Tuple.from(values))
                .await()
                .atMost(PATIENCE)
                .forEach(rows::add);
        return rows;
    }

    /** Somebody else is in the middle of this; the other one begins meanwhile and has to wait. */
    private <T> T whileHolding(String sql, java.util.function.Supplier<T> other) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            CompletableFuture<T> answer = CompletableFuture.supplyAsync(other);
            await().atMost(PATIENCE).until(() -> answer.isDone() || !query("""
                    select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()
                    """).isEmpty());
            connection.commit();
            connection.setAutoCommit(true);
            return answer.join();
        }
    }

    @Test
    void aDeletionComesBackWithoutAVocabularyThatIsGone() {
        long tag = tag(n("dated"));
        long vocabulary = query(
                        "insert into vocabulary (name, kind, format_id) values ($1, 'custom', 0) returning id",
                        n("gone"))
                .getFirst()
                .getLong("id");
        query("insert into vocabulary_tag (vocabulary_id, tag_id) values ($1, $2)", vocabulary, tag);
        String deletion = run("delete", n("dated"), null);
        given().delete("/vocabularies/" + vocabulary).then().statusCode(204);
        undo(deletion).statusCode(200);
        given().get("/tag-dictionary/" + tag).then().statusCode(200).body("tag", equalTo(n("dated")));
    }

    @Test
    void aDeletionWaitsForTheOtherTagOfItsImplicationToComeBackFirst() {
        tag(n("cat_ears"));
        tag(n("animal_ears"));
        run("implication", n("cat_ears"), n("animal_ears"));
        String first = run("delete", n("cat_ears"), null);
        String second = run("delete", n("animal_ears"), null);
        undo(first).statusCode(409).body("code", equalTo("changed-since")).body("detail", containsString("deleted"));
        undo(second).statusCode(200);
        undo(first).statusCode(200);
        given().get("/tag-implications?tag=" + n("cat_ears")).then().body("total", equalTo(1));
    }

    @Test
    void anUndoThatWouldCloseACircleIsRefused() {
        tag(n("a"), n("z"));
        tag(n("target"));
        String aliased = run("alias", n("a"), n("target"));
        tag(n("z"));
        given().contentType(ContentType.JSON)
                .body(Map.of("source_tag", n("a"), "target_tag", n("z")))
                .post("/tag-aliases")
                .then()
                .statusCode(201);
        undo(aliased).statusCode(409).body("code", equalTo("circle")).body("circle", hasItems(n("a"), n("z")));
    }

    @Test
    void anEditOfAGroupBesideAMergeOutlivesItsUndo() throws SQLException {
        tag(n("from"));
        tag(n("to"));
        long group = query("insert into tag_group (name, tags) values ($1, $2) returning id", n("group"), new String[] {
                    n("from"), n("kept")
                })
                .getFirst()
                .getLong("id");
        String merge = whileHolding(
                "update tag_group set tags = tags || array['%s'] where id = %d".formatted(n("added"), group),
                () -> run("merge", n("from"), n("to")));
        undo(merge).statusCode(200);
        assertThat(query("select tags from tag_group where id = $1", group)
                        .getFirst()
                        .getArrayOfStrings("tags"))
                .containsExactly(n("from"), n("kept"), n("added"));
    }

    @Test
    void manyWaysBetweenTwoTagsTakeNoTime() {
        int layers = 40;
        List<Long> ids = new ArrayList<>();
        for (Row row : query("""
                insert into tag (name, category) select $1 || '_' || n, 0 from generate_series(1, $2::int) n returning id
                """, n("layer"), 2 * layers)) {
            ids.add(row.getLong("id"));
        }
        query("""
                insert into tag_implication (antecedent_id, consequent_id, status, author)
                select a.id, c.id, 'active', 'test' from unnest($1::bigint[]) with ordinality a (id, n)
                join unnest($1::bigint[]) with ordinality c (id, n) on (a.n - 1) / 2 + 1 = (c.n - 1) / 2
                """, (Object) ids.toArray(Long[]::new));
        tag(n("end"));
        run("implication", n("layer") + "_" + (2 * layers), n("end"));
        ask("implication", n("end"), n("layer") + "_1")
                .statusCode(409)
                .body("code", equalTo("circle"))
                .body("circle.size()", equalTo(layers + 2));
        ask("implication", n("layer") + "_1", n("end")).statusCode(409).body("code", equalTo("already-implied"));
    }

    @Test
    void whoWaitsTooLongIsToldSo() throws SQLException {
        tag(n("held"));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select from tag where name = '" + n("held") + "' for update");
            ask("deprecate", n("held"), null).statusCode(409).body("code", equalTo("busy"));
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Test
    void aRequestThatIsRejectedMeanwhileIsNotAccepted() throws SQLException {
        tag(n("wanted"));
        long request = given().contentType(ContentType.JSON)
                .body(Map.of("source_tag", n("other"), "target_tag", n("wanted")))
                .post("/tag-aliases/requests")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        whileHolding(
                        "update alias_request set status = 'rejected' where id = " + request,
                        () -> given().post("/tag-aliases/requests/" + request + "/accept"))
                .then()
                .statusCode(409)
                .body("code", equalTo("already-decided"));
        given().get("/tag-aliases?search=" + n("other")).then().body("total", equalTo(0));
    }

    @Test
    void anEditOfATagThatIsRenamedMeanwhileGivesItNoName() throws SQLException {
        long tag = tag(n("first"));
        whileHolding(
                        "update tag set name = '%s' where id = %d".formatted(n("second"), tag),
                        () -> given().contentType(ContentType.JSON)
                                .body(Map.of("tag", n("first"), "count", 7))
                                .put("/tag-dictionary/" + tag))
                .then()
                .statusCode(409)
                .body("code", equalTo("overtaken"));
        given().get("/tag-dictionary/" + tag)
                .then()
                .body("tag", equalTo(n("second")))
                .body("count", equalTo(0));
    }

    @Test
    void aRenameComesBackWithoutAVocabularyThatIsGone() {
        long tag = tag(n("before"));
        long vocabulary = query(
                        "insert into vocabulary (name, kind, format_id) values ($1, 'custom', 0) returning id",
                        n("gone"))
                .getFirst()
                .getLong("id");
        query("insert into vocabulary_tag (vocabulary_id, tag_id) values ($1, $2)", vocabulary, tag);
        String rename = run("rename", n("before"), n("after"));
        given().delete("/vocabularies/" + vocabulary).then().statusCode(204);
        undo(rename).statusCode(200);
        given().get("/tag-dictionary/" + tag).then().body("tag", equalTo(n("before")));
    }

    @Test
    void aReviewThatIsDecidedMeanwhileIsNotDecidedAgain() throws SQLException {
        for (String[] pair : new String[][] {{"accepted", "reject"}, {"rejected", "accept"}}) {
            long tag = tag(n(pair[1]));
            query("insert into tag_review (tag_id) values ($1)", tag);
            whileHolding(
                            "update tag_review set state = '%s' where tag_id = %d".formatted(pair[0], tag),
                            () -> given().contentType(ContentType.JSON)
                                    .body(Map.of("decision", pair[1]))
                                    .post("/tag-dictionary/review/" + tag))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("already-decided"));
            given().get("/tag-dictionary/" + tag).then().body("is_deprecated", equalTo(false));
        }
    }

    @Test
    void aPickOfATagThatIsJustDeletedIsLeftOut() throws SQLException {
        long tag = tag(n("chosen"));
        whileHolding(
                        "delete from tag where id = " + tag,
                        () -> given().contentType(ContentType.JSON)
                                .body(Map.of("tags", List.of(n("chosen"))))
                                .post("/tag-dictionary/picks"))
                .then()
                .statusCode(204);
    }
}
