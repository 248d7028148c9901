package dev.fuda.tagger.model;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.fuda.local.LocalStackResource;
import dev.fuda.tagger.flow.ImageSource;
import dev.fuda.tagger.image.TestImages;
import dev.fuda.tagger.palette.Pictures;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "tagger"))
@WithTestResource(ImageSource.class)
class ModelResourceTest {

    private static final float[][] WEIGHTS = {{0, 0, 1, 0, 0, 0}, {0, 0.3f, 0, 1, 0.5f, 0}, {0.2f, 0, 0, 0, 0.5f, 0}};
    private static final byte[] GREEN =
            TestImages.file(".png", Pictures.painted((x, y) -> Pictures.rgb(0, 255, 0)), Pictures.SIDE);

    @Inject
    ModelSettings settings;

    private final String name = "wd-" + UUID.randomUUID();

    @Test
    void aFolderThatIsPutThereIsAModel() throws IOException {
        Path folder = settings.models().orElseThrow().resolve(name);
        SmallTaggers.wd(folder, WEIGHTS);
        Map<String, Object> model = awaitState("ready");
        assertThat(model)
                .containsEntry("built_in", false)
                .containsEntry("tag_count", 6)
                .containsEntry("default_threshold", 0.35f)
                .containsEntry("input", Map.of("width", 8, "height", 8, "layout", "NHWC"));
        given().multiPart("image", "green.png", GREEN)
                .multiPart("model", name)
                .post("/taggers/predict")
                .then()
                .statusCode(200)
                .body("predictions.Rating[0][0]", equalTo("sensitive"))
                .body("predictions.General[0][0]", equalTo("long hair"))
                .body("predictions.General[0][1]", equalTo(1f))
                .body("predictions.General[1][0]", equalTo(">_<"));

        Files.writeString(folder.resolve("selected_tags.csv"), "no,header\n");
        assertThat(awaitState("unavailable"))
                .containsEntry("reason", "selected_tags.csv doesn't begin with a header that has name and category.");
        given().multiPart("image", "green.png", GREEN)
                .multiPart("model", name)
                .post("/taggers/predict")
                .then()
                .statusCode(422)
                .body("code", equalTo("model-unavailable"));

        for (String file : new String[] {"model.onnx", "selected_tags.csv"}) {
            Files.delete(folder.resolve(file));
        }
        Files.delete(folder);
        assertThat(find()).isNull();
    }

    private Map<String, Object> awaitState(String state) {
        return await().atMost(Duration.ofSeconds(20))
                .until(this::find, model -> model != null && state.equals(model.get("state")));
    }

    private Map<String, Object> find() {
        return given().get("/taggers/models")
                .then()
                .statusCode(200)
                .extract()
                .path("find { it.name == '" + name + "' }");
    }
}
