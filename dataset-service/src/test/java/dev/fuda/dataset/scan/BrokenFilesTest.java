package dev.fuda.dataset.scan;

import static dev.fuda.dataset.Pictures.cut;
import static dev.fuda.dataset.Pictures.hugePng;
import static dev.fuda.dataset.Pictures.jpeg;
import static dev.fuda.dataset.Pictures.png;
import static dev.fuda.dataset.Pictures.write;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuda.dataset.ServiceCalls;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lies in a folder, the good files are indexed and each bad one is named with its reason. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dataset"))
class BrokenFilesTest {

    private final ServiceCalls calls = new ServiceCalls();

    @Test
    void namesEveryBadImageWithItsReason(@TempDir Path temp) throws IOException {
        Path folder = temp.resolve("set");
        write(folder, "good.png", png(64, 48, 1));
        write(folder, "good.txt", "1girl");
        write(folder, "empty.png", new byte[0]);
        write(folder, "cut.jpg", cut(jpeg(400, 300, 2), 900));
        write(folder, "cut.png", cut(png(400, 300, 2), 500));
        write(folder, "huge.png", hugePng(60_000, 60_000));
        write(folder, "page.webp", "<html>Not found</html>");
        write(folder, "old.gif", "GIF89a");
        write(folder, "alone.txt", "solo");
        byte[] damaged = png(64, 64, 3);
        damaged[60] ^= 0x55;
        write(folder, "damaged.png", damaged);
        Files.createSymbolicLink(folder.resolve("out.png"), Path.of("/etc/hostname"));
        Files.createSymbolicLink(folder.resolve("nowhere.png"), folder.resolve("gone.png"));

        long id = calls.scanned(calls.register(folder));

        assertThat(calls.items(id).getList("items.relative_path")).containsExactly("good.png");
        assertThat(problems(id))
                .isEqualTo(Map.of(
                        "empty.png", "empty_file",
                        "cut.jpg", "truncated",
                        "cut.png", "truncated",
                        "huge.png", "too_large_dimensions",
                        "page.webp", "not_an_image",
                        "old.gif", "unsupported_format",
                        "alone.txt", "caption_without_image",
                        "damaged.png", "corrupt",
                        "out.png", "outside_roots",
                        "nowhere.png", "broken_link"));
        JsonPath job = calls.rescanned(id);
        assertThat(job.getInt("result.unchanged")).isEqualTo(1);
        assertThat(job.getInt("result.broken")).isEqualTo(9);
        assertThat(problems(id)).hasSize(10);
    }

    @Test
    void aMendedFileBecomesAnItemAndItsProblemGoes(@TempDir Path folder) {
        write(folder, "a.png", cut(png(64, 48, 1), 100));
        long id = calls.scanned(calls.register(folder));
        assertThat(problems(id)).containsOnlyKeys("a.png");

        write(folder, "a.png", png(64, 48, 1));
        calls.rescanned(id);

        assertThat(problems(id)).isEmpty();
        assertThat(calls.items(id).getInt("total")).isEqualTo(1);
    }

    @Test
    void aPairWithOneBrokenImageKeepsTheOther(@TempDir Path folder) {
        write(folder, "a_source.png", png(64, 48, 1));
        write(folder, "a_target.png", cut(png(64, 48, 2), 100));
        long id = calls.scanned(calls.register(folder));

        JsonPath items = calls.items(id);
        assertThat(items.getString("items[0].relative_path")).isEqualTo("a_source.png");
        assertThat(items.getString("items[0].item_type")).isEqualTo("single");
        assertThat(problems(id)).isEqualTo(Map.of("a_target.png", "truncated"));
        calls.rescanned(id);
        assertThat(problems(id)).isEqualTo(Map.of("a_target.png", "truncated"));
    }

    @Test
    void readsCaptionsOfEveryStyle(@TempDir Path folder) {
        Map<String, byte[]> captions = new HashMap<>();
        captions.put("bom", ("\uFEFF1girl, long hair").getBytes(StandardCharsets.UTF_8));
        captions.put("crlf", "1girl\r\nlong hair\r\n".getBytes(StandardCharsets.UTF_8));
        captions.put("utf16", ("\uFEFF1girl, long hair").getBytes(StandardCharsets.UTF_16LE));
        captions.put("underscores", "1girl,long_hair".getBytes(StandardCharsets.UTF_8));
        captions.put("escaped", "1girl, long hair, , rem \\(re:zero\\)".getBytes(StandardCharsets.UTF_8));
        captions.put("sjis", "1girl, 猫".getBytes(Charset.forName("Shift_JIS")));
        captions.put("empty", new byte[0]);
        captions.put("japanese", "少女, 長い髪".getBytes(StandardCharsets.UTF_8));
        int seed = 1;
        for (Map.Entry<String, byte[]> caption : captions.entrySet()) {
            write(folder, caption.getKey() + ".png", png(8, 8, seed++));
            write(folder, caption.getKey() + ".txt", caption.getValue());
        }

        long id = calls.scanned(calls.register(folder));

        Map<String, List<String>> tags = new HashMap<>();
        calls.items(id)
                .<Map<String, Object>>getList("items")
                .forEach(item -> tags.put((String) item.get("base_name"), names(item)));
        for (String name : List.of("bom", "crlf", "utf16", "underscores")) {
            assertThat(tags.get(name)).as(name).containsExactly("1girl", "long_hair");
        }
        assertThat(tags.get("escaped")).containsExactly("1girl", "long_hair", "rem_(re:zero)");
        assertThat(tags.get("japanese")).containsExactly("少女", "長い髪");
        assertThat(tags.get("empty")).isEmpty();
        assertThat(tags.get("sjis")).startsWith("1girl");
        assertThat(problems(id)).isEqualTo(Map.of("sjis.txt", "caption_not_utf8"));
        calls.rescanned(id);
        assertThat(problems(id)).isEqualTo(Map.of("sjis.txt", "caption_not_utf8"));
    }

    @Test
    void indexesTheLongestNames(@TempDir Path folder) {
        String name = "n".repeat(251);
        write(folder, name + ".png", png(8, 8, 1));
        write(folder, name + ".txt", "1girl");

        long id = calls.scanned(calls.register(folder));

        assertThat(calls.items(id).getList("items[0].tags.main.tag")).containsExactly("1girl");
    }

    @SuppressWarnings("unchecked")
    private static List<String> names(Map<String, Object> item) {
        Map<String, List<Map<String, Object>>> tags = (Map<String, List<Map<String, Object>>>) item.get("tags");
        return tags.getOrDefault("main", List.of()).stream()
                .map(tag -> (String) tag.get("tag"))
                .toList();
    }

    /** Reasons by path. */
    private static Map<String, String> problems(long dataset) {
        Map<String, String> problems = new HashMap<>();
        given().get("/datasets/" + dataset + "/problems")
                .jsonPath()
                .<Map<String, String>>getList("")
                .forEach(problem -> problems.put(problem.get("path"), problem.get("reason")));
        return problems;
    }
}
