package dev.fuda.tagger.predict;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.fuda.local.LocalStackResource;
import dev.fuda.tagger.flow.ImageSource;
import dev.fuda.tagger.image.TestImages;
import dev.fuda.tagger.palette.Pictures;
import dev.fuda.tagger.score.Sha256;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "tagger"))
@WithTestResource(ImageSource.class)
class PredictResourceTest {

    private static final byte[] BLUE_ON_WHITE =
            TestImages.file(".png", Pictures.disc(Pictures.grey(255), Pictures.rgb(30, 60, 220), 55), Pictures.SIDE);

    @Test
    void listsTheBuiltInModelWhenItIsLoaded() {
        given().multiPart("image", "a.png", BLUE_ON_WHITE)
                .post("/taggers/predict")
                .then()
                .statusCode(200);
        given().get("/taggers/models")
                .then()
                .statusCode(200)
                .body("find { it.name == 'palette' }.state", equalTo("ready"))
                .body("find { it.name == 'palette' }.built_in", equalTo(true))
                .body("find { it.name == 'palette' }.tag_count", greaterThan(30))
                .body("find { it.name == 'palette' }.categories", equalTo(List.of("general")))
                .body("find { it.name == 'palette' }.input.width", equalTo(128))
                .body("find { it.name == 'palette' }.input.layout", equalTo("NHWC"))
                .body("find { it.name == 'palette' }.reason", nullValue());
        // The first look after an outage of the database may still find the connections of before.
        await().atMost(Duration.ofSeconds(10))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void tagsAnImageAndKeepsItsScores() {
        List<List<Object>> general = given().multiPart("image", "a.png", BLUE_ON_WHITE)
                .multiPart("threshold", "0.6")
                .post("/taggers/predict")
                .then()
                .statusCode(200)
                .body("status", equalTo("success"))
                .body("model", equalTo("palette"))
                .extract()
                .path("predictions.General");
        assertThat(general)
                .extracting(List::getFirst)
                .containsExactlyInAnyOrder("monochrome", "blue theme", "simple background", "white background");
        assertThat(general).allSatisfy(pair -> assertThat((float) pair.get(1)).isBetween(0.6f, 1f));

        String hash = Sha256.of(BLUE_ON_WHITE);
        given().get("/taggers/scores/" + hash.toUpperCase(Locale.ROOT))
                .then()
                .statusCode(200)
                .body("model", equalTo("palette"))
                .body("model_version", equalTo("1"))
                .body("scores.tag", hasItem("blue_theme"))
                .body("scores.findAll { it.tag == 'white_background' }.category", equalTo(List.of("general")))
                .body("scores.findAll { it.score < 0.01 }.size()", equalTo(0));
    }

    @Test
    void thresholdsOfOneImageGiveSubsets() {
        Map<String, List<List<Object>>> all = predict("0");
        Map<String, List<List<Object>>> none = predict("1");
        assertThat(all.get("General").size())
                .isGreaterThan(predict("0.5").get("General").size());
        assertThat(none.get("General").size()).isLessThan(all.get("General").size());
    }

    private static Map<String, List<List<Object>>> predict(String threshold) {
        return given().multiPart("image", "a.png", BLUE_ON_WHITE)
                .multiPart("threshold", threshold)
                .post("/taggers/predict")
                .then()
                .statusCode(200)
                .extract()
                .path("predictions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1.5", "NaN", "half", "1e99"})
    void refusesThresholdsOutsideOfZeroToOne(String threshold) {
        given().multiPart("image", "a.png", BLUE_ON_WHITE)
                .multiPart("threshold", threshold)
                .post("/taggers/predict")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("bad-threshold"))
                .body("errors[0].field", equalTo("threshold"));
    }

    @Test
    void tellsWhatIsWrongWithAnImage() {
        refuses(Arrays.copyOf(BLUE_ON_WHITE, 200), "The PNG file is broken or cut off.");
        refuses("hello".getBytes(StandardCharsets.UTF_8), "The file is no PNG, JPEG or WebP image.");
    }

    private static void refuses(byte[] file, String reason) {
        given().multiPart("image", "a.png", file)
                .post("/taggers/predict")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("unreadable-image"))
                .body("detail", equalTo(reason));
    }

    @Test
    void tellsWhatIsMissing() {
        given().multiPart("threshold", "0.5")
                .post("/taggers/predict")
                .then()
                .statusCode(400)
                .body("code", equalTo("no-image"));
        given().multiPart("image", "a.png", new byte[0])
                .post("/taggers/predict")
                .then()
                .statusCode(400)
                .body("code", equalTo("no-image"));
        given().multiPart("image", "a.png", BLUE_ON_WHITE)
                .multiPart("model", "no-such-model")
                .post("/taggers/predict")
                .then()
                .statusCode(404)
                .body("detail", containsString("no-such-model"));
        given().contentType("application/json")
                .body("{}")
                .post("/taggers/predict")
                .then()
                .statusCode(415);
    }

    @Test
    void scoresOfUnknownImagesAndModelsAreNotFound() {
        given().get("/taggers/scores/" + "0".repeat(64)).then().statusCode(404).contentType("application/problem+json");
        given().get("/taggers/scores/" + "0".repeat(64) + "?model=x").then().statusCode(404);
        given().get("/taggers/scores/cafe").then().statusCode(400).body("code", equalTo("bad-hash"));
    }
}
