package dev.fuda.kernel.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"first_name": "",  "count": 3}                        | 400 | invalid-fields | first_name
            {"first_name": "a", "count": 12}                       | 400 | invalid-fields | less than or equal to 9
            {"first_name": "a", "count": "many"}                   | 400 | bad-field      | 'many' is not a number
            {"first_name": "a", "colour": "beige"}                 | 400 | bad-field      | one of dark_red, blue
            {"first_name": "a", "inner": [{"made_at": "noon"}]}    | 400 | bad-field      | inner.[0].made_at
            {"first_name": "a", "count": 1                         | 400 | bad-json       | line 1
            {"first_name": "a",, }                                 | 400 | bad-json       | line 1
            [1, 2]                                                 | 400 | bad-body       | an object
            """)
    void badBodySaysWhatIsWrongAndWhere(String body, int status, String code, String detail) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/sample")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("type", equalTo("urn:fuda:problem:" + code))
                .body("instance", equalTo("/sample"))
                .body("request_id", notNullValue())
                .body("detail", containsString(detail));
    }

    @Test
    void readsAndWritesSnakeCaseAndLowerCaseEnums() {
        given().contentType(ContentType.JSON)
                .body("{\"first_name\": \"a\", \"colour\": \"dark_red\", \"made_at\": \"2026-01-02T03:04:05Z\"}")
                .post("/sample")
                .then()
                .statusCode(200)
                .body("first_name", equalTo("a"))
                .body("colour", equalTo("dark_red"))
                .body("made_at", equalTo("2026-01-02T03:04:05Z"));
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "{\"first_name\": \"a\", \"inner\": [".repeat(200);
        given().contentType(ContentType.JSON).body(deep).post("/sample").then().statusCode(400);
    }

    @Test
    void problemKeepsItsMembers() {
        given().header("X-Request-Id", "from-the-gateway-1")
                .get("/sample?fail=problem")
                .then()
                .statusCode(409)
                .header("X-Request-Id", "from-the-gateway-1")
                .body("request_id", equalTo("from-the-gateway-1"))
                .body("title", equalTo("Conflict"))
                .body("position", equalTo(7))
                .body("errors[0].field", equalTo("name"));
    }

    @Test
    void failureOfOursTellsNothingOfTheInside() {
        given().get("/sample?fail=bug")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("detail", not(containsString("secret")));
    }

    @ParameterizedTest
    @CsvSource({"GET,/nowhere,404", "DELETE,/sample,405", "GET,/sample?fail=no&number=seven,400"})
    void unknownPathsMethodsAndParameters(String method, String path, int status) {
        given().request(method, path).then().statusCode(status).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nx",
                "--b\r\nContent-Disposition\r\n\r\nx\r\n--b--\r\n",
                "--b\r\nContent-Disposition: form-data\rx\r\n\r\nx\r\n--b--\r\n"
            })
    void aBrokenFormIsTheCallers(String body) {
        given().header("Content-Type", "multipart/form-data; boundary=b")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/sample/form")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("broken-form"));
    }

    @Test
    void unknownMediaTypeIsRefused() {
        given().contentType("text/html")
                .body("<p>")
                .post("/sample")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }
}
