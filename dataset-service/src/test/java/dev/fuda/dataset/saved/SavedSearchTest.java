package dev.fuda.dataset.saved;

import static dev.fuda.dataset.Pictures.png;
import static dev.fuda.dataset.Pictures.write;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.fuda.dataset.ServiceCalls;
import dev.fuda.dataset.TestFolders;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dataset"))
class SavedSearchTest {

    private final ServiceCalls calls = new ServiceCalls();
    private String searches;

    @BeforeEach
    void register() throws IOException {
        Path folder = TestFolders.make();
        write(folder, "a.png", png(8, 8, 1));
        searches = "/datasets/" + calls.scanned(calls.register(folder)) + "/saved-searches";
    }

    @Test
    void keepsChangesAndForgets() {
        long id = calls.post(searches, Map.of("name", "wide ones", "query", "width:>=512"))
                .then()
                .statusCode(201)
                .body("version", equalTo(1))
                .extract()
                .jsonPath()
                .getLong("id");
        calls.post(searches, Map.of("name", "Dark", "query", "dark")).then().statusCode(201);
        given().get(searches).then().body("name", contains("Dark", "wide ones"));
        calls.post(searches, Map.of("name", "WIDE ones", "query", "a"))
                .then()
                .statusCode(409)
                .body("code", equalTo("name-taken"));

        change(id, Map.of("name", "wide", "query", "width:>=768", "version", 1), 200);
        change(id, Map.of("name", "wide", "query", "width:>=1024", "version", 1), 409);
        change(id, Map.of("name", "dark", "query", "width:>=1024"), 409);
        change(999_999, Map.of("name", "none", "query", "a"), 404);
        given().get(searches).then().body("query", contains("dark", "width:>=768"));

        given().delete(searches + "/" + id).then().statusCode(204);
        given().delete(searches + "/" + id).then().statusCode(404);
        given().get(searches).then().body("", hasSize(1));
    }

    private void change(long id, Map<String, Object> body, int status) {
        given().contentType(ContentType.JSON)
                .body(body)
                .put(searches + "/" + id)
                .then()
                .statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"'', a, bad-name", "ok, '', bad-search", "ok, width:>=abc, search-syntax", "ok, '(a', search-syntax"})
    void refuses(String name, String query, String code) {
        calls.post(searches, Map.of("name", name, "query", query))
                .then()
                .statusCode(400)
                .body("code", equalTo(code));
        given().get("/datasets/999999/saved-searches").then().statusCode(404);
    }
}
