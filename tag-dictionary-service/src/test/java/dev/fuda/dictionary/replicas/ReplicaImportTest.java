package dev.fuda.dictionary.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Imports through two instances at once, and imports whose instance is killed. */
class ReplicaImportTest {

    private static final int MANY = 150_000;
    private static final List<String> RULES = List.of("skip", "update", "merge");

    /** Who is in the middle of writing a list into the tables. */
    private static final String WRITING = "select application_name from pg_stat_activity"
            + " where state = 'active' and query like '%from fresh%' and application_name like 'replica%' limit 1";

    private final Replicas replicas = Replicas.ready();

    @Test
    void eightAtOnceInReversedOrderMeetNoDeadlock() throws Exception {
        for (int round = 0; round < 3; round++) {
            // Half of the names are there already in later rounds.
            List<String> names = IntStream.range(round * 1500, round * 1500 + 3000)
                    .mapToObj(i -> "eight_%05d".formatted(i))
                    .toList();
            List<String> reversed = new ArrayList<>(names);
            Collections.reverse(reversed);
            List<Callable<JsonNode>> importers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Instance instance = i < 4 ? replicas.a() : replicas.b();
                String rows = rows(i % 2 == 0 ? names : reversed, i);
                String rule = RULES.get(i % 3);
                importers.add(() -> instance.importTags("/tag-dictionary/import", rows, rule));
            }
            long before = deadlocks();
            AtomicLong waits = new AtomicLong();
            AtomicBoolean over = new AtomicBoolean();
            Thread watch = Thread.ofVirtual().start(() -> countWaits(waits, over));
            long imported = 0;
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<JsonNode> report : threads.invokeAll(importers)) {
                    imported += report.get().path("imported_count").asLong();
                }
            } finally {
                over.set(true);
                watch.join();
            }
            assertThat(imported).isEqualTo(round == 0 ? 3000 : 1500);
            assertThat(waits).as("they did wait for each other").hasPositiveValue();
            assertThat(deadlocks()).isEqualTo(before);
        }
        assertThat(replicas.number("select count(*) from tag where name like 'eight\\_%'"))
                .isEqualTo(6000);
        assertThat(replicas.number("select count(distinct alias) from tag_alias where alias like 'eight\\_%'"))
                .isGreaterThanOrEqualTo(6000);
    }

    @Test
    void whoIsKilledWhileSomebodyWaitsLeavesNothing() throws Exception {
        String rows = rows(names("waited", MANY), 0);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<JsonNode> report =
                    threads.submit(() -> replicas.a().importTags("/tag-dictionary/import", rows, "skip"));
            awaitWriter("replica-a");
            replicas.a().kill();
            assertThat(catchThrowable(report::get)).isNotNull();
        }
        awaitEndOf("replica-a");
        assertThat(imported("waited")).isZero();
        assertThat(replicas.b()
                        .importTags("/tag-dictionary/import", rows, "skip")
                        .path("imported_count")
                        .asLong())
                .isEqualTo(MANY);
        replicas.a().start();
        replicas.a().awaitReady();
        assertThat(replicas.a().find("waited_149999")).containsExactly("waited_149999");
    }

    @Test
    void aJobWhoseInstanceIsKilledIsDoneOnceByTheOther() throws Exception {
        String job = replicas.a()
                .importTags("/tag-dictionary/imports", rows(names("killed", MANY), 0), "skip")
                .path("job_id")
                .asText();
        String writer = awaitWriter("replica");
        Instance killed = writer.equals("replica-a") ? replicas.a() : replicas.b();
        Instance other = writer.equals("replica-a") ? replicas.b() : replicas.a();
        killed.kill();
        awaitEndOf(writer);
        assertThat(imported("killed")).isZero();
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    assertThat(imported("killed")).isIn(0L, (long) MANY);
                    return !List.of("queued", "running")
                            .contains(other.send("GET", "/jobs/" + job, null)
                                    .path("state")
                                    .asText());
                });
        JsonNode done = other.send("GET", "/jobs/" + job, null);
        assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("succeeded");
        assertThat(done.path("result").path("imported_count").asLong()).isEqualTo(MANY);
        assertThat(imported("killed")).isEqualTo(MANY);
        assertThat(replicas.number("select count(*) from tag_import where id = '" + job + "'"))
                .isEqualTo(1);
        assertThat(other.find("killed_149999")).containsExactly("killed_149999");
        killed.start();
        killed.awaitReady();
        assertThat(killed.find("killed_149999")).containsExactly("killed_149999");
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + "_" + i).toList();
    }

    private static String rows(List<String> names, int importer) {
        StringBuilder rows = new StringBuilder();
        names.forEach(name -> rows.append(name)
                .append(",0,")
                .append(importer)
                .append(",\"")
                .append(name)
                .append("_x")
                .append(importer % 2)
                .append("\"\n"));
        return rows.toString();
    }

    private long imported(String prefix) throws Exception {
        return replicas.number("select count(*) from tag where name like '" + prefix + "\\_%'");
    }

    /** The name of the instance, which begins so, that writes a list just now. */
    private String awaitWriter(String beginning) {
        return await().atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> replicas.text(WRITING), name -> name.startsWith(beginning));
    }

    private void awaitEndOf(String name) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        replicas.number("select count(*) from pg_stat_activity where application_name = '" + name + "'")
                                == 0);
    }

    /** A server process tells what it counted when it ends. */
    private long deadlocks() throws Exception {
        String importers = "select count(*) from pg_stat_activity where application_name in ('replica-a', 'replica-b')"
                + " and pid in (%s)";
        String pids = replicas.text("select coalesce(string_agg(pid::text, ', '), '0') from pg_stat_activity"
                + " where application_name in ('replica-a', 'replica-b')");
        replicas.endConnections("replica-a");
        replicas.endConnections("replica-b");
        await().atMost(Duration.ofSeconds(30)).until(() -> replicas.number(importers.formatted(pids)) == 0);
        return replicas.number("select deadlocks from pg_stat_database where datname = current_database()");
    }

    private void countWaits(AtomicLong waits, AtomicBoolean over) {
        try {
            while (!over.get()) {
                waits.addAndGet(replicas.number("select count(*) from pg_stat_activity"
                        + " where wait_event_type = 'Lock' and application_name like 'replica%'"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The waits can't be counted", e);
        }
    }
}
