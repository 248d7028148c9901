package dev.fuda.dictionary.live;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import dev.fuda.dictionary.name.Category;
import dev.fuda.dictionary.suggest.Meaning;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class MeaningTest {

    /** Knows what three texts mean; of the others it says nothing, and so changes no other test. */
    @ApplicationScoped
    static class Knowing implements Meaning {
        @Override
        public CompletionStage<List<String>> near(String text, Category category, int limit) {
            return switch (text) {
                case "somebody beneath meaning_parasol" ->
                    CompletableFuture.completedFuture(List.of("meaning_umbrella", "no_such_tag", "meaning_rain"));
                case "somebody who never meaning_answers" -> new CompletableFuture<>();
                case "somebody who meaning_fails" -> throw new IllegalStateException("No model");
                default -> CompletableFuture.completedFuture(List.of());
            };
        }
    }

    @BeforeEach
    void tags() {
        for (String tag : List.of("meaning_rain", "meaning_umbrella", "somebody_beneath_meaning_parasol_too")) {
            given().contentType(ContentType.JSON)
                    .body(Map.of("tag", tag, "category", tag.endsWith("rain") ? "meta" : "general"))
                    .post("/tag-dictionary");
        }
    }

    private static ValidatableResponse search(String query) {
        return given().get("/tag-dictionary/search?query=" + query).then().statusCode(200);
    }

    @Test
    void whatIsMeantComesAfterWhatIsWrittenTheNearestFirst() {
        search("somebody beneath meaning_parasol")
                .body(
                        "results.tag",
                        contains("somebody_beneath_meaning_parasol_too", "meaning_umbrella", "meaning_rain"))
                .body("results.reason", contains("prefix", "meaning", "meaning"));
        search("somebody beneath meaning_parasol&limit=2")
                .body("results.tag", contains("somebody_beneath_meaning_parasol_too", "meaning_umbrella"));
        search("somebody beneath meaning_parasol&category=meta").body("results.tag", contains("meaning_rain"));
        search("somebody beneath meaning_parasol&means=prefix")
                .body("results.tag", contains("somebody_beneath_meaning_parasol_too"));
    }

    @Test
    void nobodyWaitsForWhatFailsOrNeverAnswers() {
        search("somebody who never meaning_answers").body("results", empty());
        search("somebody who meaning_fails").body("results", empty());
    }
}
