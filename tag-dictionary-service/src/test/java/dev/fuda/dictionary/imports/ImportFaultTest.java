package dev.fuda.dictionary.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuda.dictionary.file.TagFile;
import dev.fuda.dictionary.live.IndexFeed;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Imports that meet each other, and imports that are ended in the middle. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class ImportFaultTest {

    @Inject
    ImportService imports;

    @Inject
    IndexFeed feed;

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void eightImportersInReversedOrderNeverDeadlock() throws Exception {
        List<String> names =
                IntStream.range(0, 3000).mapToObj(i -> "dead_%05d".formatted(i)).toList();
        List<String> reversed = new ArrayList<>(names);
        Collections.reverse(reversed);
        List<Callable<ImportReport>> importers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Path path = write("d" + i + ".csv", i % 2 == 0 ? names : reversed, i);
            Conflicts conflicts = Conflicts.values()[i % 3];
            TagFile file = new TagFile(path, "d.csv", null, null);
            importers.add(() -> imports.run(file, conflicts, false, "test"));
        }
        long imported = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<ImportReport> report : threads.invokeAll(importers)) {
                ImportReport done = report.get();
                assertThat(done.importedCount() + done.updatedCount() + done.skippedCount())
                        .isEqualTo(3000);
                imported += done.importedCount();
            }
        }
        assertThat(imported).isEqualTo(3000);
        assertThat(number("select count(*) from tag where name like 'dead%'")).isEqualTo(3000);
    }

    /** Past the turnstile of the service and its second try, as other instances are. */
    @Test
    void eightImportersInTheDatabaseItselfNeverDeadlockEither() throws Exception {
        List<String> names =
                IntStream.range(0, 2000).mapToObj(i -> "lock_%05d".formatted(i)).toList();
        List<String> reversed = new ArrayList<>(names);
        Collections.reverse(reversed);
        // Every third one exists.
        execute("insert into tag (name, category) select 'lock_' || lpad(i::text, 5, '0'), 0"
                + " from generate_series(0, 1999, 3) i");
        long before = number("select deadlocks from pg_stat_database where datname = current_database()");
        CyclicBarrier together = new CyclicBarrier(8);
        List<Callable<Long>> importers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            TagFile file = new TagFile(write("l" + i + ".csv", i % 2 == 0 ? names : reversed, i), "l.csv", null, null);
            Conflicts conflicts = Conflicts.values()[i % 3];
            importers.add(() -> {
                try (Connection connection =
                        DriverManager.getConnection(url + "?ApplicationName=importer", user, password)) {
                    connection.setAutoCommit(false);
                    together.await();
                    long imported = new TagImporter(connection, ImportWatch.NOBODY)
                            .run(file, conflicts, "danbooru", true)
                            .imported();
                    connection.commit();
                    return imported;
                }
            });
        }
        long imported = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Long> importer : threads.invokeAll(importers)) {
                imported += importer.get();
            }
        }
        assertThat(imported).isEqualTo(2000 - 667);
        assertThat(number("select count(*) from tag where name like 'lock%'")).isEqualTo(2000);
        // A server process tells what it counted when it ends.
        Awaitility.await()
                .until(() -> number("select count(*) from pg_stat_activity where application_name = 'importer'") == 0);
        assertThat(number("select deadlocks from pg_stat_database where datname = current_database()"))
                .isEqualTo(before);
    }

    @Test
    void anImportWhoseDatabaseIsKilledLeavesNothingAndTheIndexRecovers() throws Exception {
        List<String> names = IntStream.range(0, 60_000)
                .mapToObj(i -> "kill_%06d".formatted(i))
                .toList();
        TagFile file = new TagFile(write("k.csv", names, 0), "k.csv", null, null);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ImportReport> running = threads.submit(() -> imports.run(file, Conflicts.SKIP, false, "test"));
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> number("select count(*) from pg_locks l join pg_class c on c.oid = l.relation"
                                    + " where c.relname = 'tag' and l.mode = 'RowExclusiveLock'")
                            > 0);
            LocalStackResource.killPostgres();
            assertThatThrownBy(running::get).isNotNull();
        } finally {
            LocalStackResource.startPostgres();
        }
        Awaitility.await().ignoreExceptions().atMost(Duration.ofSeconds(30)).until(() -> {
            assertThat(number("select count(*) from tag where name like 'kill%'"))
                    .isZero();
            return true;
        });
        assertThat(number("select count(*) from outbox where type = 'SnapshotInstalled' and data like '%60000%'"))
                .isZero();

        // What another instance writes is seen again: no notification was lost for good.
        execute("insert into tag (name, category) values ('kill_afterwards', 0)");
        execute("insert into tag_change (tag_id) select id from tag where name = 'kill_afterwards'");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> feed.index().search("kill_", null, 5).size() == 1);
        given().get("/q/health/ready").then().statusCode(200);
    }

    private Path write(String name, List<String> names, int importer) throws IOException {
        List<String> lines = names.stream()
                .map(tag -> tag + ",0," + importer + ",\"" + tag + "_a" + importer % 2 + "\"")
                .toList();
        Path file = Files.createTempFile("import", name);
        file.toFile().deleteOnExit();
        return Files.write(file, lines);
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
