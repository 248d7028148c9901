package dev.fuda.dictionary.imports;

import static dev.fuda.dictionary.imports.ImportTest.importFile;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.fuda.dictionary.file.TagFile;
import dev.fuda.local.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
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
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Lists of e621: what they say is noted of e621, and the dictionary's own tags stay Danbooru's. */
@QuarkusTest
@WithTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "dictionary"))
class SiteImportTest {

    @Inject
    DataSource database;

    @Inject
    ImportService imports;

    private static final Map<String, String> E621 = Map.of("format", "e621");

    private static Map<String, String> e621(String conflicts) {
        return Map.of("format", "e621", "conflict_resolution", conflicts);
    }

    private static ValidatableResponse found(String tag, String format) {
        return given().queryParam("keyword", tag)
                .queryParam("format_name", format)
                .get("/tag-dictionary/search-tags")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse converted(String format, String... tags) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("format_name", format, "tags", List.of(tags)))
                .post("/tag-dictionary/convert")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse listed(String tag) {
        return given().queryParam("search", tag)
                .queryParam("match", "exact")
                .get("/tag-dictionary")
                .then()
                .statusCode(200);
    }

    @Test
    void aSharedTagHasItsOwnTypeAndCountOnEachSite() {
        importFile("danbooru.csv", "two_sky,0,1200,\n", Map.of()).body("imported_count", equalTo(1));
        importFile("x.csv", "two_sky,3,70,\ntwo_wolf,5,90,\ntwo_lore,8,3,\n", E621)
                .statusCode(200)
                .body("imported_count", equalTo(2))
                .body("updated_count", equalTo(1))
                .body("skipped_count", equalTo(0));
        found("two_sky", "e621")
                .body("tags", hasSize(1))
                .body("tags[0].usage_count", equalTo(70))
                .body("tags[0].type_name", equalTo("copyright"))
                .body("tags[0].alias", equalTo(false));
        found("two_sky", "danbooru")
                .body("tags[0].usage_count", equalTo(1200))
                .body("tags[0].type_name", equalTo("general"));
        listed("two_sky")
                .body("items[0].category", equalTo("general"))
                .body("items[0].count", equalTo(1200))
                .body("items[0].version", equalTo(2));
        found("two_wolf", "e621").body("tags[0].type_name", equalTo("species"));
        found("two_lore", "e621").body("tags[0].type_name", equalTo("lore"));
        found("two_wolf", "danbooru").body("tags", empty());
        listed("two_wolf")
                .body("items[0].category", equalTo("species"))
                .body("items[0].source", equalTo("user_custom"))
                .body("items[0].is_official", equalTo(false));
        given().queryParam("keyword", "two_*")
                .queryParam("format_name", "e621")
                .queryParam("type_name", "species")
                .queryParam("min_usage", 90)
                .get("/tag-dictionary/search-tags")
                .then()
                .body("tags.tag", contains("two_wolf"));
    }

    @Test
    void theNameOfTheFileTellsTheSite() {
        importFile("e621_sfw.csv", "told_wolf,5,9,\n", Map.of()).body("imported_count", equalTo(1));
        found("told_wolf", "e621").body("tags[0].usage_count", equalTo(9));
        importFile("e621_sfw.csv", "told_highres,5,9,\n", Map.of("format", "danbooru"))
                .body("imported_count", equalTo(1));
        found("told_highres", "danbooru").body("tags[0].type_name", equalTo("meta"));
        importFile("a.csv", "told,0,1,\n", Map.of("format", "weather"))
                .statusCode(400)
                .body("errors[0].field", equalTo("format"));
    }

    @Test
    void aliasesOfASiteLeadFromTagsAndNamesToItsOwnTag() {
        importFile(
                        "danbooru.csv",
                        "lead_closed_eyes,0,500,\"lead_eyes_shut\"\nlead_highres,5,800,\"lead_hires\"\n",
                        Map.of())
                .body("imported_count", equalTo(2));
        importFile(
                        "x.csv",
                        "lead_eyes_closed,0,400,\"lead_closed_eyes,lead_shut\"\nlead_hi_res,7,900,\"lead_highres,lead_hires\"\n",
                        E621)
                .body("imported_count", equalTo(2));
        found("lead_closed_eyes", "e621").body("tags[0].alias", equalTo(true)).body("tags[0].usage_count", equalTo(0));
        found("lead_closed_eyes", "danbooru").body("tags[0].alias", equalTo(false));
        converted("e621", "lead_closed_eyes", "lead_shut", "lead_eyes_shut", "lead_hires", "lead_nobody")
                .body(
                        "tags",
                        contains(
                                "lead_eyes_closed",
                                "lead_eyes_closed",
                                "lead_eyes_closed",
                                "lead_hi_res",
                                "lead_nobody"));
        converted("danbooru", "lead_closed_eyes", "lead_hires", "lead_shut")
                .body("tags", contains("lead_closed_eyes", "lead_highres", "lead_shut"));
        // What leads somewhere already is not made ambiguous for whoever types.
        given().contentType(ContentType.JSON)
                .body("{\"names\": [\"lead_hires\", \"lead_shut\"]}")
                .post("/tag-dictionary/resolve")
                .then()
                .body("results.tag", contains("lead_highres", "lead_eyes_closed"));
    }

    @Test
    void skipsUpdatesOrMergesWhatIsKnownOfTheSite() {
        importFile("x.csv", "rule_old,0,10,\"rule_a\"\nrule_two,0,5,\n", E621).body("imported_count", equalTo(2));
        importFile("danbooru.csv", "rule_alias,0,1,\n", Map.of()).body("imported_count", equalTo(1));
        String newer = "rule_old,5,8,\"rule_b,rule_two_name\"\nrule_two,0,6,\"rule_alias\"\n";
        importFile("x.csv", newer, e621("skip"))
                .body("skipped_count", equalTo(2))
                .body("updated_count", equalTo(0));
        importFile("x.csv", newer, e621("merge"))
                .body("updated_count", equalTo(2))
                .body("skipped_count", equalTo(0));
        found("rule_old", "e621")
                .body("tags[0].usage_count", equalTo(10))
                .body("tags[0].type_name", equalTo("general"));
        found("rule_two", "e621").body("tags[0].usage_count", equalTo(6));
        listed("rule_old").body("items[0].aliases", contains("rule_a", "rule_b", "rule_two_name"));
        importFile("x.csv", newer, e621("update"))
                .body("updated_count", equalTo(1))
                .body("skipped_count", equalTo(1));
        found("rule_old", "e621").body("tags[0].usage_count", equalTo(8)).body("tags[0].type_name", equalTo("species"));
        importFile("x.csv", newer, e621("update")).body("skipped_count", equalTo(2));
        converted("e621", "rule_alias").body("tags", contains("rule_two"));
        // A tag that others lead to becomes an alias itself: all lead on to what it means now.
        importFile("x.csv", "rule_last,0,7,\"rule_two\"\n", e621("update")).body("imported_count", equalTo(1));
        converted("e621", "rule_alias", "rule_two").body("tags", contains("rule_last", "rule_last"));
        importFile("x.csv", "rule_two,0,7,\n", e621("update")).body("updated_count", equalTo(1));
        converted("e621", "rule_alias", "rule_two").body("tags", contains("rule_last", "rule_two"));
    }

    /** {@code invalid_tag} and tags of the category invalid collect what e621 does not want as a tag. */
    @Test
    void noNameLeadsToWhatIsNoTagThere() {
        importFile("danbooru.csv", "sink_animal,0,500,\"sink_creature\"\n", Map.of())
                .body("imported_count", equalTo(1));
        String list = """
                invalid_tag,6,900,"sink_adorable,sink_animal,sink_both"
                sink_pouch_(disambiguation),6,20,"sink_pouch"
                sink_real,0,5,"sink_both"
                """;
        importFile("x.csv", list, E621).statusCode(200).body("rejected_count", equalTo(0));
        given().contentType(ContentType.JSON)
                .body("{\"names\": [\"sink_adorable\", \"sink_pouch\", \"sink_creature\", \"sink_both\"]}")
                .post("/tag-dictionary/resolve")
                .then()
                .body("results.status", contains("unknown", "unknown", "alias", "alias"))
                .body("results[2].tag", equalTo("sink_animal"))
                .body("results[3].tag", equalTo("sink_real"));
        converted("e621", "sink_adorable", "sink_animal", "sink_creature", "sink_pouch", "sink_both", "invalid_tag")
                .body(
                        "tags",
                        contains(
                                "sink_adorable",
                                "sink_animal",
                                "sink_animal",
                                "sink_pouch",
                                "sink_real",
                                "invalid_tag"));
        found("sink_animal", "e621")
                .body("tags[0].alias", equalTo(false))
                .body("tags[0].type_name", equalTo("invalid"));
        assertThat(deprecated("sink_animal")).isTrue();
        importFile("x.csv", "sink_animal,5,7,\n", e621("update")).body("updated_count", equalTo(1));
        assertThat(deprecated("sink_animal")).isFalse();
        importFile("x.csv", list, e621("merge"));
        importFile("x.csv", list, Map.of("format", "danbooru", "conflict_resolution", "merge"));
        listed("invalid_tag").body("items[0].aliases", empty());
    }

    private boolean deprecated(String tag) {
        return number("select count(*) from tag_in_format f join tag t on t.id = f.tag_id where t.name = '" + tag
                        + "' and f.format_id = 2 and f.is_deprecated")
                == 1;
    }

    @Test
    void danbooruKnowsTagsThatWereHereBeforeItsList() {
        importFile("x.csv", "first_wolf,5,40,\nfirst_sky,0,30,\n", E621).body("imported_count", equalTo(2));
        found("first_wolf", "danbooru").body("tags", empty());
        importFile("danbooru.csv", "first_wolf,0,4,\n", Map.of())
                .body("imported_count", equalTo(0))
                .body("updated_count", equalTo(1));
        found("first_wolf", "danbooru")
                .body("tags[0].usage_count", equalTo(4))
                .body("tags[0].type_name", equalTo("general"));
        found("first_wolf", "e621")
                .body("tags[0].usage_count", equalTo(40))
                .body("tags[0].type_name", equalTo("species"));
        found("first_sky", "danbooru").body("tags", empty());
        importFile("danbooru.csv", "first_wolf,0,4,\n", Map.of()).body("skipped_count", equalTo(1));
        importFile("danbooru.csv", "first_wolf,1,5,\n", Map.of("conflict_resolution", "update"))
                .body("updated_count", equalTo(1));
        found("first_wolf", "danbooru")
                .body("tags[0].usage_count", equalTo(5))
                .body("tags[0].type_name", equalTo("artist"));
    }

    @Test
    void refusesCategoriesThatTheSiteHasNotAndTriesOnly() {
        importFile("x.csv", "tag,category,count\nno_rating,rating,4\nno_fine,lore,4\n", E621)
                .body("imported_count", equalTo(1))
                .body("rejected.line", contains(2))
                .body("rejected[0].reason", equalTo("e621 has no category 'rating'"));
        importFile("x.csv", "no_dry,0,4,\n", Map.of("format", "e621", "dry_run", "true"))
                .body("imported_count", equalTo(1));
        found("no_dry", "e621").body("tags", empty());
        listed("no_dry").body("total", equalTo(0));
    }

    @Test
    void aJobDoesItToo() {
        String job = given().multiPart("file", "x.csv", "job_wolf,5,9,\n".getBytes(StandardCharsets.UTF_8))
                .multiPart("format", "e621")
                .post("/tag-dictionary/imports")
                .then()
                .statusCode(202)
                .extract()
                .path("job_id");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> "succeeded"
                        .equals(given().get("/jobs/" + job).jsonPath().getString("state")));
        found("job_wolf", "e621").body("tags[0].type_name", equalTo("species"));
        given().get("/jobs/" + job).then().body("error", nullValue());
    }

    /** Half of Danbooru, half of e621, with reversed names, each other's tags as aliases and every rule. */
    @Test
    void eightImportersOfTwoSitesMeetNoDeadlock() throws Exception {
        List<String> names =
                IntStream.range(0, 1500).mapToObj(i -> "race_%05d".formatted(i)).toList();
        List<String> reversed = new ArrayList<>(names);
        Collections.reverse(reversed);
        List<Callable<Void>> importers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Site site = i % 2 == 0 ? Site.DANBOORU : Site.E621;
            Conflicts rule = Conflicts.values()[i % 3];
            Path path = Files.createTempFile("race", ".csv");
            path.toFile().deleteOnExit();
            int count = i;
            List<String> order = i % 4 < 2 ? names : reversed;
            // Every second name of Danbooru's is an alias on e621.
            Files.write(
                    path,
                    order.stream()
                            .filter(name -> site == Site.DANBOORU || isEven(name))
                            .map(name -> name + ",0," + count + ",\"" + next(name, site) + "\"")
                            .toList());
            TagFile file = new TagFile(path, "race.csv", null, site.numbers());
            importers.add(() -> {
                // Past the turnstile of the service and its second try, as other instances are.
                try (Connection connection = database.getConnection()) {
                    connection.setAutoCommit(false);
                    new TagImporter(connection, ImportWatch.NOBODY, site).run(file, rule, "danbooru", true);
                    connection.commit();
                    connection.setAutoCommit(true);
                }
                return null;
            });
        }
        long before = number("select deadlocks from pg_stat_database where datname = current_database()");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> importer : threads.invokeAll(importers)) {
                importer.get();
            }
        }
        assertThat(number("select deadlocks from pg_stat_database where datname = current_database()"))
                .isEqualTo(before);
        assertThat(number("select count(*) from tag where name like 'race%'")).isEqualTo(1500);
        assertThat(number("select count(*) from tag_status s join tag t on t.id = s.tag_id"
                        + " where t.name like 'race%' and s.format_id = 2 and not s.is_alias"))
                .isEqualTo(750);
        assertThat(number("select count(*) from tag_status s join tag t on t.id = s.tag_id"
                        + " join tag p on p.id = s.preferred_tag_id where t.name like 'race%' and s.is_alias"
                        + " and substr(t.name, 6)::int = substr(p.name, 6)::int + 1"))
                .isEqualTo(750);
    }

    private static boolean isEven(String name) {
        return name.charAt(name.length() - 1) % 2 == 0;
    }

    private static String next(String name, Site site) {
        return site == Site.DANBOORU ? name + "_x" : "race_%05d".formatted(Integer.parseInt(name.substring(5)) + 1);
    }

    /** An import adds an alias while a person deprecates its tag: the second of the two sees the first. */
    @Test
    void whoDeprecatesATagWaitsForTheAliasesThatAnImportGivesIt() throws Exception {
        importFile("danbooru.csv", "wait_old,0,5,\nwait_new,0,9,\n", Map.of()).body("imported_count", equalTo(2));
        Path path = Files.createTempFile("wait", ".csv");
        path.toFile().deleteOnExit();
        Files.writeString(path, "wait_old,0,6,\"wait_new\"\n");
        try (Connection connection = database.getConnection();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            connection.setAutoCommit(false);
            new TagImporter(connection, ImportWatch.NOBODY)
                    .run(new TagFile(path, "wait.csv", null, null), Conflicts.MERGE, "danbooru", true);
            Future<ValidatableResponse> deprecating = threads.submit(() -> given().contentType(ContentType.JSON)
                    .body("{\"kind\": \"deprecate\", \"tag\": \"wait_old\", \"target\": \"wait_new\"}")
                    .post("/tag-dictionary/operations")
                    .then());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                    + " and query like '%from tag t%for update of t'")
                            == 1);
            connection.commit();
            connection.setAutoCommit(true);
            deprecating
                    .get()
                    .statusCode(409)
                    .body("code", equalTo("circle"))
                    .body("circle", contains("wait_old", "wait_new", "wait_old"));
        }
    }

    @Test
    void whoeverDiesBetweenLeavesNothing() throws Exception {
        Path path = Files.createTempFile("dies", ".csv");
        path.toFile().deleteOnExit();
        Files.write(
                path,
                IntStream.range(0, 5000).mapToObj(i -> "dies_" + i + ",5,3,").toList());
        TagFile file = new TagFile(path, "dies.csv", null, Site.E621.numbers());
        ImportWatch gone = new ImportWatch() {
            private boolean late;

            @Override
            public void percent(int done) {
                late = done >= 85;
            }

            @Override
            public boolean unwanted() {
                return late;
            }
        };
        ImportService.Order order =
                new ImportService.Order(UUID.randomUUID(), file, Site.E621, Conflicts.SKIP, false, "test");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> imports.run(order, gone))
                .isInstanceOf(UnwantedException.class);
        assertThat(number("select count(*) from tag where name like 'dies%'")).isZero();
        imports.run(order, ImportWatch.NOBODY);
        assertThat(number("select count(*) from tag_usage_count c join tag t on t.id = c.tag_id"
                        + " where t.name like 'dies%' and c.format_id = 2 and c.count = 3"))
                .isEqualTo(5000);
    }

    private long number(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
