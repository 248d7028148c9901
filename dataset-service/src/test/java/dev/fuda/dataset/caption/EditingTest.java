package dev.fuda.dataset.caption;

import static dev.fuda.dataset.Pictures.png;
import static dev.fuda.dataset.Pictures.write;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.fuda.dataset.ServiceCalls;
import dev.fuda.dataset.TestFolders;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edits of tags and captions through the front door: the database and the file say the same, and nothing is lost. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dataset"))
class EditingTest {

    private final ServiceCalls calls = new ServiceCalls();

    @Inject
    Pool pool;

    /** Not an injected field: Quarkus runs the tests in another instance than JUnit prepares. */
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = TestFolders.make();
    }

    /** A dataset of one image with this caption; the address of its item. */
    private String item(String caption) {
        write(folder, "a.png", png(8, 8, 1));
        if (caption != null) {
            write(folder, "a.txt", caption);
        }
        return itemOf(calls.scanned(calls.register(folder)));
    }

    private String itemOf(long dataset) {
        return "/datasets/" + dataset + "/items/" + calls.items(dataset).getLong("items[0].id");
    }

    private static int version(String item) {
        return given().get(item).jsonPath().getInt("version");
    }

    private static Response put(String path, Object body) {
        return given().contentType(ContentType.JSON).body(body).put(path);
    }

    private static Map<String, Object> tags(int version, String... tags) {
        return Map.of("caption_type", "main", "version", version, "tags", List.of(tags));
    }

    private Path file() {
        return folder.resolve("a.txt");
    }

    private List<String> onlyFiles() throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theFileFollowsAnEditInItsOwnStyle() throws IOException {
        String item = item("\uFEFF1girl,long_hair,smile\r\n");
        put(item + "/tags", tags(version(item), "1girl", "Red Eyes", "smile", "^_^"))
                .then()
                .statusCode(200)
                .body("item.tags.main.tag", contains("1girl", "red_eyes", "smile", "^_^"))
                .body("item.tags.main.source", contains("txt_file", "manual", "txt_file", "manual"))
                .body("item.tag_count", equalTo(4))
                .body("operation_id", notNullValue())
                .body("unsaved", nullValue());
        assertThat(file()).hasContent("\uFEFF1girl,red_eyes,smile,^_^\r\n");
        assertThat(onlyFiles()).containsExactly("a.png", "a.txt");
        calls.rescanned(Long.parseLong(item.split("/")[2]));
        given().get(item)
                .then()
                .body("tags.main.source[1]", equalTo("manual"))
                .body("captions[0].unsaved", equalTo(false));
    }

    @Test
    void addsAndRemovesSingleTags() {
        String item = item("1girl, solo");
        Response added = calls.post(
                item + "/tags",
                Map.of("tag", "Long Hair", "caption_type", "main", "position", 1, "tag_group", "General"));
        added.then()
                .statusCode(201)
                .body("item.tags.main.tag", contains("1girl", "long_hair", "solo"))
                .body("item.tags.main[1].tag_group", equalTo("General"));
        assertThat(file()).hasContent("1girl, long hair, solo");
        long id = added.jsonPath().getLong("item.tags.main[0].id");
        assertThat(id).isEqualTo(given().get(item).jsonPath().getLong("tags.main[0].id"));

        given().delete(item + "/tags?tag_id=" + id).then().statusCode(204);
        assertThat(file()).hasContent("long hair, solo");
        given().contentType(ContentType.JSON)
                .body(Map.of("tag_id", added.jsonPath().getLong("item.tags.main[1].id")))
                .delete(item + "/tags")
                .then()
                .statusCode(204);
        assertThat(file()).hasContent("solo");
        given().delete(item + "/tags?tag_id=" + id).then().statusCode(404);
        given().get(item + "/tags").then().statusCode(200).body("tag", contains("solo"));
    }

    @Test
    void addingWhatIsThereChangesNothing() throws IOException {
        String item = item("Long  Hair ,solo");
        int version = version(item);
        calls.post(item + "/tags", Map.of("tag", "long_hair"))
                .then()
                .statusCode(201)
                .body("operation_id", nullValue())
                .body("item.version", equalTo(version));
        assertThat(Files.readString(file())).isEqualTo("Long  Hair ,solo");
    }

    @Test
    void anImageWithoutACaptionGetsAFile() {
        String item = item(null);
        put(item + "/tags", tags(version(item), "1girl", "star_(symbol)"))
                .then()
                .statusCode(200);
        assertThat(file()).hasContent("1girl, star (symbol)");
        given().get(item)
                .then()
                .body("caption_paths.main", equalTo("a.txt"))
                .body("captions[0].source", equalTo("manual"));
    }

    @Test
    void otherCaptionsAreWrittenBesideAndOnlyTheirFileIsTouched() throws IOException {
        String item = item("1girl");
        var before = Files.getLastModifiedTime(file());
        put(
                        item + "/captions/natural_language/caption",
                        Map.of("content", "A girl.", "language", "en", "version", version(item)))
                .then()
                .statusCode(200)
                .body("item.caption_paths.caption", equalTo("a_caption.txt"));
        put(
                        item + "/captions/social_media/x_post",
                        Map.of("content", "桜 #art", "language", "ja", "version", version(item)))
                .then()
                .statusCode(200);
        assertThat(folder.resolve("a_caption.txt")).hasContent("A girl.");
        assertThat(onlyFiles()).containsExactly("a.png", "a.txt", "a_caption.txt");
        assertThat(Files.getLastModifiedTime(file())).isEqualTo(before);
        given().get(item)
                .then()
                .body("captions.find { it.caption_subtype == 'x_post' }.content", equalTo("桜 #art"))
                .body("captions.find { it.caption_subtype == 'x_post' }.language", equalTo("ja"));
    }

    @Test
    void theTextOfATagListBecomesItsTags() {
        String item = item("a, b\r\nc\r\n");
        put(item + "/captions/tags/main", Map.of("content", "b\nLong Hair\n", "version", version(item)))
                .then()
                .statusCode(200)
                .body("item.tags.main.tag", contains("b", "long_hair"));
        assertThat(file()).hasContent("b\r\nLong Hair\r\n");
    }

    @Test
    void aStaleVersionIsAConflictWithTheCurrentItem() {
        String item = item("1girl");
        int version = version(item);
        put(item + "/tags", tags(version, "1girl", "solo")).then().statusCode(200);
        put(item + "/tags", tags(version, "1girl", "smile"))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("stale-version"))
                .body("item.tags.main.tag", contains("1girl", "solo"))
                .body("item.version", equalTo(version + 1));
        assertThat(file()).hasContent("1girl, solo");
    }

    @Test
    void ofTwoEditsOfOneVersionOneWins() throws Exception {
        String item = item("1girl");
        for (int round = 0; round < 10; round++) {
            int version = version(item);
            List<Callable<Integer>> edits = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String tag = "tag_" + round + "_" + i;
                edits.add(() -> put(item + "/tags", tags(version, tag)).statusCode());
            }
            assertThat(together(edits)).containsExactlyInAnyOrder(200, 409, 409, 409);
            String tag = given().get(item).jsonPath().getString("tags.main[0].tag");
            assertThat(file()).hasContent(tag.replace('_', ' '));
        }
    }

    @RepeatedTest(5)
    void tagsAddedTogetherAreAllThere() throws Exception {
        String item = item("1girl");
        List<Callable<Integer>> edits = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String tag = "new" + i;
            edits.add(() -> calls.post(item + "/tags", Map.of("tag", tag)).statusCode());
        }
        assertThat(together(edits)).containsOnly(201);
        List<String> tags = given().get(item).jsonPath().getList("tags.main.tag");
        assertThat(tags).hasSize(13).startsWith("1girl");
        assertThat(file()).hasContent(String.join(", ", tags));
    }

    private static List<Integer> together(List<Callable<Integer>> edits) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(edits.size())) {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> status : threads.invokeAll(edits)) {
                statuses.add(status.get());
            }
            return statuses;
        }
    }

    @Test
    void anUnseenEditOfTheFileIsAConflictAndBothTextsAreShown() throws IOException {
        String item = item("1girl, solo");
        Files.writeString(file(), "1girl, solo, by hand");
        Response conflict = put(item + "/tags", tags(version(item), "1girl"));
        conflict.then()
                .statusCode(409)
                .body("code", equalTo("caption-changed-on-disk"))
                .body("content", equalTo("1girl, solo"))
                .body("disk_content", equalTo("1girl, solo, by hand"))
                .body("detail", containsString("a.txt"));
        assertThat(file()).hasContent("1girl, solo, by hand");
        given().get(item).then().body("tags.main.tag", contains("1girl", "solo"));

        put(item + "/tags", Map.of("tags", List.of("1girl"), "version", version(item), "disk_hash", "0".repeat(64)))
                .then()
                .statusCode(409);
        put(
                        item + "/tags",
                        Map.of(
                                "tags",
                                List.of("1girl"),
                                "version",
                                version(item),
                                "disk_hash",
                                conflict.jsonPath().getString("disk_hash")))
                .then()
                .statusCode(200);
        assertThat(file()).hasContent("1girl");
    }

    /** As a crash leaves it: the edit is committed, its file is not written. */
    private long leaveUnwritten(String item, String content) {
        long id = Long.parseLong(item.split("/")[4]);
        pool.preparedQuery("update caption set content = $2, dirty = true where item_id = $1")
                .execute(Tuple.of(id, content))
                .await()
                .atMost(Duration.ofSeconds(5));
        return id;
    }

    @Test
    void aFileThatACrashLeftUnwrittenIsWritten() {
        String item = item("1girl");
        leaveUnwritten(item, "1girl, solo");
        await().atMost(Duration.ofSeconds(25))
                .untilAsserted(() -> assertThat(file()).hasContent("1girl, solo"));
        given().get(item).then().body("captions[0].unsaved", equalTo(false));
    }

    @Test
    void aFileThatWasWrittenButNotRecordedIsOurs() throws IOException {
        String item = item("1girl");
        put(item + "/tags", tags(version(item), "1girl", "solo")).then().statusCode(200);
        pool.preparedQuery("update caption set dirty = true, base_hash = $2 where item_id = $1")
                .execute(Tuple.of(Long.parseLong(item.split("/")[4]), CaptionBytes.sha256("1girl".getBytes())))
                .await()
                .atMost(Duration.ofSeconds(5));
        put(item + "/tags", tags(version(item), "smile")).then().statusCode(200).body("unsaved", nullValue());
        assertThat(file()).hasContent("smile");
    }

    @Test
    void aFileThatCannotBeWrittenIsAProblemOfItsItem() throws IOException {
        String item = item("1girl");
        Path away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, away);
        leaveUnwritten(item, "1girl, solo");
        await().atMost(Duration.ofSeconds(25))
                .untilAsserted(() -> given().get(item).then().body("problems.reason", contains("caption_unwritten")));
        given().get(item).then().body("problems[0].detail", containsString("tried again"));
        Files.move(away, folder);
        put(item + "/tags", tags(version(item), "solo")).then().statusCode(200).body("unsaved", nullValue());
        assertThat(file()).hasContent("solo");
        given().get(item).then().body("problems", equalTo(List.of()));
    }

    @Test
    void aConflictIsShownAndEitherTextCanBeChosen() throws IOException {
        for (boolean mine : new boolean[] {true, false}) {
            makeFolder();
            String item = item("1girl");
            Files.writeString(file(), "1girl, by hand");
            leaveUnwritten(item, "1girl, solo");
            await().atMost(Duration.ofSeconds(25))
                    .untilAsserted(
                            () -> given().get(item).then().body("captions[0].conflict", equalTo("1girl, by hand")));
            given().get(item).then().body("problems.reason", contains("caption_conflict"));
            assertThat(file()).hasContent("1girl, by hand");

            String text = mine ? "1girl, solo" : "1girl, by hand";
            Response conflict = put(item + "/captions/tags/main", Map.of("content", text, "version", version(item)));
            conflict.then().statusCode(409).body("code", equalTo("caption-changed-on-disk"));
            String hash = conflict.jsonPath().getString("disk_hash");
            put(item + "/captions/tags/main", Map.of("content", text, "version", version(item), "disk_hash", hash))
                    .then()
                    .statusCode(200)
                    .body("unsaved", nullValue());
            assertThat(file()).hasContent(text);
            given().get(item)
                    .then()
                    .body("captions[0].conflict", nullValue())
                    .body("captions[0].unsaved", equalTo(false))
                    .body("problems", equalTo(List.of()));
        }
    }

    @Test
    void textThatIsNotUtf8IsOnlyReplacedAsAWhole() throws IOException {
        byte[] latin = "café, 1girl".getBytes(StandardCharsets.ISO_8859_1);
        write(folder, "a.txt", latin);
        write(folder, "a.png", png(8, 8, 1));
        String item = itemOf(calls.scanned(calls.register(folder)));
        Response conflict = put(item + "/tags", tags(version(item), "1girl"));
        conflict.then().statusCode(409).body("code", equalTo("caption-not-utf8"));
        assertThat(file()).hasBinaryContent(latin);
        Response replaced = put(
                item + "/tags",
                Map.of(
                        "tags",
                        List.of("1girl"),
                        "version",
                        version(item),
                        "disk_hash",
                        conflict.jsonPath().getString("disk_hash")));
        replaced.then().statusCode(200);
        assertThat(file()).hasContent("1girl");
        given().post("/operations/" + replaced.jsonPath().getString("operation_id") + "/undo")
                .then()
                .statusCode(200);
        assertThat(file()).hasBinaryContent(latin);
    }

    @Test
    void aFileThatCannotBeReadIsNotReplaced() throws IOException {
        String item = item("1girl");
        int version = version(item);
        Files.delete(file());
        Files.createDirectory(file());
        put(item + "/tags", tags(version, "solo"))
                .then()
                .statusCode(409)
                .body("code", equalTo("caption-file-unreadable"));
        given().get(item).then().body("version", equalTo(version));
    }

    @Test
    void aLinkOutOfTheRootsIsRefused() throws IOException {
        String item = item("1girl");
        Path secret = Files.writeString(Path.of("/var/tmp").resolve("fuda-secret-" + System.nanoTime()), "1girl");
        try {
            Files.delete(file());
            Files.createSymbolicLink(file(), secret);
            put(item + "/tags", tags(version(item), "solo")).then().statusCode(409);
            assertThat(secret).hasContent("1girl");
        } finally {
            Files.delete(secret);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            {"tags":["a,b"],"version":1}                     => 422 => comma
            {"tags":[""],"version":1}                        => 422 => needs a name
            {"tags":["x\\u0000"],"version":1}                => 422 => control
            {"tags":["\\ud800"],"version":1}                 => 422 => control
            {"tags":[null],"version":1}                      => 422 => needs a name
            {"tags":["|||"],"version":1}                     => 422 => keeps in place
            {"version":1}                                    => 400 => tags is the new list
            {"tags":["a"]}                                   => 400 => version says
            {"tags":["a"],"version":99}                      => 409 => changed meanwhile
            {"tags":["a"],"version":1,"caption_type":"a/b"}  => 400 => subtype
            {"tags":["a"],"version":"x"}                     => 400 => ``
            {"tags":"a","version":1}                         => 400 => ``
            [1]                                              => 400 => ``
            {                                                => 400 => ``
            """)
    void badListsAreRefusedWithAReason(String body, int status, String detail) {
        String item = item("1girl");
        given().contentType(ContentType.JSON)
                .body(body)
                .put(item + "/tags")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
        assertThat(file()).hasContent("1girl");
    }

    @Test
    void badAddressesAreRefused() {
        String item = item("1girl");
        put("/datasets/1/items/999999999/tags", tags(1, "a")).then().statusCode(404);
        put(item + "/captions/poem/main", Map.of("content", "", "version", 1))
                .then()
                .statusCode(400);
        put(item + "/captions/tags/main", Map.of("version", 1)).then().statusCode(400);
        put(item + "/captions/tags/main", Map.of("content", "a\u0000", "version", 1))
                .then()
                .statusCode(422);
        put(item + "/captions/tags/main", Map.of("content", "a", "version", 1, "language", "no code"))
                .then()
                .statusCode(400);
        put(item + "/captions/tags/main", Map.of("content", "x".repeat(200_001), "version", 1))
                .then()
                .statusCode(422);
        given().delete(item + "/tags").then().statusCode(400);
        calls.post(item + "/tags", Map.of("tag", "x".repeat(300))).then().statusCode(422);
        given().contentType(ContentType.JSON).post(item + "/tags").then().statusCode(400);
    }
}
