package dev.fuda.dictionary.review;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.fuda.kernel.event.TaggerEvent.ItemTagged;
import dev.fuda.kernel.event.TaggerEvent.TagScore;
import dev.fuda.kernel.stream.Outbox;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tags that taggers bring in, from their event to a person's decision. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class ReviewTest {

    @Inject
    Pool pool;

    @Inject
    Outbox outbox;

    private void tagged(long item, TagScore... scores) {
        pool.withTransaction(tx -> outbox.append(
                        tx, new ItemTagged(UUID.randomUUID(), 7L, item, "hash", "palette", "1", List.of(scores))))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static TagScore score(String tag, double score) {
        return new TagScore(tag, "character", (float) score);
    }

    private JsonPath review(String state, String tag) {
        JsonPath page =
                given().get("/tag-dictionary/review?limit=200&state=" + state).jsonPath();
        int at = page.getList("items.tag").indexOf(tag);
        return at < 0 ? null : page.setRootPath("items[" + at + "]");
    }

    private long waiting(String tag) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> review("pending", tag), found -> found != null)
                .getLong("tag_id");
    }

    private ValidatableResponse decide(long id, String decision, String target) {
        Map<String, Object> body = new HashMap<>(Map.of("decision", decision));
        if (target != null) {
            body.put("target", target);
        }
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/tag-dictionary/review/" + id)
                .then()
                .log()
                .ifValidationFails();
    }

    private void known(String tag) {
        given().contentType(ContentType.JSON)
                .body(Map.of("tag", tag, "category", "general"))
                .post("/tag-dictionary")
                .then()
                .statusCode(201);
    }

    private static String resolved(String name) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("names", List.of(name)))
                .post("/tag-dictionary/resolve")
                .jsonPath()
                .getString("results[0].status");
    }

    @Test
    void countsSightingsAndKeepsTheNewestAsEvidence() {
        known("rev_known");
        for (int item = 1; item <= 25; item++) {
            tagged(item, score("Rev New", 0.5 + item / 100.0), score("rev_known", 0.9), score("rev_guess", 0.49));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> review("pending", "rev_new") != null
                        && review("pending", "rev_new").getLong("seen") == 25);
        JsonPath review = review("pending", "rev_new");
        assertThat(review.getString("category")).isEqualTo("character");
        assertThat(review.getList("evidence")).hasSize(20);
        assertThat(review.getInt("evidence[0].item_id")).isEqualTo(25);
        assertThat(review.getString("evidence[0].model")).isEqualTo("palette");
        assertThat(review.getFloat("evidence[0].score")).isEqualTo(0.75f);
        assertThat(review("pending", "rev_known")).isNull();
        assertThat(resolved("rev_guess")).isEqualTo("unknown");
        given().get("/tag-dictionary?search=rev_new&match=exact")
                .then()
                .body("items[0].source", equalTo("auto_detected"));
        assertThat(pool.query("select data::text as data from outbox where type = 'TagChanged'")
                        .execute()
                        .await()
                        .atMost(Duration.ofSeconds(10)))
                .extracting(row -> row.getString("data"))
                .filteredOn(data -> data.contains("rev_new"))
                .singleElement(as(STRING))
                .contains("created");
    }

    @Test
    void acceptsRejectsAndMerges() {
        known("rev_target");
        tagged(1, score("rev_good", 0.9), score("rev_bad", 0.9), score("rev_same", 0.9));
        long good = waiting("rev_good");
        long bad = waiting("rev_bad");
        long same = waiting("rev_same");

        decide(good, "accept", null).statusCode(200).body("operation", nullValue());
        assertThat(review("accepted", "rev_good").getString("decided_by")).isEqualTo("local");
        decide(good, "reject", null).statusCode(409).body("code", equalTo("already-decided"));

        String rejection = decide(bad, "reject", null)
                .statusCode(200)
                .body("operation.kind", equalTo("deprecate"))
                .extract()
                .path("operation.id");
        assertThat(resolved("rev_bad")).isEqualTo("deprecated");
        given().get("/tag-dictionary/search?query=rev_bad").then().body("results.tag", not(hasItem("rev_bad")));
        tagged(2, score("rev_bad", 0.99), score("rev_later", 0.9));
        waiting("rev_later");
        assertThat(review("rejected", "rev_bad").getInt("seen")).isEqualTo(1);
        given().post("/tag-dictionary/operations/" + rejection + "/undo").then().statusCode(200);
        assertThat(review("pending", "rev_bad")).isNotNull();

        decide(same, "merge", "rev_target").statusCode(200).body("operation.id", notNullValue());
        assertThat(resolved("rev_same")).isEqualTo("alias");
        tagged(3, score("rev_same", 0.99), score("rev_last", 0.9));
        waiting("rev_last");
        assertThat(review("pending", "rev_same")).isNull();
    }

    @Test
    void refusesWhatIsNoDecision() {
        tagged(1, score("rev_asked", 0.9));
        long id = waiting("rev_asked");
        decide(id, "perhaps", null).statusCode(400).body("code", equalTo("bad-decision"));
        decide(id, "merge", null).statusCode(400).body("code", equalTo("bad-target"));
        decide(id, "merge", "rev_asked").statusCode(400).body("code", equalTo("bad-target"));
        decide(id, "merge", "rev_nobody").statusCode(422).body("code", equalTo("no-such-target"));
        decide(999_999, "accept", null).statusCode(404);
        given().get("/tag-dictionary/review?state=odd").then().statusCode(400);
    }
}
