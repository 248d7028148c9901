package dev.fuda.dataset.scan;

import static dev.fuda.dataset.Pictures.jpeg;
import static dev.fuda.dataset.Pictures.png;
import static dev.fuda.dataset.Pictures.write;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.fuda.dataset.ServiceCalls;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder changes and is scanned again. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dataset"))
class RescanTest {

    private final ServiceCalls calls = new ServiceCalls();

    @Inject
    Pool pool;

    @Test
    void noticesWhatIsNewChangedAndGone(@TempDir Path folder) throws IOException {
        write(folder, "sub/stays.png", png(20, 20, 1));
        write(folder, "sub/stays.txt", "1girl");
        write(folder, "sub/changes.png", png(20, 20, 2));
        write(folder, "sub/goes.png", png(20, 20, 3));
        write(folder, "other/goes_too.png", png(20, 20, 4));
        long id = calls.scanned(calls.register(folder));
        assertThat(eventTypes(id))
                .containsOnly("ItemIndexed", "DatasetReindexed")
                .hasSize(5);

        write(folder, "sub/changes.png", png(30, 20, 5));
        write(folder, "sub/stays.txt", "1girl, solo");
        write(folder, "sub/comes.jpg", jpeg(10, 10, 6));
        Files.delete(folder.resolve("sub/goes.png"));
        Files.delete(folder.resolve("other/goes_too.png"));
        Files.delete(folder.resolve("other"));
        JsonPath job = calls.rescanned(id);

        assertThat(job.getMap("result"))
                .isEqualTo(Map.of("added", 1, "changed", 2, "unchanged", 0, "removed", 2, "broken", 0));
        JsonPath items = calls.items(id);
        assertThat(items.getList("items.base_name")).containsExactly("changes", "comes", "stays");
        assertThat(items.getInt("items[0].width")).isEqualTo(30);
        assertThat(items.getList("items[2].tags.main.tag")).containsExactly("1girl", "solo");
        assertThat(eventTypes(id).stream().filter("ItemRemoved"::equals)).hasSize(2);
        assertThat(eventTypes(id).stream().filter("ItemIndexed"::equals)).hasSize(6);
    }

    @Test
    void readsNothingThatDidNotChange(@TempDir Path folder) {
        for (int i = 0; i < 20; i++) {
            write(folder, i + ".png", png(20, 20, i));
            write(folder, i + ".txt", "1girl, tag " + i);
        }
        long id = calls.scanned(calls.register(folder));
        int events = eventTypes(id).size();
        List<Object> versions = calls.items(id).getList("items.version");

        JsonPath job = calls.rescanned(id);

        assertThat(job.getInt("result.unchanged")).isEqualTo(20);
        assertThat(eventTypes(id)).hasSize(events + 1);
        assertThat(calls.items(id).getList("items.version")).isEqualTo(versions);
    }

    @Test
    void whatComesBackKeepsItsTags(@TempDir Path folder) throws IOException {
        write(folder, "a.png", png(20, 20, 1));
        long id = calls.scanned(calls.register(folder));
        long item = calls.items(id).getLong("items[0].id");
        edit(item, "edited, here", null);
        Path away = folder.resolve("a.png.away");

        Files.move(folder.resolve("a.png"), away);
        assertThat(calls.rescanned(id).getInt("result.removed")).isEqualTo(1);
        assertThat(calls.items(id).getInt("total")).isZero();

        Files.move(away, folder.resolve("a.png"));
        calls.rescanned(id);

        assertThat(calls.items(id).getLong("items[0].id")).isEqualTo(item);
        given().get("/datasets/" + id + "/items/" + item).then().body("captions[0].content", equalTo("edited, here"));
    }

    @Test
    void neverOverwritesAnEditThatTheFileDoesNotHave(@TempDir Path folder) {
        write(folder, "a.png", png(20, 20, 1));
        write(folder, "a.txt", "1girl");
        long id = calls.scanned(calls.register(folder));
        long item = calls.items(id).getLong("items[0].id");
        edit(item, "1girl, from fuda", "a.txt");

        write(folder, "a.txt", "1girl, from outside");
        calls.rescanned(id);

        given().get("/datasets/" + id + "/items/" + item)
                .then()
                .body("captions[0].content", equalTo("1girl, from fuda"))
                .body("captions[0].conflict", equalTo("1girl, from outside"))
                .body("problems[0].reason", equalTo("caption_conflict"));
        calls.rescanned(id);
        given().get("/datasets/" + id + "/items/" + item)
                .then()
                .body("captions[0].conflict", equalTo("1girl, from outside"));

        write(folder, "a.txt", "1girl, from fuda");
        calls.rescanned(id);
        given().get("/datasets/" + id + "/items/" + item)
                .then()
                .body("captions[0].conflict", equalTo(null))
                .body("captions[0].unsaved", equalTo(false))
                .body("problems", equalTo(List.of()));
    }

    @Test
    void aChangedCaptionKeepsTheOriginOfTheTagsThatStay(@TempDir Path folder) {
        write(folder, "a.png", png(20, 20, 1));
        write(folder, "a.txt", "1girl, solo");
        long id = calls.scanned(calls.register(folder));
        long item = calls.items(id).getLong("items[0].id");
        run("update item_tag set source = 'auto_palette', confidence = 0.5 where item_id = $1 and position = 1", item);

        write(folder, "a.txt", "hat, solo");
        calls.rescanned(id);

        JsonPath tags =
                given().get("/datasets/" + id + "/items/" + item + "/tags").jsonPath();
        assertThat(tags.getList("tag")).containsExactly("hat", "solo");
        assertThat(tags.getList("source")).containsExactly("txt_file", "auto_palette");
    }

    @Test
    void whatFilesChangeCanBeTakenBack(@TempDir Path folder) throws IOException {
        write(folder, "a.png", png(20, 20, 1));
        write(folder, "a.txt", "1girl, solo");
        write(folder, "b.png", png(20, 20, 2));
        write(folder, "b.txt", "dog");
        long id = calls.scanned(calls.register(folder));
        write(folder, "a.txt", "1girl, hat");
        Files.delete(folder.resolve("b.txt"));

        calls.rescanned(id);

        JsonPath history = given().get("/datasets/" + id + "/operations").jsonPath();
        assertThat(history.getList("operations.kind")).containsExactly("file_sync");
        assertThat(history.getInt("operations[0].items")).isEqualTo(2);
        assertThat(eventTypes(id).stream().filter("ItemRetagged"::equals)).hasSize(2);
        given().post("/operations/" + history.getString("operations[0].id") + "/undo")
                .then()
                .statusCode(200)
                .body("restored", equalTo(2));
        assertThat(calls.items(id).getList("items[0].tags.main.tag")).containsExactly("1girl", "solo");
        assertThat(calls.items(id).getList("items[1].tags.main.tag")).containsExactly("dog");
        await().untilAsserted(() -> {
            assertThat(folder.resolve("a.txt")).hasContent("1girl, solo");
            assertThat(folder.resolve("b.txt")).hasContent("dog");
        });
    }

    @Test
    void aCaptionFileThatIsGoneTakesItsTagsAlong(@TempDir Path folder) throws IOException {
        write(folder, "a.png", png(20, 20, 1));
        write(folder, "a.txt", "1girl");
        long id = calls.scanned(calls.register(folder));

        Files.delete(folder.resolve("a.txt"));
        calls.rescanned(id);

        assertThat(calls.items(id).getInt("items[0].tag_count")).isZero();
        assertThat(calls.items(id).getMap("items[0].tags")).isEmpty();
    }

    @Test
    void newSettingsScanAgain(@TempDir Path folder) {
        write(folder, "top.png", png(20, 20, 1));
        write(folder, "sub/a_source.png", png(20, 20, 2));
        write(folder, "sub/a_target.png", png(20, 20, 3));
        long id = calls.scanned(calls.register(folder));
        assertThat(calls.items(id).getInt("total")).isEqualTo(2);

        Map<String, Object> single = calls.draft(folder, Map.of("dataset_type", "single"));
        given().contentType("application/json")
                .body(single)
                .put("/datasets/" + id)
                .then()
                .statusCode(200)
                .body("dataset_type", equalTo("single"));
        calls.scanned(id);
        assertThat(calls.items(id).getInt("total")).isEqualTo(3);

        Map<String, Object> flat = calls.draft(folder, Map.of("recursive", false));
        given().contentType("application/json")
                .body(flat)
                .put("/datasets/" + id)
                .then()
                .statusCode(200);
        calls.scanned(id);
        assertThat(calls.items(id).getList("items.base_name")).containsExactly("top");
    }

    @Test
    void goesOnWhereAKilledScanStopped(@TempDir Path folder) {
        for (int i = 0; i < 30; i++) {
            write(folder, "f" + i % 3 + "/" + i + ".png", png(20, 20, i));
        }
        long id = calls.scanned(calls.register(folder));
        // As a service leaves it that was killed in the middle: some items written, the job leased to nobody alive.
        run("delete from item where dataset_id = $1 and directory <> 'f0'", id);
        UUID job = UUID.fromString(given().get("/datasets/" + id).jsonPath().getString("index_job_id"));
        run("""
                update job set state = 'running', owner = 'dead', lease_until = now() - interval '1 minute', finished_at = null,
                    attempt = 1, checkpoint = '{"added": 10, "changed": 0, "unchanged": 0, "removed": 0, "broken": 0}'
                where id = $1
                """, job);

        calls.jobEnded(job.toString(), "succeeded");

        assertThat(calls.items(id).getInt("total")).isEqualTo(30);
        JsonPath ended = given().get("/jobs/" + job).jsonPath();
        assertThat(ended.getInt("result.added")).isEqualTo(30);
        assertThat(ended.getInt("result.unchanged")).isEqualTo(10);
    }

    @Test
    void aFolderThatIsAwayLosesNothing(@TempDir Path temp) throws IOException {
        Path folder = temp.resolve("set");
        write(folder, "a.png", png(20, 20, 1));
        long id = calls.scanned(calls.register(folder));
        Files.move(folder, temp.resolve("away"));

        String job = given().post("/datasets/" + id + "/reindex").jsonPath().getString("job_id");

        assertThat(calls.jobEnded(job, "failed").getString("error")).contains("There is no folder");
        assertThat(calls.items(id).getInt("total")).isEqualTo(1);
        Map<String, Object> renamed = calls.draft(folder, Map.of());
        given().contentType("application/json")
                .body(renamed)
                .put("/datasets/" + id)
                .then()
                .statusCode(200);
        Files.move(temp.resolve("away"), folder);
        assertThat(calls.rescanned(id).getInt("result.unchanged")).isEqualTo(1);
    }

    @Test
    void indexesNamesInEveryScript(@TempDir Path folder) {
        write(folder, "桜/少女 🌸.png", png(20, 20, 1));
        write(folder, "桜/少女 🌸.txt", "1girl");
        write(folder, "it's 100% \"fine\".png", png(20, 20, 2));
        long id = calls.scanned(calls.register(folder));

        assertThat(calls.items(id).getList("items.relative_path"))
                .containsExactly("it's 100% \"fine\".png", "桜/少女 🌸.png");
        assertThat(calls.items(id).getList("items[1].tags.main.tag")).containsExactly("1girl");
        long item = calls.items(id).getLong("items[1].id");
        given().get("/datasets/" + id + "/items/" + item + "/thumbnail").then().statusCode(200);
    }

    @Test
    void forgettingADatasetLeavesItsFiles(@TempDir Path folder) {
        Path file = write(folder, "a.png", png(20, 20, 1));
        long id = calls.scanned(calls.register(folder));

        given().delete("/datasets/" + id).then().statusCode(204);

        given().get("/datasets/" + id).then().statusCode(404);
        assertThat(file).exists();
        assertThat(eventTypes(id)).contains("ItemRemoved");
    }

    @Test
    void canBeForgottenInTheMiddleOfAScan(@TempDir Path folder) {
        byte[] picture = png(20, 20, 1);
        for (int i = 0; i < 600; i++) {
            write(folder, i % 3 + "/" + i + ".png", picture);
        }
        for (int round = 0; round < 5; round++) {
            long id = calls.register(folder);
            String job = given().get("/datasets/" + id).jsonPath().getString("index_job_id");

            given().delete("/datasets/" + id).then().statusCode(204);

            await().until(
                            () -> given().get("/jobs/" + job).jsonPath().getString("state"),
                            state -> !state.equals("queued") && !state.equals("running"));
            assertThat(count("select count(*) from item where dataset_id = $1", id))
                    .isZero();
        }
    }

    private long count(String sql, Object value) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(value))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    /** As an edit stands before it reaches the file. */
    private void edit(long item, String content, String path) {
        run("""
                insert into caption (item_id, caption_type, caption_subtype, content, source, relative_path, dirty)
                values ($1, 'tags', 'main', $2, 'manual', $3, true)
                on conflict (item_id, caption_type, caption_subtype) do update set content = $2, dirty = true
                """, item, content, path);
    }

    private void run(String sql, Object... values) {
        pool.preparedQuery(sql).execute(Tuple.from(values)).await().indefinitely();
    }

    private List<String> eventTypes(long dataset) {
        List<String> types = new ArrayList<>();
        pool.preparedQuery("select type from outbox where data::jsonb ->> 'dataset_id' = $1 order by seq")
                .execute(Tuple.of(String.valueOf(dataset)))
                .await()
                .indefinitely()
                .forEach(row -> types.add(row.getString(0)));
        return types;
    }
}
