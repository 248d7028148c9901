package dev.fuda.dataset.dataset;

import static dev.fuda.dataset.Pictures.png;
import static dev.fuda.dataset.Pictures.write;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.fuda.dataset.ServiceCalls;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is sent, the answer says what to mend. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dataset"))
class BadInputTest {

    private final ServiceCalls calls = new ServiceCalls();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /datasets?page=0                  |                                          | 400
            GET    | /datasets?limit=0                 |                                          | 400
            GET    | /datasets?limit=100000            |                                          | 400
            GET    | /datasets?page=99999999999        |                                          | 400
            GET    | /datasets/0                       |                                          | 404
            GET    | /datasets/-1                      |                                          | 404
            GET    | /datasets/x                       |                                          | 400
            GET    | /datasets/99999999999999999999    |                                          | 400
            GET    | /datasets/987654/items            |                                          | 404
            GET    | /datasets/987654/items/1          |                                          | 404
            GET    | /datasets/987654/items/1/tags     |                                          | 404
            GET    | /datasets/987654/items/1/image    |                                          | 404
            GET    | /datasets/987654/items/1/thumbnail|                                          | 404
            GET    | /datasets/987654/problems         |                                          | 404
            GET    | /datasets/987654/items/count      |                                          | 404
            POST   | /datasets/987654/reindex          |                                          | 404
            DELETE | /datasets/987654                  |                                          | 404
            POST   | /datasets                         |                                          | 400
            POST   | /datasets                         | null                                     | 400
            POST   | /datasets                         | []                                       | 400
            POST   | /datasets                         | {                                        | 400
            POST   | /datasets                         | {}                                       | 400
            POST   | /datasets                         | {"name": "", "path": "/tmp"}             | 400
            POST   | /datasets                         | {"name": "a", "path": "tmp"}             | 400
            POST   | /datasets                         | {"name": "a", "path": "/etc"}            | 422
            POST   | /datasets                         | {"name": "a", "path": "/tmp/no/such"}    | 422
            POST   | /datasets                         | {"name": "a", "path": "/tmp", "dataset_type": "x"} | 400
            POST   | /datasets                         | {"name": "a", "path": "/tmp", "max_depth": 0}      | 400
            POST   | /datasets                         | {"name": "a", "path": "/tmp", "max_depth": "deep"} | 400
            POST   | /datasets                         | {"name": "a", "path": "/tmp", "image_suffixes": ["a/b"]} | 400
            POST   | /datasets                         | {"name": "a", "path": "/tmp", "image_suffixes": "a"}     | 400
            POST   | /datasets/preview                 | {"path": "/etc"}                         | 422
            POST   | /datasets/preview                 |                                          | 400
            PUT    | /datasets/987654                  | {"name": "a", "path": "/tmp"}            | 404
            GET    | /folders?path=/etc                |                                          | 422
            GET    | /folders?path=../etc              |                                          | 400
            GET    | /folders?path=%00                 |                                          | 400
            PATCH  | /datasets                         | {}                                       | 405
            """)
    void saysWhatIsWrong(String method, String path, String body, int status) {
        var request = given().urlEncodingEnabled(false).contentType("application/json");
        Response answer = (body == null ? request : request.body(body)).request(method, path);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("detail")).isNotBlank();
        assertThat(answer.jsonPath().getString("code")).isNotBlank();
    }

    @Test
    void aNameIsUsedOnce(@TempDir Path folder) {
        Map<String, Object> draft = calls.draft(folder, Map.of());
        calls.post("/datasets", draft).then().statusCode(201);

        calls.post("/datasets", draft)
                .then()
                .statusCode(409)
                .body("code", equalTo("name-taken"))
                .body("errors[0].field", equalTo("name"));
        calls.post("/datasets", calls.draft(folder, Map.of("name", "a".repeat(101))))
                .then()
                .statusCode(400);
        calls.post("/datasets", calls.draft(folder, Map.of("name", "a\u0000b")))
                .then()
                .statusCode(400);
    }

    @Test
    void badSearchesSayWhere(@TempDir Path folder) {
        write(folder, "a.png", png(8, 8, 1));
        long id = calls.scanned(calls.register(folder));

        given().queryParam("search", "width:>=abc (")
                .get("/datasets/" + id + "/items")
                .then()
                .statusCode(400);
        given().queryParam("sort", "colour")
                .get("/datasets/" + id + "/items")
                .then()
                .statusCode(400);
        given().queryParam("limit", "501")
                .get("/datasets/" + id + "/items")
                .then()
                .statusCode(400);
        given().queryParam("search", "\u0000")
                .get("/datasets/" + id + "/items")
                .then()
                .statusCode(400);
    }

    @Test
    void previewsWithoutRegistering(@TempDir Path folder) {
        write(folder, "a/1_source.png", png(8, 8, 1));
        write(folder, "a/1_target.png", png(8, 8, 2));
        write(folder, "a/1_instruction.txt", "smile");
        write(folder, "b/2.png", png(8, 8, 3));
        write(folder, "b/alone.txt", "x");

        JsonPath preview = calls.post("/datasets/preview", Map.of("path", folder.toString()))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(preview.getInt("images")).isEqualTo(3);
        assertThat(preview.getInt("captions")).isEqualTo(2);
        assertThat(preview.getInt("items")).isEqualTo(2);
        assertThat(preview.getInt("pairs")).isEqualTo(1);
        assertThat(preview.getInt("problems")).isEqualTo(1);
        assertThat(preview.getBoolean("complete")).isTrue();
        assertThat(preview.getString("examples[0].images.source")).isEqualTo("1_source.png");
    }

    @Test
    void listsFoldersToChooseFrom(@TempDir Path folder) {
        write(folder, "b/1.png", png(8, 8, 1));
        write(folder, "a/notes.md", "x");
        write(folder, ".hidden/1.png", "x");

        JsonPath listing = given().queryParam("path", folder.toString())
                .get("/folders")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(listing.getList("folders.name")).isEqualTo(List.of("a", "b"));
        assertThat(listing.getList("folders.images")).isEqualTo(List.of(0, 1));
        assertThat(listing.getString("parent")).isEqualTo(folder.getParent().toString());
        given().get("/folders").then().statusCode(200).body("roots.size()", equalTo(2));
    }
}
