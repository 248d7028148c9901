package dev.fuda.gateway.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import dev.fuda.gateway.FakeService;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FakeService.class)
@WithTestResource(LocalStackResource.class)
class HouseContractTest {

    @Test
    void servesWhatIsCommitted() throws IOException {
        String committed = Files.readString(Path.of(System.getProperty("fuda.root"), "openapi", "fuda.yaml"));
        String served = given().accept("application/yaml")
                .get("/openapi")
                .then()
                .extract()
                .asString();
        assertThat(served)
                .as("openapi/fuda.yaml is written by the build: package the gateway and commit the file")
                .isEqualTo(committed);
    }

    @Test
    void speaksJsonToo() {
        given().accept("application/json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("Fuda"))
                .body("paths", hasKey("/api/live"))
                .body("paths", hasKey("/api/jobs"));
        given().get("/openapi.json").then().statusCode(200).body("info.title", equalTo("Fuda"));
    }

    @Test
    void showsSwaggerUi() {
        given().get("/swagger")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("script-src 'self' 'unsafe-inline'"))
                .body(containsString("/openapi"));
    }
}
