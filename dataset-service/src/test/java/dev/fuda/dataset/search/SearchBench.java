package dev.fuda.dataset.search;

import dev.fuda.dataset.TestDatabase;
import dev.fuda.dataset.caption.Editing;
import dev.fuda.dataset.caption.RealTags;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Times searches, counts, tag frequencies and bulk edits of 10,000 items with 25 tags each. Run with {@code ./mvnw test -pl
 * dataset-service -am -Dtest=SearchBench -Dfuda.bench=search -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@EnabledIfSystemProperty(named = "fuda.bench", matches = "search")
class SearchBench {

    private static final int ITEMS = 10_000;
    private static final int TAGS_EACH = 25;
    private static final int ROUNDS = 40;

    @Test
    void searchAndEdit() throws Exception {
        List<String> names = RealTags.all().stream().distinct().toList();
        try (TestDatabase database = new TestDatabase()) {
            Path root = Files.createTempDirectory("fuda-bench").toRealPath();
            fill(database, names, root);
            ItemSearch search = new ItemSearch(database.pool());
            for (String query : List.of(
                    "1girl",
                    "1girl, solo, -short_hair",
                    "1girl | solo, width:>=512",
                    "*_hair, -(smile | blush)",
                    "tags:>20, name:*77*, -\"unknown\"",
                    "")) {
                time("page   " + query, () -> page(database, search, query));
                time("count  " + query, () -> search.count(1, query).await().indefinitely());
            }
            time("tags   (all)", () -> search.tagCounts(1, "", 200).await().indefinitely());
            time("tags   1girl", () -> search.tagCounts(1, "1girl", 200).await().indefinitely());
            bulk(database, root);
        }
    }

    private static void bulk(TestDatabase database, Path root) throws Exception {
        database.run("delete from item where id > 5000");
        database.run("update caption set relative_path = 'img' || item_id || '.txt'");
        try (Editing editing = new Editing(database, root)) {
            long start = System.nanoTime();
            UUID operation = editing.addToAll("bench_tag");
            System.out.printf("bulk   5000 items, one operation: %.0f ms (%s)%n", millis(start), operation);
            start = System.nanoTime();
            editing.finishFiles();
            System.out.printf("bulk   the last files: %.0f ms more%n", millis(start));
        }
    }

    private static void page(TestDatabase database, ItemSearch search, String query) {
        Condition condition = search.condition(1, query).await().indefinitely();
        for (Row row : database.run(
                "select id from item i where " + condition.where() + " order by i.relative_path, i.id limit 100",
                condition.parameters().toArray())) {
            row.getLong(0);
        }
    }

    private static void time(String name, Runnable work) {
        for (int i = 0; i < 10; i++) {
            work.run();
        }
        double[] millis = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            work.run();
            millis[i] = millis(start);
        }
        Arrays.sort(millis);
        System.out.printf("%-45s p50 %6.2f ms  p95 %6.2f ms%n", name, millis[ROUNDS / 2], millis[ROUNDS * 95 / 100]);
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    /** Tags as frequent as in the real list: the n-th tag at about every n-th item. */
    private static void fill(TestDatabase database, List<String> names, Path root) {
        Random random = new Random(1);
        database.run("insert into dataset (id, name, path) values (1, 'bench', $1)", root.toString());
        database.run(
                "insert into tag_name (id, name) select ordinality, name from unnest($1::text[]) with ordinality as g(name, ordinality)",
                (Object) names.toArray(String[]::new));
        database.run("""
                insert into item (id, dataset_id, item_type, base_name, directory, group_key, relative_path, width, height,
                    file_size, image_hash, mtime)
                select g, 1, 'single', 'img' || g, '', 'img' || g, 'img' || g || '.png', 256 + g % 1024, 512, g, '', 0
                from generate_series(1, $1::int) g
                """, ITEMS);
        database.run(
                "insert into caption (item_id, caption_type, caption_subtype, content, source) select id, 'tags', 'main', '', 'manual' from item");
        Integer[] items = new Integer[ITEMS * TAGS_EACH];
        Integer[] tags = new Integer[ITEMS * TAGS_EACH];
        for (int i = 0; i < items.length; i++) {
            items[i] = i / TAGS_EACH + 1;
            tags[i] = (int) Math.min(names.size(), Math.exp(random.nextDouble() * Math.log(names.size())));
        }
        database.run("""
                insert into item_tag (item_id, caption_id, position, tag_id, source)
                select c.item_id, c.id, row_number() over (partition by c.id), g.tag, 'manual'
                from (select distinct item, tag from unnest($1::int[], $2::int[]) as u(item, tag)) g
                    join caption c on c.item_id = g.item
                """, items, tags);
        database.run("""
                update item i set tag_ids = t.ids, tag_count = cardinality(t.ids) from (
                    select item_id, array_agg(tag_id order by tag_id) as ids from item_tag group by item_id) t where t.item_id = i.id
                """);
        database.run("""
                update caption c set content = t.text from (
                    select t.caption_id, string_agg(n.name, ', ' order by t.position) as text
                    from item_tag t join tag_name n on n.id = t.tag_id group by t.caption_id) t where t.caption_id = c.id
                """);
        database.run("select setval(pg_get_serial_sequence('tag_name', 'id'), 1000000)");
        database.run("analyze");
    }
}
