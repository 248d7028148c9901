package dev.fuda.dataset.scan;

import static dev.fuda.dataset.MetadataWriter.withExif;
import static dev.fuda.dataset.MetadataWriter.withText;
import static dev.fuda.dataset.Pictures.jpeg;
import static dev.fuda.dataset.Pictures.png;
import static dev.fuda.dataset.Pictures.webp;
import static dev.fuda.dataset.Pictures.write;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.fuda.dataset.MetadataWriter.Exif;
import dev.fuda.dataset.ServiceCalls;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of real files become items, through the front door. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dataset"))
class ScanTest {

    private final ServiceCalls calls = new ServiceCalls();

    @Test
    void pairsImagesWithTheirCaptions(@TempDir Path folder) {
        write(folder, "one/image001.png", png(640, 480, 1));
        write(folder, "one/image001.txt", "1girl, long hair, smile");
        write(folder, "one/image002.jpg", jpeg(320, 200, 2));
        write(folder, "one/image002_main.txt", "solo, :d, re:zero");
        write(folder, "one/image002_alt.txt", "dog");
        write(folder, "two/image003.webp", webp(100, 50, 3));

        long id = calls.scanned(calls.register(folder));

        given().get("/datasets/" + id)
                .then()
                .statusCode(200)
                .body("total_images", equalTo(3))
                .body("total_items", equalTo(3))
                .body("total_captions", equalTo(3))
                .body("items_without_caption", equalTo(1))
                .body("problems", equalTo(0))
                .body("active_job_id", nullValue());
        JsonPath items = calls.items(id);
        assertThat(items.getList("items.relative_path"))
                .containsExactly("one/image001.png", "one/image002.jpg", "two/image003.webp");
        assertThat(items.getList("items[0].tags.main.tag")).containsExactly("1girl", "long_hair", "smile");
        assertThat(items.getInt("items[0].width")).isEqualTo(640);
        assertThat(items.getInt("items[0].height")).isEqualTo(480);
        assertThat(items.getString("items[0].item_type")).isEqualTo("single");
        assertThat(items.getInt("items[0].tag_count")).isEqualTo(3);
        assertThat(items.getList("items[1].tags.main.tag")).containsExactly("solo", ":d", "re:zero");
        assertThat(items.getString("items[1].caption_paths.alt")).isEqualTo("one/image002_alt.txt");
        assertThat(items.getInt("items[2].width")).isEqualTo(100);
    }

    @Test
    void readsCaptionsOutOfTheImages(@TempDir Path folder) {
        Exif exif = new Exif()
                .imageDescription("A girl.")
                .xpKeywords("1girl;solo")
                .userComment("今日の絵")
                .orientation(6);
        write(folder, "a.jpg", withExif(jpeg(40, 20, 1), exif));
        write(folder, "a.txt", "1girl, hat");
        write(folder, "b.png", withText(png(8, 8, 2), "parameters", "cat, sitting\nSteps: 1, Seed: 2, Size: 8x8"));

        long id = calls.scanned(calls.register(folder, Map.of("read_exif", true)));

        JsonPath items = calls.items(id);
        assertThat(items.getInt("items[0].width")).isEqualTo(20);
        assertThat(items.getInt("items[0].tag_count")).isEqualTo(3);
        assertThat(items.getList("items[0].tags.xp_keywords.source")).containsExactly("exif", "exif");
        JsonPath detail = given().get("/datasets/" + id + "/items/" + items.getLong("items[0].id"))
                .jsonPath();
        assertThat(detail.getList("captions.caption_type"))
                .containsExactly("tags", "tags", "natural_language", "social_media");
        assertThat(detail.getList("captions.content")).containsExactly("1girl, hat", "1girl, solo", "A girl.", "今日の絵");
        assertThat(detail.getList("captions.source_field"))
                .containsExactly(null, "XPKeywords", "ImageDescription", "UserComment");
        assertThat(detail.getMap("exif_data.'Exif IFD0'")).containsKey("Orientation");
        given().get("/datasets/" + id + "/items/" + items.getLong("items[1].id"))
                .then()
                .body("captions[0].content", equalTo("cat, sitting"))
                .body("exif_data.Generation.Seed", equalTo("2"));
        assertThat(calls.rescanned(id).getInt("result.unchanged")).isEqualTo(2);
    }

    @Test
    void groupsSourceAndTargetIntoOneItem(@TempDir Path folder) {
        write(folder, "batch/a_source.webp", webp(64, 64, 1));
        write(folder, "batch/a_target.webp", webp(64, 64, 2));
        write(folder, "batch/a_instruction.txt", "Make her smile.");

        long id = calls.scanned(calls.register(folder));

        JsonPath items = calls.items(id);
        assertThat(items.getInt("total")).isEqualTo(1);
        assertThat(items.getString("items[0].item_type")).isEqualTo("pair");
        assertThat(items.getString("items[0].image_suffix")).isEqualTo("target");
        assertThat(items.getString("items[0].related_images.source.relative_path"))
                .isEqualTo("batch/a_source.webp");
        given().get("/datasets/" + id + "/items/" + items.getLong("items[0].id"))
                .then()
                .body("captions", hasSize(1))
                .body("captions[0].caption_type", equalTo("instruction"))
                .body("captions[0].content", equalTo("Make her smile."))
                .body("problems", hasSize(0));
        given().get("/datasets/" + id).then().body("total_images", equalTo(2)).body("total_items", equalTo(1));
        given().get("/datasets").then().body("findAll { it.id == " + id + " }.total_images", contains(2));
    }
}
