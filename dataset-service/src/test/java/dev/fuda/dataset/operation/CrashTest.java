package dev.fuda.dataset.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuda.dataset.TestDatabase;
import dev.fuda.dataset.caption.CaptionBytes;
import dev.fuda.dataset.caption.Editing;
import dev.fuda.kernel.web.JsonDefaults;
import io.vertx.mutiny.sqlclient.Row;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that edits {@value #ITEMS} items at once is killed again and again: nothing is half done, nothing is lost. */
class CrashTest {

    private static final int ITEMS = 300;
    private static final int KILLS = 8;
    private static final List<String> STYLES =
            List.of("a, b", "a,b\r\n", "\uFEFFa, b,\r\n", "a\nb\n", "long_hair, a, a", "", "A B, \\(c\\)");

    @Test
    void everyOperationIsWholeAndEveryFileFollows(@TempDir Path given) throws Exception {
        Path root = given.toRealPath();
        try (TestDatabase database = new TestDatabase()) {
            Map<String, String> original = fill(database, root);
            Random random = new Random(20261120);
            for (int round = 0; round < KILLS; round++) {
                killWhileEditing(database.address(), root, round, 300 + random.nextInt(2700));
                assertWholeOperations(database);
            }
            try (Editing editing = new Editing(database, root)) {
                editing.finishFiles();
                assertFilesSayWhatTheDatabaseSays(database, root);
                undoAll(database, editing);
                editing.finishFiles();
            }
            assertThat(hashes(root)).isEqualTo(original);
        }
    }

    /** Items with caption files of every style; the hashes of the files. */
    private static Map<String, String> fill(TestDatabase database, Path root) throws IOException {
        database.run("insert into dataset (id, name, path) values (1, 'set', $1)", root.toString());
        for (int i = 0; i < ITEMS; i++) {
            String text = STYLES.get(i % STYLES.size());
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Files.write(root.resolve("i" + i + ".txt"), bytes);
            long item = database.run("""
                            insert into item (dataset_id, item_type, base_name, directory, group_key, relative_path, width, height,
                                file_size, image_hash, mtime) values (1, 'single', $1, '', $1, $1 || '.png', 1, 1, 1, '', 0) returning id
                            """, "i" + i).iterator().next().getLong("id");
            database.run("""
                    insert into caption (item_id, caption_type, caption_subtype, content, source, relative_path, base_hash)
                    values ($1, 'tags', 'main', $2, 'txt_file', $3, $4)
                    """, item, CaptionBytes.decode(bytes).text(), "i" + i + ".txt", CaptionBytes.sha256(bytes));
        }
        database.run("insert into tag_name (name) select distinct unnest(array['a', 'b', 'long_hair', 'a_b', '(c)'])");
        database.run("""
                insert into item_tag (item_id, caption_id, position, tag_id, source)
                select c.item_id, c.id, g.position, n.id, 'txt_file' from caption c
                    cross join lateral (values (0, 'a'), (1, 'b')) as g(position, name) join tag_name n on n.name = g.name
                where c.content in ('a, b', E'a,b\\r\\n', E'a, b,\\r\\n', E'a\\nb\\n')
                union all
                select c.item_id, c.id, g.position, n.id, 'txt_file' from caption c
                    cross join lateral (values (0, 'long_hair'), (1, 'a')) as g(position, name) join tag_name n on n.name = g.name
                where c.content = 'long_hair, a, a'
                union all
                select c.item_id, c.id, g.position, n.id, 'txt_file' from caption c
                    cross join lateral (values (0, 'a_b'), (1, '(c)')) as g(position, name) join tag_name n on n.name = g.name
                where c.content = 'A B, \\(c\\)'
                """);
        return hashes(root);
    }

    private static void killWhileEditing(TestDatabase.Address address, Path root, int round, int millis)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EditUntilKilled.class.getName(),
                        address.uri(),
                        address.user(),
                        address.password(),
                        root.toString(),
                        String.valueOf(round))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            assertThat(out.readLine()).isEqualTo("ready");
            process.waitFor(millis, TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    /** An operation has changed all items or none: its tag is everywhere or nowhere. */
    private static void assertWholeOperations(TestDatabase database) {
        Set<Long> counts = new HashSet<>();
        for (Row row : database.run(
                "select count(*) as n from item_tag t join tag_name n on n.id = t.tag_id where n.name like 'round%' group by n.id")) {
            counts.add(row.getLong("n"));
        }
        assertThat(counts).isSubsetOf(Set.of((long) ITEMS));
        long operations =
                database.run("select count(*) from operation").iterator().next().getLong(0);
        assertThat(database.run("select count(*) from operation_change")
                        .iterator()
                        .next()
                        .getLong(0))
                .isEqualTo(operations * ITEMS);
        assertThat(database.run("select count(*) from outbox where type = 'ItemRetagged'")
                        .iterator()
                        .next()
                        .getLong(0))
                .isEqualTo(operations * ITEMS);
    }

    private static void assertFilesSayWhatTheDatabaseSays(TestDatabase database, Path root) throws IOException {
        int files = 0;
        for (Row row : database.run("select relative_path, content, dirty, base_hash from caption")) {
            byte[] bytes = Files.readAllBytes(root.resolve(row.getString("relative_path")));
            assertThat(row.getBoolean("dirty")).isFalse();
            assertThat(CaptionBytes.decode(bytes).text()).isEqualTo(row.getString("content"));
            assertThat(CaptionBytes.sha256(bytes)).isEqualTo(row.getString("base_hash"));
            files++;
        }
        assertThat(database.run("select from caption_conflict").size()).isZero();
        assertThat(database.run("select from operation").size()).isPositive();
        assertThat(hashes(root)).hasSize(files);
    }

    /** The newest first, by another process than the one that did it. */
    private static void undoAll(TestDatabase database, Editing editing) {
        OperationService service =
                new OperationService(new OperationRepository(database.pool(), JsonDefaults.mapper()), editing.editor());
        for (Row row : database.run("select id from operation order by id desc")) {
            UUID operation = row.getUUID("id");
            OperationService.Undone undone =
                    service.undo(operation, "test").await().indefinitely();
            assertThat(undone.restored()).isEqualTo(ITEMS);
            assertThat(undone.skipped()).isEmpty();
        }
    }

    /** Of all files, temporary ones included. */
    private static Map<String, String> hashes(Path root) throws IOException {
        Map<String, String> hashes = new HashMap<>();
        try (Stream<Path> files = Files.list(root)) {
            for (Path file : files.toList()) {
                hashes.put(file.getFileName().toString(), CaptionBytes.sha256(Files.readAllBytes(file)));
            }
        }
        return hashes;
    }
}
