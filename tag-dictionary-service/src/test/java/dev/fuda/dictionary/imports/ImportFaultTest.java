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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
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

    @Test
    void importersInTheDatabaseItselfNeverDeadlockEither() throws Exception {
        List<String> names =
                IntStream.range(0, 2000).mapToObj(i -> "lock_%05d".formatted(i)).toList();
        List<String> reversed = new ArrayList<>(names);
        Collections.reverse(reversed);
        List<Callable<Void>> importers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Path path = write("l" + i + ".csv", i % 2 == 0 ? names : reversed, i);
            importers.add(() -> {
                // Past the turnstile of the service, as other instances are.
                try (Connection connection = database.getConnection()) {
                    connection.setAutoCommit(false);
                    TagFile file = new TagFile(path, "l.csv", null, null);
                    new TagImporter(connection, ImportWatch.NOBODY).run(file, Conflicts.MERGE, "danbooru", true);
                    connection.commit();
                    connection.setAutoCommit(true);
                }
                return null;
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> importer : threads.invokeAll(importers)) {
                importer.get();
            }
        }
        assertThat(number("select count(*) from tag where name like 'lock%'")).isEqualTo(2000);
        assertThat(number("select count(*) from tag_alias where alias like 'lock%'"))
                .isEqualTo(2 * 2000);
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

    @Test
    void anEditOfAnotherInstanceIsSeenWithinASecond() throws Exception {
        execute("insert into tag (name, category, count) values ('other_instance', 0, 7)");
        execute("insert into tag_change (tag_id) select id from tag where name = 'other_instance'");
        Awaitility.await()
                .atMost(Duration.ofSeconds(1))
                .until(() -> !feed.index().search("other_inst", null, 5).isEmpty());
        execute("insert into tag_change (tag_id) select id from tag where name = 'other_instance'");
        execute("delete from tag where name = 'other_instance'");
        Awaitility.await().atMost(Duration.ofSeconds(2)).until(() -> {
            execute("insert into tag_change (tag_id) values (null)");
            return feed.index().search("other_inst", null, 5).isEmpty();
        });
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
