package dev.fuda.dictionary.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fuda.local.LocalStackResource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two packaged instances on one PostgreSQL and one Redis: what was edited through one is what the other finds, whatever
 * happens to its connections. Times are printed and not judged: a machine that runs tests is a noisy one.
 */
class ReplicasTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_QUERIES = 4_000;
    private static final List<String> WORDS = List.of(
            ("blue red long short open closed hair eyes ribbon umbrella standing looking girl boy sky rain cat dog"
                            + " sailor collar")
                    .split(" "));
    /** Other tests import many tags, which would only take time here. */
    private static final String NAMES_OF_THIS_TEST = "select string_agg(name, E'\\n' order by name) from ("
            + "select name from tag union select alias from tag_alias) n where name !~ '^(eight|waited|killed)_'";

    private static final List<String> MEANS = List.of("all", "prefix", "substring", "typo");

    private static final AtomicInteger NAMES = new AtomicInteger();

    private final Replicas replicas = Replicas.ready();
    private final Instance a = replicas.a();
    private final Instance b = replicas.b();
    private final Random random = new Random(20_261_121);
    private final Delays delays = new Delays();

    /** A list with many beginnings in common and many equal counts. */
    @BeforeEach
    void importWords() throws Exception {
        a.importTags(WORDS.stream()
                .flatMap(first -> WORDS.stream().map(then -> first + "_" + then))
                .map(tag -> tag + ",0," + tag.length() + ",\"" + tag.replace('_', '~') + "\"\n")
                .collect(Collectors.joining()));
    }

    @Test
    void everyKindOfEditIsFoundInTheOther() throws Exception {
        for (int round = 0; round < 5; round++) {
            everyEdit(a, b);
            everyEdit(b, a);
        }
        delays.tell("every kind of edit, to the other instance");
        assertEqualAnswers();
    }

    @Test
    void twoHundredEditsOneAfterTheOther() throws Exception {
        for (int i = 0; i < 200; i++) {
            String tag = fresh();
            create(a, tag);
            delays.until(b, tag, List.of(tag));
        }
        delays.tell("new tags, one after the other, from A to B");
    }

    @Test
    void whatIsEditedWhileAConnectionIsLostIsFound() throws Exception {
        for (int round = 0; round < 10; round++) {
            String gone = fresh();
            long id = create(a, gone);
            new Delays().until(b, gone, List.of(gone));
            assertThat(replicas.endConnections("replica-b")).isPositive();
            String tag = fresh();
            create(a, tag);
            delays.until(b, tag, List.of(tag));
            assertThat(replicas.endConnections("replica-b")).isPositive();
            a.send("DELETE", "/tag-dictionary/" + id, null);
            delays.until(b, gone, List.of());
        }
        delays.tell("edits right after B's connections were ended");
        assertEqualAnswers();
    }

    @Test
    void whatIsEditedAfterTheServerWasKilledIsFound() throws Exception {
        for (int round = 0; round < 4; round++) {
            String before = fresh();
            long id = create(a, before);
            new Delays().until(b, before, List.of(before));
            LocalStackResource.killPostgres();
            LocalStackResource.startPostgres();
            String tag = createAsSoonAsPossible(a);
            delays.until(b, tag, List.of(tag));
            a.send("DELETE", "/tag-dictionary/" + id, null);
            delays.until(b, before, List.of());
        }
        delays.tell("edits right after PostgreSQL was killed and came back");
        assertEqualAnswers();
    }

    @Test
    void whatIsEditedBehindASilentConnectionIsFound() throws Exception {
        try (Cable cable = new Cable(replicas.databasePort());
                Instance c = replicas.instance("replica-c", cable.port())) {
            c.start();
            c.awaitReady();
            for (int round = 0; round < 3; round++) {
                cable.cut();
                String tag = fresh();
                create(a, tag);
                delays.until(c, tag, List.of(tag));
            }
            delays.tell("new tags after the connections of the other fell silent");
        }
    }

    @Test
    void manyAtOnceThroughBothEndInTheSame() throws Exception {
        List<Callable<Void>> editors = new ArrayList<>();
        for (int editor = 0; editor < 4; editor++) {
            Instance instance = editor % 2 == 0 ? a : b;
            editors.add(() -> {
                for (int i = 0; i < 40; i++) {
                    long id = create(instance, fresh());
                    create(instance, fresh());
                    instance.send("PUT", "/tag-dictionary/" + id, Map.of("count", i, "aliases", List.of(fresh())));
                    if (i % 2 == 0) {
                        instance.send("DELETE", "/tag-dictionary/" + id, null);
                    }
                    if (i % 20 == 7) {
                        instance.importTags(fresh() + ",0," + i + ",\"" + fresh() + "\"\n");
                    }
                }
                return null;
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> editor : threads.invokeAll(editors)) {
                editor.get();
            }
        }
        assertEqualAnswers();
    }

    @Test
    void whoWasKilledAndMissedEverythingAnswersTheSame() throws Exception {
        String gone = fresh();
        long id = create(a, gone);
        new Delays().until(b, gone, List.of(gone));
        b.kill();
        a.send("DELETE", "/tag-dictionary/" + id, null);
        String tag = fresh();
        String alias = fresh();
        create(a, tag);
        a.send("POST", "/tag-aliases", Map.of("source_tag", alias, "target_tag", tag));
        b.start();
        b.awaitReady();
        assertThat(b.find(gone)).isEmpty();
        assertThat(b.find(alias)).containsExactly(tag);
        assertEqualAnswers();
    }

    /** Through one, seen in the other: there, and not there any more. */
    private void everyEdit(Instance from, Instance to) throws Exception {
        String tag = fresh();
        long id = create(from, tag);
        delays.until(to, tag, List.of(tag));

        String alias = fresh();
        JsonNode other = from.send("POST", "/tag-aliases", Map.of("source_tag", alias, "target_tag", tag));
        delays.until(to, alias, List.of(tag));
        from.send("DELETE", "/tag-aliases/" + other.path("id").asLong(), null);
        delays.until(to, alias, List.of());

        String renamed = fresh();
        operation(from, "rename", tag, renamed, false);
        delays.until(to, renamed, List.of(renamed));
        delays.until(to, tag, List.of());

        String into = fresh();
        create(from, into);
        String merge = operation(from, "merge", renamed, into, true);
        delays.until(to, renamed, List.of(into));
        from.send("POST", "/tag-dictionary/operations/" + merge + "/undo", null);
        delays.until(to, renamed, List.of(renamed));

        from.send("DELETE", "/tag-dictionary/" + id, null);
        delays.until(to, renamed, List.of());

        String translation = "訳" + fresh();
        long intoId = from.send("GET", "/tag-dictionary?match=exact&search=" + into, null)
                .path("items")
                .path(0)
                .path("id")
                .asLong();
        from.send(
                "PUT",
                "/tag-dictionary/" + intoId + "/translations",
                Map.of("translations", List.of(Map.of("language", "ja", "translation", translation))));
        delays.until(to, translation, List.of(into));

        List<String> imported = IntStream.range(0, 50).mapToObj(i -> fresh()).toList();
        from.importTags(
                String.join("", imported.stream().map(name -> name + ",0,5,\n").toList()));
        delays.until(to, imported.getLast(), List.of(imported.getLast()));
        for (String name : imported) {
            assertThat(to.find(name)).containsExactly(name);
        }
    }

    private static String operation(Instance instance, String kind, String tag, String target, boolean keepAlias)
            throws Exception {
        return instance.send(
                        "POST",
                        "/tag-dictionary/operations",
                        Map.of("kind", kind, "tag", tag, "target", target, "keep_alias", keepAlias))
                .path("id")
                .asText();
    }

    private static long create(Instance instance, String tag) throws IOException, InterruptedException {
        return instance.send("POST", "/tag-dictionary", Map.of("tag", tag, "category", "general"))
                .path("id")
                .asLong();
    }

    private static String createAsSoonAsPossible(Instance instance) {
        return await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(
                        () -> {
                            String tag = fresh();
                            create(instance, tag);
                            return tag;
                        },
                        tag -> true);
    }

    /** A name that no other one begins with. */
    private static String fresh() {
        int number = NAMES.getAndIncrement();
        return "r%c%c_%04d_tag".formatted('a' + number % 7, 'a' + number % 5, number);
    }

    /** Both answer alike, letter by letter, whatever is asked. */
    private void assertEqualAnswers() throws Exception {
        List<String> queries = queries();
        assertThat(queries).hasSizeGreaterThan(2_000);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> {
            List<String> different = new ArrayList<>();
            for (int i = 0; i < queries.size(); i++) {
                String query = queries.get(i);
                String means = MEANS.get(i % MEANS.size());
                String answer = a.search(query, means);
                if (!answer.equals(b.search(query, means))) {
                    different.add(query + " by " + means);
                }
            }
            assertThat(different).isEmpty();
        });
        Map<String, List<String>> names = Map.of("names", queries);
        assertThat(a.send("POST", "/tag-dictionary/resolve", names))
                .isEqualTo(b.send("POST", "/tag-dictionary/resolve", names));
    }

    /** Every tag and alias: as it is, its beginning, a part of it, and mistyped. */
    private List<String> queries() throws Exception {
        Set<String> queries = new LinkedHashSet<>();
        for (String name : replicas.text(NAMES_OF_THIS_TEST).split("\n")) {
            queries.addAll(asked(name));
        }
        List<String> some = new ArrayList<>(queries);
        Collections.shuffle(some, random);
        return some.subList(0, Math.min(MOST_QUERIES, some.size()));
    }

    private List<String> asked(String name) {
        int from = random.nextInt(name.length());
        int to = from + 1 + random.nextInt(name.length() - from);
        int at = random.nextInt(name.length());
        return List.of(
                name,
                name.substring(0, 1 + random.nextInt(name.length())),
                name.substring(from, to),
                name.substring(0, at) + name.substring(at + 1));
    }

    /** How long edits took until they were seen. */
    private static final class Delays {

        private final List<Double> millis = new ArrayList<>();

        /** Waits until the instance finds just these tags. */
        void until(Instance instance, String beginning, List<String> tags) {
            long started = System.nanoTime();
            await(instance.name() + " finds " + tags + " for " + beginning)
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> instance.find(beginning).equals(tags));
            millis.add((System.nanoTime() - started) / 1e6);
        }

        void tell(String what) {
            List<Double> sorted = millis.stream().sorted().toList();
            System.out.printf(
                    "%d × %s: median %.1f ms, worst %.1f ms%n",
                    sorted.size(), what, sorted.get(sorted.size() / 2), sorted.getLast());
        }
    }
}
