package dev.fuda.dictionary.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reaches from the dictionary into datasets: preview, the deed, its event, and the way back. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class OperationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

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

    private long tag(String name, String... aliases) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("tag", name, "category", "general", "count", 10, "aliases", List.of(aliases)))
                .post("/tag-dictionary")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private ValidatableResponse ask(String path, String kind, String tag, String target) {
        Map<String, Object> body = new HashMap<>(Map.of("kind", kind, "tag", tag));
        if (target != null) {
            body.put("target", target);
        }
        return given().contentType(ContentType.JSON)
                .header("X-Fuda-User", "mika")
                .body(body)
                .post("/tag-dictionary/operations" + path)
                .then();
    }

    private String run(String kind, String tag, String target) {
        return ask("", kind, tag, target).statusCode(201).extract().path("id");
    }

    private ValidatableResponse undo(String operation) {
        return given().post("/tag-dictionary/operations/" + operation + "/undo")
                .then()
                .log()
                .ifValidationFails();
    }

    private ValidatableResponse resolve(String name) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("names", List.of(name)))
                .post("/tag-dictionary/resolve")
                .then();
    }

    /** Every row of the tables that operations touch, without what only counts edits. */
    private List<String> everything() {
        List<String> rows = new ArrayList<>();
        for (Table table : Table.values()) {
            String sql = "select (to_jsonb(t) - 'version' - 'updated_at')::text as row from %s t order by 1";
            for (Row row : query(sql.formatted(table.sqlName()))) {
                rows.add(table + row.getString("row"));
            }
        }
        return rows;
    }

    private Iterable<Row> query(String sql, Object... values) {
        return pool.preparedQuery(sql).execute(Tuple.from(values)).await().atMost(PATIENCE);
    }

    private List<JsonObject> events(String type, String operation) {
        List<JsonObject> events = new ArrayList<>();
        query("select data from outbox where type = $1 and subject = $2 order by seq", type, "operation/" + operation)
                .forEach(row -> events.add(new JsonObject(row.getString("data"))));
        return events;
    }

    private void group(String name, String... tags) {
        given().contentType(ContentType.JSON)
                .body(Map.of("name", name, "tags", List.of(tags)))
                .post("/tag-groups")
                .then()
                .statusCode(201);
    }

    @Test
    void aMergeTakesEverythingAlongAndComesBackWhole() {
        long from = tag(n("from"), n("from_alias"), n("shared"));
        long to = tag(n("to"), n("shared"));
        tag(n("implied"));
        run("implication", n("from"), n("implied"));
        group(n("both"), n("a"), n("from"), n("b"), n("to"));
        group(n("one"), n("a"), n("from"), n("b"));
        given().contentType(ContentType.JSON)
                .body(Map.of("translations", List.of(Map.of("language", "ja", "translation", "訳" + own))))
                .put("/tag-dictionary/" + from + "/translations")
                .then()
                .statusCode(200);
        query("insert into tag_status (tag_id, format_id, type_id, preferred_tag_id) values ($1, 2, 0, $1)", from);
        query("insert into tag_usage_count (tag_id, format_id, count) values ($1, 2, 77), ($2, 2, 5)", from, to);
        List<String> before = everything();

        ask("/preview", "merge", n("from"), n("to"))
                .statusCode(200)
                .body("title", equalTo("Merge " + n("from") + " into " + n("to")))
                .body("rewrites.from", contains(n("from")))
                .body("rewrites[0].to", contains(n("to")))
                .body("impact.tags", equalTo(1))
                .body("impact.groups", equalTo(2))
                .body("impact.implications", equalTo(2))
                .body("impact.translations", equalTo(2))
                .body("impact.datasets_known", equalTo(false))
                .body("impact.items", nullValue());
        assertThat(everything()).as("a preview keeps nothing").isEqualTo(before);

        String operation = run("merge", n("from"), n("to"));
        given().get("/tag-dictionary/" + from).then().statusCode(404);
        given().get("/tag-dictionary/" + to)
                .then()
                .body("aliases", containsInAnyOrder(n("from"), n("from_alias"), n("shared")));
        resolve(n("from")).body("results[0].tag", equalTo(n("to"))).body("results[0].status", equalTo("alias"));
        resolve("訳" + own).body("results[0].tag", equalTo(n("to")));
        given().get("/tag-dictionary/search?query=訳" + own).then().body("results[0].tag", equalTo(n("to")));
        given().get("/tag-groups")
                .then()
                .body("find { it.name == '" + n("both") + "' }.tags", contains(n("a"), n("b"), n("to")))
                .body("find { it.name == '" + n("one") + "' }.tags", contains(n("a"), n("to"), n("b")));
        given().get("/tag-dictionary/search-tags?keyword=" + n("to") + "&partial=false&format_name=e621")
                .then()
                .body("tags[0].usage_count", equalTo(77));
        assertThat(events("TagsRewritten", operation))
                .singleElement()
                .extracting(event -> event.getString("author") + event.getJsonArray("rewrites"))
                .isEqualTo("mika[{\"from\":\"" + n("from") + "\",\"to\":[\"" + n("to") + "\"]}]");

        undo(operation).statusCode(200).body("undone_at", notNullValue());
        assertThat(everything()).isEqualTo(before);
        assertThat(events("RewriteUndone", operation)).hasSize(1);
        resolve(n("from")).body("results[0].status", equalTo("exact"));
        undo(operation).statusCode(409).body("code", equalTo("already-undone"));
    }

    @ParameterizedTest
    @CsvSource({"rename", "alias", "deprecate", "implication", "delete"})
    void everyKindComesBackWhole(String kind) {
        tag(n("old"), n("old_alias"));
        boolean isNew = kind.equals("rename");
        boolean none = kind.equals("delete");
        if (!isNew) {
            tag(n("new"));
        }
        group(n("group"), n("old"));
        List<String> before = everything();
        String operation = run(kind, n("old"), none ? null : n("new"));
        assertThat(everything()).isNotEqualTo(before);
        assertThat(events("TagsRewritten", operation)).hasSize(none ? 0 : 1);
        undo(operation).statusCode(200);
        assertThat(everything()).isEqualTo(before);
        given().get("/tag-dictionary/operations").then().body("items.id", hasItem(operation));
    }

    @Test
    void aRenamedTagIsFoundByBothNames() {
        long id = tag(n("old"));
        run("rename", n("old"), n("new"));
        given().get("/tag-dictionary/" + id)
                .then()
                .body("tag", equalTo(n("new")))
                .body("aliases", contains(n("old")));
        tag(n("other"));
        ask("", "rename", n("other"), n("new"))
                .statusCode(409)
                .body("code", equalTo("name-taken"))
                .body("detail", containsString("Merge"));
        ask("", "rename", n("other"), n("old")).statusCode(409).body("code", equalTo("alias-elsewhere"));
    }

    @Test
    void aDeprecatedTagLeadsToItsReplacementOverAnyNumberOfSteps() {
        long first = tag(n("first"), n("alias_of_first"));
        tag(n("second"));
        tag(n("third"));
        run("deprecate", n("first"), n("second"));
        run("deprecate", n("second"), n("third"));
        resolve(n("first"))
                .body("results[0].status", equalTo("deprecated"))
                .body("results[0].tag", equalTo(n("third")))
                .body("results[0].via", contains(n("first"), n("second")));
        resolve(n("alias_of_first"))
                .body("results[0].status", equalTo("alias"))
                .body("results[0].tag", equalTo(n("third")));
        given().get("/tag-dictionary/" + first).then().body("replacement", equalTo(n("second")));
        given().contentType(ContentType.JSON)
                .body("{\"is_deprecated\": false}")
                .put("/tag-dictionary/" + first)
                .then()
                .body("replacement", nullValue());
        resolve(n("first")).body("results[0].status", equalTo("exact"));
        ask("", "merge", n("first"), n("second"))
                .statusCode(422)
                .body("code", equalTo("deprecated-target"))
                .body("detail", containsString(n("third")));
    }

    @Test
    void anImplicationThatIsPutOutOfForceComesBack() {
        long id = tag(n("kitten"));
        tag(n("cat"));
        run("implication", n("kitten"), n("cat"));
        List<String> before = everything();
        int implication = given().get("/tag-implications?tag=" + n("kitten"))
                .then()
                .extract()
                .path("items[0].id");
        String operation = given().header("X-Fuda-User", "mika")
                .delete("/tag-implications/" + implication)
                .then()
                .statusCode(204)
                .extract()
                .header("Fuda-Operation");
        given().get("/tag-implications?tag=" + n("kitten")).then().body("total", equalTo(0));
        given().delete("/tag-implications/" + implication).then().statusCode(404);
        assertThat(events("TagsRewritten", operation))
                .as("items keep their tags")
                .isEmpty();
        given().get("/tag-dictionary/operations")
                .then()
                .body("items.find { it.id == '" + operation + "' }.kind", equalTo("unimply"))
                .body("items.find { it.id == '" + operation + "' }.author", equalTo("mika"))
                .body("items.find { it.id == '" + operation + "' }.impact.items", equalTo(0))
                .body("items.find { it.id == '" + operation + "' }.title", containsString("no longer implies"));
        ask("", "unimply", n("kitten"), n("cat")).statusCode(422).body("code", equalTo("no-such-implication"));
        undo(operation).statusCode(200);
        assertThat(everything()).isEqualTo(before);
        assertThat(query("select data from outbox where type = 'TagChanged' and subject = $1", "tag/" + id))
                .as("made, implied, ended, undone")
                .hasSize(4);
    }

    @Test
    void circlesAreRefusedByName() {
        tag(n("a"));
        tag(n("b"));
        tag(n("c"));
        run("implication", n("a"), n("b"));
        run("implication", n("b"), n("c"));
        ask("", "implication", n("c"), n("a"))
                .statusCode(409)
                .body("code", equalTo("circle"))
                .body("circle", contains(n("c"), n("a"), n("b"), n("c")));
        ask("", "implication", n("a"), n("c"))
                .statusCode(409)
                .body("code", equalTo("already-implied"))
                .body("way", contains(n("a"), n("b"), n("c")));
        assertThat(events("TagsRewritten", run("implication", n("c"), newTag(n("d")))))
                .singleElement()
                .extracting(event -> event.getJsonArray("rewrites").toString())
                .isEqualTo("[{\"from\":\"" + n("c") + "\",\"to\":[\"" + n("c") + "\",\"" + n("d") + "\"]}]");

        run("deprecate", n("a"), n("b"));
        given().contentType(ContentType.JSON)
                .body(Map.of("source_tag", n("b"), "target_tag", n("a")))
                .post("/tag-aliases")
                .then()
                .statusCode(409)
                .body("circle", contains(n("b"), n("a"), n("b")));
        given().contentType(ContentType.JSON)
                .body(Map.of("tag", n("e"), "category", "general", "aliases", List.of(n("f"))))
                .post("/tag-dictionary")
                .then()
                .statusCode(201);
        given().contentType(ContentType.JSON)
                .body(Map.of("tag", n("f"), "category", "general", "aliases", List.of(n("e"))))
                .post("/tag-dictionary")
                .then()
                .statusCode(409)
                .body("circle", contains(n("e"), n("f"), n("e")));
        given().get("/tag-dictionary?match=exact&search=" + n("f")).then().body("items", empty());
    }

    private String newTag(String name) {
        tag(name);
        return name;
    }

    @Test
    void undoIsRefusedWhenItWouldTouchALaterChangeAndChangesNothing() {
        long id = tag(n("old"));
        String rename = run("rename", n("old"), n("new"));
        run("rename", n("new"), n("newest"));
        List<String> before = everything();
        undo(rename)
                .statusCode(409)
                .body("code", equalTo("changed-since"))
                .body("changed", contains("the tag " + n("newest") + " was changed (name)"));
        assertThat(everything()).isEqualTo(before);

        tag(n("gone"));
        String delete = run("delete", n("gone"), null);
        tag(n("gone"));
        undo(delete).statusCode(409).body("code", equalTo("changed-since"));

        String deprecation = run("deprecate", n("newest"), null);
        given().contentType(ContentType.JSON)
                .body("{\"count\": 4711}")
                .put("/tag-dictionary/" + id)
                .then()
                .statusCode(200);
        undo(deprecation).statusCode(200);
        given().get("/tag-dictionary/" + id).then().body("count", equalTo(4711)).body("is_deprecated", equalTo(false));
    }

    @Test
    void deletingCanTakeTheTagOffItemsAndIsAnOperation() {
        long kept = tag(n("kept"));
        long taken = tag(n("taken"));
        String plain = given().delete("/tag-dictionary/" + kept)
                .then()
                .statusCode(204)
                .extract()
                .header("Fuda-Operation");
        assertThat(events("TagsRewritten", plain)).isEmpty();
        undo(plain).statusCode(200);
        given().get("/tag-dictionary/" + kept).then().statusCode(200);

        given().header("If-Match", "\"9\"")
                .delete("/tag-dictionary/" + taken)
                .then()
                .statusCode(412)
                .body("code", equalTo("stale-version"));
        String everywhere = given().queryParam("delete_from_datasets", true)
                .delete("/tag-dictionary/" + taken)
                .then()
                .statusCode(204)
                .extract()
                .header("Fuda-Operation");
        assertThat(events("TagsRewritten", everywhere))
                .singleElement()
                .extracting(event -> event.getJsonArray("rewrites").toString())
                .isEqualTo("[{\"from\":\"" + n("taken") + "\",\"to\":[]}]");
        given().delete("/tag-dictionary/" + taken).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "frobnicate, a, b, kind",
        "merge, '', b, tag",
        "merge, a, , target",
        "merge, a, a, target",
        "delete, a, b, target",
        "rename, a, 'b,c', target"
    })
    void refuses(String kind, String tag, String target, String field) {
        ask("", kind, tag, target)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("bad-operation"))
                .body("errors.field", contains(field));
        ask("/preview", "merge", n("none"), n("nobody")).statusCode(422).body("code", equalTo("no-such-tag"));
        undo(UUID.randomUUID().toString()).statusCode(404);
        given().post("/tag-dictionary/operations").then().statusCode(not(500));
    }

    /**
     * Eight people tie names together at random, all at once: the graph never gets a circle, no request fails for another
     * reason than a refusal, and what was accepted is there.
     */
    @Test
    void staysSoundUnderConcurrentEdits() throws Exception {
        int people = 8;
        int each = 25;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            names.add(newTag(n("t" + i)));
        }
        CyclicBarrier start = new CyclicBarrier(people);
        List<Callable<Integer>> work = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            java.util.Random random = new java.util.Random(person);
            work.add(() -> {
                start.await();
                int accepted = 0;
                for (int i = 0; i < each; i++) {
                    String one = names.get(random.nextInt(names.size()));
                    String other = names.get(random.nextInt(names.size()));
                    if (one.equals(other)) {
                        continue;
                    }
                    int status = random.nextInt(3) == 0
                            ? given().contentType(ContentType.JSON)
                                    .body(Map.of("source_tag", one, "target_tag", other))
                                    .post("/tag-aliases")
                                    .statusCode()
                            : ask("", "implication", one, other).extract().statusCode();
                    assertThat(status).isIn(201, 409);
                    accepted += status == 201 ? 1 : 0;
                }
                return accepted;
            });
        }
        int accepted = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(people)) {
            for (Future<Integer> one : threads.invokeAll(work)) {
                accepted += one.get();
            }
        }
        dev.fuda.dictionary.graph.RelationGraph implications = new dev.fuda.dictionary.graph.RelationGraph();
        dev.fuda.dictionary.graph.RelationGraph aliases = new dev.fuda.dictionary.graph.RelationGraph();
        query(
                        "select a.name as a, c.name as c from tag_implication i join tag a on a.id = i.antecedent_id join tag c on c.id = i.consequent_id where a.name like '%' || $1",
                        own)
                .forEach(row -> assertThat(implications.add(row.getString("a"), row.getString("c")))
                        .isEmpty());
        query("select a.alias, t.name from tag_alias a join tag t on t.id = a.tag_id where t.name like '%' || $1", own)
                .forEach(row -> assertThat(aliases.add(row.getString("alias"), row.getString("name")))
                        .isEmpty());
        assertThat(implications.size() + aliases.size()).isEqualTo(accepted).isGreaterThan(10);
    }
}
