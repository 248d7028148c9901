package dev.fuda.dataset.operation;

import static dev.fuda.dataset.Pictures.png;
import static dev.fuda.dataset.Pictures.write;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.fuda.dataset.ServiceCalls;
import dev.fuda.dataset.TestFolders;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** History and the way back, through the front door. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dataset"))
class HistoryTest {

    private final ServiceCalls calls = new ServiceCalls();
    private Path folder;
    private long dataset;
    private String item;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = TestFolders.make();
    }

    private void start(byte[] caption) {
        write(folder, "a.png", png(8, 8, 1));
        if (caption != null) {
            write(folder, "a.txt", caption);
        }
        dataset = calls.scanned(calls.register(folder));
        item = "/datasets/" + dataset + "/items/" + calls.items(dataset).getLong("items[0].id");
    }

    private String edit(String... tags) {
        int version = given().get(item).jsonPath().getInt("version");
        return given().contentType(ContentType.JSON)
                .header("X-Fuda-User", "mika")
                .body(Map.of("tags", List.of(tags), "version", version))
                .put(item + "/tags")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("operation_id");
    }

    private static Response undo(String operation) {
        return given().post("/operations/" + operation + "/undo");
    }

    private byte[] file() throws IOException {
        return Files.readAllBytes(folder.resolve("a.txt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a, b",
                "a,b\r\n",
                "\uFEFFa, b, \r\n",
                "a, a, b,, c",
                "A B\na_b\n\n",
                "",
                "  \n",
                "a, b ||| c",
                "x \\(y\\), z_z"
            })
    void undoBringsTheFileBackToTheByte(String caption) throws IOException {
        byte[] bytes = caption.getBytes(StandardCharsets.UTF_8);
        start(bytes);
        String operation = edit("new", "a", "long_hair");
        assertThat(file()).isNotEqualTo(bytes);
        undo(operation).then().statusCode(200).body("restored", equalTo(1)).body("skipped", equalTo(List.of()));
        assertThat(file()).isEqualTo(bytes);
    }

    @Test
    void undoTakesAwayAFileThatWasNotThere() throws IOException {
        start(null);
        String operation = edit("a");
        assertThat(file()).asString().isEqualTo("a");
        undo(operation).then().statusCode(200);
        assertThat(folder.resolve("a.txt")).doesNotExist();
        given().get(item)
                .then()
                .body("tags", equalTo(Map.of()))
                .body("captions", equalTo(List.of()))
                .body("tag_count", equalTo(0));
    }

    @Test
    void undoLeavesLaterEditsAlone() throws IOException {
        start("a, b, c".getBytes());
        String first = edit("a", "c", "d");
        edit("a", "c", "e");
        undo(first)
                .then()
                .statusCode(200)
                .body("restored", equalTo(1))
                .body("skipped[0].reason", equalTo("d was removed later"));
        assertThat(file()).asString().isEqualTo("a, b, c, e");
    }

    @Test
    void anUndoCanBeUndone() throws IOException {
        start("a, b".getBytes());
        String edit = edit("a", "b", "c");
        String undo = undo(edit).jsonPath().getString("operation_id");
        undo(edit).then().statusCode(409).body("code", equalTo("already-undone"));
        undo(undo).then().statusCode(200);
        assertThat(file()).asString().isEqualTo("a, b, c");
        undo(edit).then().statusCode(200);
        assertThat(file()).asString().isEqualTo("a, b");
    }

    @Test
    void undoLeavesAFileAloneThatAnotherProgramChanged() throws IOException {
        start("a, b".getBytes());
        String edit = edit("a");
        Files.writeString(folder.resolve("a.txt"), "by hand");
        undo(edit)
                .then()
                .statusCode(200)
                .body("restored", equalTo(0))
                .body("operation_id", nullValue())
                .body("skipped[0].reason", containsString("Another program changed a.txt"));
        assertThat(file()).asString().isEqualTo("by hand");
    }

    @Test
    void listsWhatWasDoneByWhom() {
        start("a, b".getBytes());
        String first = edit("a");
        String second = edit("a", "b");
        undo(second);
        given().get("/datasets/" + dataset + "/operations?limit=2")
                .then()
                .statusCode(200)
                .body("total", equalTo(3))
                .body("total_pages", equalTo(2))
                .body("operations.kind", contains("undo", "retag"))
                .body("operations[0].title", containsString("a.png"))
                .body("operations[1].author", equalTo("mika"))
                .body("operations[1].can_undo", equalTo(false))
                .body("operations[1].items", equalTo(1));
        long id = Long.parseLong(item.split("/")[4]);
        given().get("/datasets/" + dataset + "/operations?page=2&limit=2&item_id=" + id)
                .then()
                .body("operations.id", contains(first));
        given().get("/datasets/" + dataset + "/operations?item_id=0").then().body("total", equalTo(0));
    }

    @Test
    void badAddressesAreRefused() {
        undo("nonsense").then().statusCode(404);
        undo("01a1fb48-0000-7000-8000-000000000000").then().statusCode(404);
        given().get("/datasets/999999999/operations").then().statusCode(404);
        start("a".getBytes());
        given().get("/datasets/" + dataset + "/operations?limit=0").then().statusCode(400);
        given().get("/datasets/" + dataset + "/operations?page=0").then().statusCode(400);
    }
}
