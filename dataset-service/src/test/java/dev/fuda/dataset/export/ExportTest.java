package dev.fuda.dataset.export;

import static dev.fuda.dataset.Pictures.png;
import static dev.fuda.dataset.Pictures.write;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.fuda.dataset.ServiceCalls;
import dev.fuda.dataset.TestFolders;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports through the front door, unpacked and looked at. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dataset"))
class ExportTest {

    private final ServiceCalls calls = new ServiceCalls();
    private Path folder;
    private long dataset;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = TestFolders.make();
    }

    private void scan() {
        dataset = calls.scanned(calls.register(folder, Map.of("name", "桜 set: " + System.nanoTime())));
    }

    private Map<String, byte[]> export(Map<String, Object> request) throws IOException {
        byte[] zip = calls.post("/datasets/" + dataset + "/export", request)
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                boolean image = entry.getName().endsWith(".png");
                assertThat(entry.getMethod()).isEqualTo(image ? ZipEntry.STORED : ZipEntry.DEFLATED);
                assertThat(files.put(entry.getName(), in.readAllBytes()))
                        .as(entry.getName())
                        .isNull();
            }
        }
        return files;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }

    private void twoImages() {
        write(folder, "sub/a.png", png(8, 8, 1));
        write(folder, "sub/a.txt", "1girl, long_hair\n");
        write(folder, "b.png", png(9, 8, 2));
        scan();
    }

    @Test
    void txtKeepsTheFoldersAndTheTextsOfTheDataset() throws IOException {
        twoImages();
        Map<String, byte[]> files = export(Map.of());
        assertThat(files.keySet()).containsExactlyInAnyOrder("sub/a.png", "sub/a.txt", "b.png");
        assertThat(files.get("sub/a.png")).isEqualTo(Files.readAllBytes(folder.resolve("sub/a.png")));
        assertThat(text(files.get("sub/a.txt"))).isEqualTo("1girl, long_hair\n");
        assertThat(export(Map.of("include_images", false)).keySet()).containsExactly("sub/a.txt");
        assertThat(export(Map.of("search", "-1girl")).keySet()).containsExactly("b.png");
    }

    @Test
    void leavesOutTagGroups() throws IOException {
        twoImages();
        long id = calls.items(dataset).getLong("items.find { it.base_name == 'a' }.id");
        calls.post(
                        "/datasets/" + dataset + "/items/" + id + "/tags",
                        Map.of("tag", "best_quality", "position", 0, "tag_group", "Quality"))
                .then()
                .statusCode(201);
        assertThat(text(export(Map.of("exclude_tag_groups", List.of("quality"))).get("sub/a.txt")))
                .isEqualTo("1girl, long_hair\n");
        assertThat(text(export(Map.of()).get("sub/a.txt"))).isEqualTo("best_quality, 1girl, long_hair\n");
    }

    @Test
    void jsonHoldsEverything() throws IOException {
        write(folder, "a_description.txt", "A girl.");
        twoImages();
        Map<String, byte[]> files = export(Map.of("format", "json"));
        assertThat(files.keySet()).containsExactlyInAnyOrder("sub/a.png", "b.png", "dataset.json", "captions.json");
        JsonPath json = new JsonPath(text(files.get("dataset.json")));
        assertThat(json.getList("items")).hasSize(2);
        assertThat(json.getList("items.find { it.image == 'sub/a.png' }.tags.name"))
                .containsExactly("1girl", "long_hair");
        assertThat(json.getInt("items.find { it.image == 'b.png' }.width")).isEqualTo(9);
        assertThat(new JsonPath(text(files.get("captions.json"))).getMap("'sub/a.png'"))
                .containsEntry("caption", "1girl, long_hair\n");
    }

    @Test
    void aiToolkitFindsControlImagesAndMasksByName() throws IOException {
        write(folder, "p_target.png", png(8, 8, 1));
        write(folder, "p_source.png", png(8, 8, 2));
        write(folder, "p_mask.png", png(8, 8, 3));
        write(folder, "p_instruction.txt", "Smile.");
        scan();
        Map<String, byte[]> files = export(Map.of("format", "ai-toolkit", "caption_type", "instruction"));
        assertThat(files.keySet())
                .containsExactlyInAnyOrder(
                        "images/p_target.png",
                        "images/p_target.txt",
                        "control/p_target.png",
                        "masks/p_target.png",
                        "config/dataset.yaml");
        assertThat(text(files.get("images/p_target.txt"))).isEqualTo("Smile.");
        assertThat(files.get("control/p_target.png")).isEqualTo(Files.readAllBytes(folder.resolve("p_source.png")));
        assertThat(text(files.get("config/dataset.yaml")))
                .contains("folder_path: \"images\"", "control_path: \"control\"", "mask_path: \"masks\"");
    }

    @Test
    void kohyaGetsOneFlatFolder() throws IOException {
        twoImages();
        Map<String, byte[]> files = export(Map.of("format", "kohya"));
        String config = text(files.get("dataset.toml"));
        String image = files.keySet().stream()
                .filter(name -> name.endsWith("sub__a.png"))
                .findFirst()
                .orElseThrow();
        String home = image.substring(0, image.lastIndexOf('/'));
        assertThat(home).startsWith("img/1_桜 set_");
        assertThat(config).contains("image_dir = \"" + home + "\"", "num_repeats = 1");
        assertThat(files).containsKeys(home + "/sub__a.txt", home + "/b.png");
    }

    @Test
    void imagesOfOneNameDoNotShareACaption() throws IOException {
        write(folder, "a.png", png(8, 8, 1));
        write(folder, "A.png", png(8, 8, 2));
        write(folder, "a.txt", "lower");
        write(folder, "A.txt", "upper");
        scan();
        Map<String, byte[]> files = export(Map.of());
        assertThat(files).hasSize(4);
        files.keySet().stream()
                .filter(name -> name.endsWith(".png"))
                .forEach(name -> assertThat(files).containsKey(name.replace(".png", ".txt")));
        assertThat(files.keySet().stream().map(String::toLowerCase).distinct()).hasSize(4);
    }

    @Test
    void aLostImageIsListedAndTheRestIsThere() throws IOException {
        twoImages();
        Files.delete(folder.resolve("b.png"));
        Map<String, byte[]> files = export(Map.of());
        assertThat(files).containsKeys("sub/a.png", "sub/a.txt").doesNotContainKey("b.png");
        assertThat(text(files.get("export-problems.txt"))).isEqualTo("b.png: cannot be read\n");
    }

    @Test
    void saysThatTheDictionaryIsAway() {
        twoImages();
        calls.post("/datasets/" + dataset + "/export", Map.of("apply_aliases", true, "vocabulary_id", 1))
                .then()
                .statusCode(200)
                .header("X-Fuda-Aliases", equalTo("away"))
                .header("X-Fuda-Vocabulary", equalTo("away"))
                .header("Content-Disposition", containsString("filename*=UTF-8''%E6%A1%9C"));
    }

    @Test
    void manyItemsAreStreamed() throws IOException {
        for (int i = 0; i < 450; i++) {
            write(folder, "i%03d.png".formatted(i), png(4, 4, i));
            write(folder, "i%03d.txt".formatted(i), "tag " + i);
        }
        scan();
        assertThat(export(Map.of())).hasSize(900);
        assertThat(new JsonPath(text(export(Map.of("format", "json")).get("dataset.json"))).getList("items"))
                .hasSize(450);
    }

    @Test
    void countsTagsInView() {
        write(folder, "a.png", png(8, 8, 1));
        write(folder, "a.txt", "1girl, smile, hat");
        write(folder, "b.png", png(8, 8, 2));
        write(folder, "b.txt", "1girl, smile");
        write(folder, "c.png", png(8, 8, 3));
        write(folder, "c.txt", "smile");
        scan();
        String tags = "/datasets/" + dataset + "/tags";
        given().get(tags)
                .then()
                .statusCode(200)
                .body("tag", contains("smile", "1girl", "hat"))
                .body("count", contains(3, 2, 1));
        given().get(tags + "?search=1girl&limit=2")
                .then()
                .body("tag", contains("1girl", "smile"))
                .body("count", contains(2, 2));
        given().get(tags + "?search=nothing").then().body("$", hasSize(0));
        given().get(tags + "?search=(a").then().statusCode(400).body("position", equalTo(0));
        given().get(tags + "?limit=0").then().statusCode(400);
        given().get("/datasets/999999999/tags").then().statusCode(404);
        given().get("/datasets/" + dataset + "/items?search=1girl, -hat").then().body("items.base_name", contains("b"));
        given().get("/datasets/" + dataset + "/items/count?search=width:>=8, smile | hat")
                .then()
                .body("matched", equalTo(3))
                .body("total", equalTo(3));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            {"format":"rar"}                 => 400 => ``
            {"search":"width:x"}             => 400 => width:
            {"search":"unknown_tag"}         => 422 => nothing to export
            {"exclude_tag_groups":[null]}    => 400 => groups
            """)
    void badRequestsAreRefusedWithAReason(String body, int status, String detail) {
        twoImages();
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/datasets/" + dataset + "/export")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/datasets/999999999/export")
                .then()
                .statusCode(404);
    }
}
