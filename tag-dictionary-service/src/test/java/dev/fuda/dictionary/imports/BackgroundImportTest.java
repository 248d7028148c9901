package dev.fuda.dictionary.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.fuda.dictionary.OwnDatabase;
import dev.fuda.dictionary.file.TagFile;
import dev.fuda.kernel.job.Jobs;
import dev.fuda.kernel.job.NewJob;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imports as jobs: followed, cancelled, broken off, and done once. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class BackgroundImportTest {

    private static final int MANY = 300_000;

    @Inject
    ImportService imports;

    @Inject
    DataSource database;

    @Inject
    Pool pool;

    @Inject
    Jobs jobs;

    @ConfigProperty(name = "fuda.imports.folder")
    Path uploads;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(Path.of("target/test-lists"));
        try (var left = Files.newDirectoryStream(Files.createDirectories(uploads))) {
            for (Path upload : left) {
                Files.delete(upload);
            }
        }
    }

    private Path list(String prefix, int rows) throws IOException {
        Path path = folder.resolve(prefix + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(path)) {
            for (int i = 0; i < rows; i++) {
                out.write(prefix + "_" + i + ",0," + i + ",\"" + prefix + "_alias_" + i + "\"\n");
            }
        }
        return path;
    }

    private static ValidatableResponse send(Path path) {
        return given().multiPart("file", path.toFile(), "text/csv")
                .post("/tag-dictionary/imports")
                .then()
                .log()
                .ifValidationFails();
    }

    private static String start(Path path) {
        return send(path).statusCode(202).extract().path("job_id");
    }

    private static JsonPath job(String id) {
        return given().get("/jobs/" + id).jsonPath();
    }

    private static JsonPath ended(String id) {
        return await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> job(id), job -> !job.getString("state").matches("queued|running"));
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void keepsNoUpload() throws IOException {
        try (var files = Files.list(uploads)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void tellsWhatItDidAndWhichRowsItDidNotTake() throws IOException {
        Path path = list("bg_small", 10);
        Files.writeString(path, Files.readString(path) + "bg_small_3,0,5,\n=cmd|' /C calc'!A0,0,x,\n");
        String id = start(path);
        JsonPath job = ended(id);
        assertThat(job.getString("state")).isEqualTo("succeeded");
        assertThat(job.getString("title")).isEqualTo("Import of bg_small.csv");
        assertThat(job.getInt("done")).isEqualTo(100);
        assertThat(job.getInt("result.imported_count")).isEqualTo(10);
        assertThat(job.getInt("result.rejected_count")).isEqualTo(2);
        given().get("/tag-dictionary/search?query=bg_small_alias_7")
                .then()
                .body("results[0].tag", equalTo("bg_small_7"));
        given().get("/tag-dictionary/imports?limit=1")
                .then()
                .body("items[0].id", equalTo(id))
                .body("items[0].file_name", equalTo("bg_small.csv"))
                .body("items[0].imported_count", equalTo(10));
        given().get("/tag-dictionary/imports/" + id + "/rejected")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(startsWith("line,reason,text\r\n11,"))
                .body(containsString("\"'=cmd|' /C calc'!A0,0,x,\""));
        given().get("/tag-dictionary/imports/" + UUID.randomUUID() + "/rejected")
                .then()
                .statusCode(404);
        keepsNoUpload();
    }

    @Test
    void cancelledItLeavesNothing() throws Exception {
        String id = start(list("bg_cancel", MANY));
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> job(id).getInt("done") > 10);
        given().post("/jobs/" + id + "/cancel").then().statusCode(200);
        JsonPath job = ended(id);
        assertThat(job.getString("state")).isEqualTo("cancelled");
        assertThat(number("select count(*) from tag where name like 'bg\\_cancel%'"))
                .isZero();
        keepsNoUpload();
    }

    @Test
    void brokenOffInTheDatabaseItLeavesNothingAndCanBeTriedAgain() throws Exception {
        String id = start(list("bg_broken", MANY));
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> number(
                                "select count(pg_terminate_backend(pid)) from pg_stat_activity where query like '%staged%' and state = 'active' and pid <> pg_backend_pid()")
                        > 0);
        assertThat(ended(id).getString("error")).contains("Nothing of it was kept");
        assertThat(number("select count(*) from tag where name like 'bg\\_broken%'"))
                .isZero();

        given().post("/jobs/" + id + "/retry").then().statusCode(200);
        assertThat(ended(id).getInt("result.imported_count")).isEqualTo(MANY);
        assertThat(number("select count(*) from tag where name like 'bg\\_broken%'"))
                .isEqualTo(MANY);
        keepsNoUpload();
    }

    /** Its upload lies on the disk of another instance: as long as that is so, it is not ours. */
    @Test
    void waitsForTheInstanceThatHasItsFile() throws Exception {
        Path here = uploads.toAbsolutePath().resolve("of-another-instance.upload");
        Path there = list("bg_there", 20);
        UUID id = pool.withTransaction(tx -> jobs.create(
                        tx,
                        new NewJob(
                                ImportJob.KIND,
                                "Import of there.csv",
                                "tag-import",
                                100,
                                new ImportJob.Params(
                                        here.toString(),
                                        "there.csv",
                                        null,
                                        null,
                                        Site.DANBOORU,
                                        Conflicts.SKIP,
                                        false,
                                        "test"))))
                .await()
                .atMost(Duration.ofSeconds(10));
        String own = start(list("bg_here", 20));
        assertThat(ended(own).getString("state")).isEqualTo("succeeded");
        assertThat(job(id.toString()).getString("state")).isEqualTo("queued");
        Files.move(there, here);
        assertThat(ended(id.toString()).getInt("result.imported_count")).isEqualTo(20);
        keepsNoUpload();
    }

    /** A job whose instance died between the commit and the job's end is taken up again by another. */
    @Test
    void isDoneOnceHoweverOftenItIsTakenUp() throws Exception {
        UUID id = UUID.randomUUID();
        var order = new ImportService.Order(
                id, new TagFile(list("bg_once", 50), "bg_once.csv", null, null), Conflicts.UPDATE, false, "test");
        ImportReport first = imports.run(order, ImportWatch.NOBODY);
        long version = number("select sum(version) from tag where name like 'bg\\_once%'");
        ImportReport again = imports.run(order, ImportWatch.NOBODY);
        assertThat(again.importedCount()).isEqualTo(first.importedCount()).isEqualTo(50);
        assertThat(number("select sum(version) from tag where name like 'bg\\_once%'"))
                .isEqualTo(version);
        assertThat(number("select count(*) from tag_import where id = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void anUnreadableListEndsTheJobWithWords() throws IOException {
        Path path = folder.resolve("nothing.json");
        Files.writeString(path, "{\"a\": 1");
        JsonPath job = ended(start(path));
        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getString("error")).contains("category of 'nothing.json'");
        keepsNoUpload();
        given().multiPart("dry_run", "perhaps")
                .multiPart("file", path.toFile())
                .post("/tag-dictionary/imports")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("dry_run"));
        given().multiPart("dry_run", "true")
                .post("/tag-dictionary/imports")
                .then()
                .statusCode(400);
    }
}
