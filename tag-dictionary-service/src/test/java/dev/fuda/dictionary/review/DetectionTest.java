package dev.fuda.dictionary.review;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.fuda.kernel.event.TaggerEvent.ItemTagged;
import dev.fuda.kernel.event.TaggerEvent.TagScore;
import dev.fuda.kernel.stream.Outbox;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A house that does not want what taggers find. */
@QuarkusTest
@TestProfile(DetectionTest.Off.class)
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class DetectionTest {

    /** Detection switched off. */
    public static class Off implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fuda.review.detect", "false");
        }
    }

    @Inject
    Pool pool;

    @Inject
    Outbox outbox;

    @Test
    void nothingThatTaggersFindIsAdded() {
        Duration patience = Duration.ofSeconds(20);
        ItemTagged tagged = new ItemTagged(
                UUID.randomUUID(), 7L, 1L, "hash", "palette", "1", List.of(new TagScore("det_new", "general", 0.9f)));
        pool.withTransaction(tx -> outbox.append(tx, tagged)).await().atMost(patience);
        await().atMost(patience)
                .until(() -> pool.query("select from inbox where grp = 'dictionary'")
                                .execute()
                                .await()
                                .atMost(patience)
                                .size()
                        > 0);
        given().contentType(ContentType.JSON)
                .body(Map.of("names", List.of("det_new")))
                .post("/tag-dictionary/resolve")
                .then()
                .body("results[0].status", equalTo("unknown"));
        given().get("/tag-dictionary/review").then().body("items.tag", not(hasItem("det_new")));
    }
}
