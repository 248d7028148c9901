package dev.fuda.dataset.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuda.dataset.TestDatabase;
import dev.fuda.dataset.search.NaiveSearch.Item;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The database finds exactly what the naive search finds. */
class SearchSqlTest {

    private static final List<String> TAGS = List.of(
            "1girl",
            "long_hair",
            "short_hair",
            "spider-girl",
            "spider_girl",
            "star-ring",
            "?",
            "!?",
            ":d",
            "re:zero",
            "star_(symbol)",
            "|_|",
            "\\m/",
            "smile",
            "100%",
            "type:_null");

    /** What people also type: other spellings and tags that nobody has. */
    private static final List<String> ASKED =
            List.of("star_ring", "star-ring", "long-hair", "ｌｏｎｇ＿ｈａｉｒ", "ｓｍｉｌｅ", "：ｄ", "unknown", "un_known");

    private static final long DATASET = 7;
    private static TestDatabase database;
    private static ItemSearch search;
    private static final List<Item> ITEMS = new ArrayList<>();

    @BeforeContainer
    static void fill() {
        database = new TestDatabase();
        search = new ItemSearch(database.pool());
        Random random = new Random(20261120);
        database.run("insert into dataset (id, name, path) values (7, 'mine', '/mine'), (8, 'other', '/other')");
        for (int i = 0; i < TAGS.size(); i++) {
            database.run("insert into tag_name (id, name) values ($1, $2)", i + 1, TAGS.get(i));
        }
        for (long id = 1; id <= 83; id++) {
            ITEMS.add(insert(id, DATASET, random));
        }
        insert(1000, 8, random);
        database.run("update item set missing = true where id = 83");
        ITEMS.removeLast();
    }

    @AfterContainer
    static void end() {
        database.close();
    }

    private static Item insert(long id, long dataset, Random random) {
        Set<String> tags = new LinkedHashSet<>();
        for (int n = random.nextInt(7); n > 0; n--) {
            tags.add(TAGS.get(random.nextInt(TAGS.size())));
        }
        Map<String, String> captions = new HashMap<>();
        List<String> texts = List.of("", " \n", "walks In the Rain, with \"quotes\" \\ and (more)", "100%_", "a");
        captions.put("main", texts.get(random.nextInt(texts.size())));
        if (random.nextBoolean()) {
            captions.put("alt", texts.get(random.nextInt(texts.size())));
        }
        Set<String> groups = new HashSet<>();
        Set<String> sources = new HashSet<>();
        String name = List.of("a", "B 1", "b 1", "img7", "xay_z").get(random.nextInt(5));
        Item item = new Item(
                id,
                List.of("single", "pair", "group").get(random.nextInt(3)),
                name,
                List.of(1, 100, 512, 1024, 1025).get(random.nextInt(5)),
                List.of(1, 100, 512, 1024, 2048).get(random.nextInt(5)),
                random.nextInt(5000),
                Set.of(random.nextBoolean() ? "png" : "webp"),
                tags,
                groups,
                sources,
                captions);
        store(item, dataset, random);
        return item;
    }

    private static void store(Item item, long dataset, Random random) {
        Integer[] ids = item.tags().stream().map(tag -> TAGS.indexOf(tag) + 1).toArray(Integer[]::new);
        database.run(
                """
                insert into item (id, dataset_id, item_type, base_name, directory, group_key, relative_path, width, height,
                    file_size, image_hash, mtime, tag_ids, tag_count)
                values ($1, $2, $3, $4, 'sub', $5, 'sub/' || $4 || '.png', $6, $7, $8, '', 0, $9::int[], cardinality($9::int[]))
                """,
                item.id(),
                dataset,
                item.type(),
                item.name(),
                "key" + item.id(),
                item.width(),
                item.height(),
                item.size(),
                ids);
        database.run("""
                insert into item_image (item_id, suffix, relative_path, format, width, height, file_size, sha256, mtime)
                values ($1, '', '', $2, 1, 1, 1, '', 0)
                """, item.id(), item.formats().iterator().next());
        item.captions()
                .forEach((subtype, content) -> database.run(
                        "insert into caption (item_id, caption_type, caption_subtype, content, source) values ($1, 'tags', $2, $3, 'manual')",
                        item.id(),
                        subtype,
                        content));
        int position = 0;
        for (String tag : item.tags()) {
            String group = random.nextInt(4) == 0 ? "Character" : null;
            String source = random.nextInt(3) == 0 ? "auto_palette" : "manual";
            if (group != null) {
                item.groups().add(group);
            }
            item.sources().add(source);
            database.run("""
                    insert into item_tag (item_id, caption_id, position, tag_id, tag_group, source)
                    select $1, id, $2, $3, $4, $5 from caption where item_id = $1 and caption_subtype = 'main'
                    """, item.id(), position++, TAGS.indexOf(tag) + 1, group, source);
        }
    }

    @Property(tries = 600)
    void findsWhatTheNaiveSearchFinds(@ForAll("queries") Query query) {
        NaiveSearch naive = new NaiveSearch(Set.copyOf(TAGS));
        Set<Long> expected = new TreeSet<>();
        ITEMS.stream().filter(item -> naive.matches(query, item)).forEach(item -> expected.add(item.id()));

        Condition condition =
                search.condition(DATASET, query.toString()).await().indefinitely();
        Set<Long> found = new TreeSet<>();
        for (Row row : database.run(
                "select id from item i where " + condition.where(),
                condition.parameters().toArray())) {
            found.add(row.getLong("id"));
        }
        assertThat(found).as(query.toString()).isEqualTo(expected);
        assertThat(search.count(DATASET, query.toString()).await().indefinitely())
                .isEqualTo(new ItemSearch.Count(expected.size(), ITEMS.size()));
    }

    @Provide
    Arbitrary<Query> queries() {
        List<String> asked = new ArrayList<>(TAGS);
        asked.addAll(ASKED);
        return Arbitraries.oneOf(Queries.over(asked), Queries.over(ASKED));
    }
}
